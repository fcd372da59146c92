import TestSupport
import Testing

@testable import Centre

@Suite struct `A matter about somebody` {
    private var complaint: WorkOrder {
        var order = WorkOrder.sample
        order.kind = .complaint
        order.parties = [Party(role: "respondent", kind: .organisation, name: "司法所")]
        return order
    }

    @Test(arguments: Engine.all)
    func `is not routed to the unit it is about`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample, order: complaint)
            try await walk.accept()
            let accepted = walk
            await #expect(throws: AssignmentRefusal.conflictOfInterest) {
                var walk = accepted
                try await walk.assign("justice")
            }
            try await walk.assign("petition")
            #expect(walk.lead?.unit.code == "petition")
        }
    }

    @Test(arguments: Engine.all)
    func `is not found by anybody of that unit through any door`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample, order: complaint)
            try await walk.accept()
            try await walk.assign("petition")
            let insider = try sample.officer(.liaison, "justice")
            let clerkThere = try sample.officer(.dispatcher, "justice")
            let seen = walk
            for viewer in [insider, clerkThere] {
                await #expect(throws: NotFound.self) {
                    try await sample.matters.matter(seen.id, for: viewer)
                }
                await #expect(throws: NotFound.self) {
                    try await sample.intake.follow(seen.number, for: viewer)
                }
                let list = try await sample.matters.worklist(Worklist(), for: viewer)
                #expect(list.items.isEmpty)
            }
            await #expect(throws: NotFound.self) {
                try await sample.dispatch.refuse(
                    seen.id,
                    NotAccepted(ground: "inLitigation", nextDoor: "法院"),
                    by: clerkThere,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a mark set later hides it from the officer it names`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let other = try sample.officer(.supervisor, named: "second")
            _ = try await sample.matters.matter(walk.id, for: other)
            _ = try await sample.dispatch.markConflict(
                .officer(other.officer),
                on: walk.id,
                by: walk.dispatcher,
                operation: sample.operation()
            )
            await #expect(throws: NotFound.self) {
                try await sample.matters.matter(walk.id, for: other)
            }
        }
    }
}
