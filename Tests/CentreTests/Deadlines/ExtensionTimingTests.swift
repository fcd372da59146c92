import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `An extension asked at the edge` {
    private func walk(_ sample: SampleCentre) async throws -> (Walk, Clock) {
        var walk = try await Walk(sample)
        try await walk.accept(route: "petition")
        try await walk.assign("justice")
        try await walk.sign("justice")
        let id = walk.id
        let clock = try await sample.house.look { turn in
            try Clock.running(of: id, in: turn.tx).first { $0.rule == "XF-HANDLE" }
        }
        return (walk, try #require(clock))
    }

    private func ask(_ walk: Walk, by name: String = "", amount: Int = 10) async throws {
        _ = try await walk.sample.handling.askExtension(
            walk.id,
            ExtensionRequest(rule: "XF-HANDLE", amount: amount, reason: "等测绘"),
            by: try walk.sample.officer(.liaison, "justice", named: name),
            operation: walk.sample.operation()
        )
    }

    private func decide(_ walk: Walk, by name: String) async throws {
        _ = try await walk.sample.handling.decideExtension(
            walk.id,
            ExtensionDecision(granted: true, amount: nil, reason: "情况复杂"),
            by: try walk.sample.officer(.director, named: name),
            operation: walk.sample.operation()
        )
    }

    @Test(arguments: Engine.all)
    func `is taken in the last second, and decided after it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (walk, clock) = try await walk(sample)
            // The clock of the tests ticks once for each look at it.
            sample.clock.move(to: clock.dueAt.adding(milliseconds: -1000))
            try await ask(walk, amount: 30)
            sample.clock.move(hours: 20)
            try await decide(walk, by: "one")
            let extended = try await sample.house.look { turn in
                try Clock.running(of: walk.id, in: turn.tx).first { $0.rule == "XF-HANDLE" }
            }
            let due = try #require(extended).dueAt
            #expect(due.day().number >= clock.dueAt.day().number + 27)
            await #expect(throws: ExtensionRefusal.usedUp) { try await ask(walk, amount: 1) }
        }
    }

    @Test(arguments: Engine.all)
    func `one second late is refused, and nothing of it is kept`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (walk, clock) = try await walk(sample)
            sample.clock.move(to: clock.dueAt.adding(milliseconds: 1000))
            await #expect(throws: ExtensionRefusal.expired) { try await ask(walk) }
            let (kept, after) = try await sample.house.look { turn in
                let kept: Int? = try turn.tx.value("SELECT COUNT(*) FROM extensions")
                let all = try Clock.running(of: walk.id, in: turn.tx)
                return (kept, all.first { $0.rule == "XF-HANDLE" })
            }
            #expect(kept == 0)
            #expect(after == clock)
        }
    }

    /// Two officers at once: one is taken, the other hears what is so.
    @Test(arguments: Engine.all)
    func `by two officers at once is asked once and granted once`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (walk, clock) = try await walk(sample)
            func outcome(_ act: () async throws -> Void) async -> String {
                do {
                    try await act()
                    return "done"
                } catch let refusal as ExtensionRefusal {
                    return refusal.rawValue
                } catch {
                    return "\(error)"
                }
            }
            async let first = outcome { try await ask(walk, by: "one") }
            async let second = outcome { try await ask(walk, by: "two") }
            #expect(await [first, second].sorted() == ["done", "extension-already-asked"])
            async let third = outcome { try await decide(walk, by: "one") }
            async let fourth = outcome { try await decide(walk, by: "two") }
            #expect(await [third, fourth].sorted() == ["done", "extension-not-asked"])
            let after = try await sample.house.look { turn in
                try Clock.running(of: walk.id, in: turn.tx).first { $0.rule == "XF-HANDLE" }
            }
            #expect(after?.extensions.map(\.amount) == [10])
            #expect(try #require(after).dueAt > clock.dueAt)
        }
    }
}
