import TestSupport
import Testing

@testable import Centre

@Suite struct `Nobody closes alone` {
    static let one = World.real.newID(of: Officer.self)
    static let two = World.real.newID(of: Officer.self)
    static let three = World.real.newID(of: Officer.self)

    @Test func `a handler does not verify`() {
        #expect(throws: Separation.handlerVerifies) {
            try Separation.checkVerifier(Self.one, handlers: [Self.one], dispatchers: [Self.two])
        }
    }

    @Test func `a dispatcher does not verify the own dispatch`() {
        #expect(throws: Separation.dispatcherVerifies) {
            try Separation.checkVerifier(Self.two, handlers: [Self.one], dispatchers: [Self.two])
        }
    }

    @Test func `handler and verifier do not visit`() {
        #expect(throws: Separation.handlerVisits) {
            try Separation.checkVisitor(Self.one, handlers: [Self.one], verifiers: [Self.two])
        }
        #expect(throws: Separation.verifierVisits) {
            try Separation.checkVisitor(Self.two, handlers: [Self.one], verifiers: [Self.two])
        }
    }

    @Test func `a third person verifies and a fourth visits`() throws {
        try Separation.checkVerifier(Self.three, handlers: [Self.one], dispatchers: [Self.two])
        try Separation.checkVisitor(Self.three, handlers: [Self.one], verifiers: [Self.two])
    }

    @Test(arguments: Engine.all)
    func `one person with two posts cannot handle and verify the same matter`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await walk.reply("justice")
            let liaison = try walk.liaison("justice")
            let both = Viewer(
                officer: liaison.officer,
                name: "",
                login: "both",
                posts: liaison.posts + walk.supervisor.posts
            )
            await #expect(throws: Separation.handlerVerifies) {
                try await sample.feedback.verify(
                    walk.id,
                    .accepted,
                    remark: "好",
                    by: both,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a matter is not closed before somebody has accepted the reply`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await walk.reply("justice")
            let waiting = walk
            await #expect(throws: ClosureRefusal.notVerified) {
                try await sample.feedback.close(
                    waiting.id,
                    kind: "explained",
                    by: waiting.supervisor,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a file without a return visit is not archived and says what is missing`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            let closed = walk
            await #expect(throws: ArchiveRefusal(missing: [.visitMissing])) {
                try await sample.feedback.archive(
                    closed.id,
                    by: closed.archivist,
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `three calls that reach nobody count as the visit`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            for _ in 1...3 { try await walk.visit(solved: .unknown, reached: false) }
            #expect(walk.view.concerns[0].visits == 3)
            try await walk.archive()
            #expect(walk.view.stage == .archived)
        }
    }
}
