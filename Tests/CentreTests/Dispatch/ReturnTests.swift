import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Giving back` {
    @Test(arguments: Engine.all)
    func `two returns call a conference, then the director designates, then nobody returns`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.giveBack("justice", better: "landResources")
            #expect(walk.lead?.state == .returned)
            try await walk.assign("landResources")
            try await walk.giveBack("landResources", better: "agriculture")
            let called = try await sample.matters.matter(walk.id, for: walk.dispatcher)
            #expect(called.conference == .called)
            #expect(called.returns == 2)
            try await expectConferenceFirst(walk)
            walk.view = try await sample.dispatch.confer(
                walk.id,
                minutes: "议定由自然资源分局主办",
                by: walk.director,
                operation: sample.operation()
            ).answer
            walk.view = try await sample.dispatch.designate(
                try walk.part(of: "landResources"),
                to: try sample.unit("landResources"),
                by: walk.director,
                operation: sample.operation()
            ).answer
            #expect(walk.lead?.designated == true)
            let designated = walk
            await #expect(throws: AssignmentRefusal.designatedNotReturned) {
                var walk = designated
                try await walk.giveBack("landResources", better: "agriculture")
            }
        }
    }

    private func expectConferenceFirst(_ walk: Walk) async throws {
        await #expect(throws: AssignmentRefusal.conferenceFirst) {
            var walk = walk
            try await walk.assign("agriculture")
        }
    }

    @Test(arguments: Engine.all)
    func `a return names another unit and a ground the town knows`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            let assigned = walk
            await #expect(throws: AssignmentRefusal.betterUnitSame) {
                var walk = assigned
                try await walk.giveBack("justice", better: "justice")
            }
            let ground = Return(
                reason: "noIdea",
                basis: "无",
                betterUnit: try sample.unit("police")
            )
            await #expect(throws: Fault(.unknownCode, "reason")) {
                try await sample.handling.giveBack(
                    try assigned.part(of: "justice"),
                    ground,
                    by: try assigned.liaison("justice"),
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a return that is followed is kept as a correction of the rule`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            let named = try await sample.dispatch.suggestion(for: walk.id, to: walk.dispatcher)
            let lead = try #require(named.lead)
            let errand = Errand(
                unit: try sample.unit(lead.code),
                role: .lead,
                instruction: "请办理",
                rule: named.rule
            )
            walk.view = try await sample.dispatch.assign(
                walk.id,
                errand,
                by: walk.dispatcher,
                operation: sample.operation()
            ).answer
            #expect(walk.lead?.why.contains(named.rule ?? "—") == true)
            let other = lead.code == "police" ? "justice" : "police"
            try await walk.giveBack(lead.code, better: other)
            try await walk.assign(other)
            let kept: Int? = try await sample.house.database.read { tx in
                try tx.value("SELECT count(*) FROM routing_corrections")
            }
            #expect(kept == 1)
        }
    }
}
