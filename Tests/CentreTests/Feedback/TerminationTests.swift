import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Ending a matter before it is done` {
    private func terminate(
        _ walk: inout Walk,
        _ ground: String = "mediationRefused",
        document: String? = nil,
        by viewer: Viewer? = nil
    ) async throws {
        walk.view = try await walk.sample.feedback.terminate(
            walk.id,
            Termination(ground: ground, document: document, reason: "对方两次书面拒绝调解"),
            by: viewer ?? walk.supervisor,
            operation: walk.sample.operation()
        ).answer
    }

    @Test(arguments: Engine.all)
    func `units stop, limits end, and each resident hears the next door`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            let second = try await Walk(sample)
            try await walk.accept()
            walk.view = try await sample.dispatch.link(
                second.number,
                to: walk.id,
                reason: "同一界址",
                by: walk.dispatcher,
                operation: sample.operation()
            ).answer
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await terminate(&walk)
            #expect(walk.view.stage == .terminated)
            #expect(walk.view.due == nil)
            #expect(walk.view.assignments.map(\.state) == [.cancelled])
            for resident in [walk, second] {
                let shown = try await resident.follow()
                #expect(shown.state == .answered)
                let answer = try #require(shown.answer)
                #expect(answer.contains("对方两次书面拒绝调解"))
                #expect(answer.contains("人民法院"))
                #expect(shown.next.isEmpty)
            }
            try await walk.archive()
            #expect(walk.view.stage == .archived)
        }
    }

    @Test(arguments: Engine.all)
    func `who does not accept it contests it, and the matter goes on`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await terminate(&walk)
            let after = try await sample.feedback.contest(
                walk.number,
                code: walk.code,
                reason: "我仍愿意调解",
                operation: sample.operation()
            ).answer
            #expect(after.stage == .reopened)
            #expect(after.next.contains { $0.rule == "LOCAL-REOPEN-ANSWER" })
            try await walk.assign("justice")
            #expect(walk.view.stage == .assigned)
        }
    }

    @Test(arguments: ["accepted", "assigned", "suspended"])
    func `it can end at every stage of the work`(stage: String) async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            if stage != "accepted" { try await walk.assign("justice") }
            if stage == "suspended" {
                try await walk.sign("justice")
                try await walk.suspend(days: 3)
            }
            try await terminate(&walk)
            #expect(walk.view.stage == .terminated)
        }
    }

    @Test func `the handler does not end it, nor does who gave it out`() throws {
        let handler: ID<Officer> = World.real.newID()
        let dispatcher: ID<Officer> = World.real.newID()
        let other: ID<Officer> = World.real.newID()
        func check(_ officer: ID<Officer>) throws {
            try Separation.checkTerminator(
                officer,
                handlers: [handler],
                dispatchers: [dispatcher]
            )
        }
        #expect(throws: Separation.handlerTerminates) { try check(handler) }
        #expect(throws: Separation.dispatcherTerminates) { try check(dispatcher) }
        try check(other)
    }

    @Test func `a ground that asks for a document has it named`() async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            await #expect(throws: TerminationRefusal.documentMissing) {
                try await terminate(&walk, "inLegalProcedure")
            }
            await #expect(throws: Fault.self) { try await terminate(&walk, "tired") }
            let liaison = try walk.liaison("justice")
            await #expect(throws: NotFound.self) { try await terminate(&walk, by: liaison) }
            try await terminate(&walk, "inLegalProcedure", document: "(2026)粤20民初1号")
            #expect(walk.view.closure == "inLegalProcedure")
        }
    }

    @Test func `a matter nobody took in is refused, not terminated`() async throws {
        try await withCentre(.sqlite) { sample in
            var walk = try await Walk(sample)
            await #expect(throws: StageRefusal.self) { try await terminate(&walk) }
        }
    }
}

extension Walk {
    mutating func suspend(days: Int, _ ground: String = "awaitingAppraisal") async throws {
        let suspension = Suspension(
            ground: ground,
            until: sample.clock.now.adding(hours: days * 24),
            document: "鉴定委托书"
        )
        view = try await sample.handling.suspend(
            id,
            suspension,
            by: director,
            operation: sample.operation()
        ).answer
    }
}
