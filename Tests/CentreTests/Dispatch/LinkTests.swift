import Storage
import TestSupport
import Testing

@testable import Centre

/// What of a concern must be as before when a link is undone.
private struct Trace: Equatable {
    let number: String
    let state: Concern.State
    let stage: Matter.Stage
    let answer: String?
    let rating: ConcernView.Rating?
    let next: [Receipt.Promise]

    init(_ view: ConcernView) {
        number = view.number
        state = view.state
        stage = view.stage
        answer = view.answer
        rating = view.rating
        next = view.next
    }
}

@Suite struct `Linking concerns` {
    @Test(arguments: Engine.all)
    func `a matter is found by the title of each concern linked to it`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var other = WorkOrder.sample
            other.title = "红线图核对"
            let walk = try await Walk(sample)
            let second = try await Walk(sample, order: other)
            func found(_ words: String) async throws -> [ID<Matter>] {
                var list = Worklist()
                list.search = words
                return try await sample.matters.worklist(list, for: walk.dispatcher).items.map(\.id)
            }
            #expect(try await found("红线图") == [second.id])
            _ = try await sample.dispatch.link(
                second.number,
                to: walk.id,
                reason: "同一界址",
                by: walk.dispatcher,
                operation: sample.operation()
            )
            #expect(try await found("红线图") == [walk.id])
            #expect(try await found("阻挠建房") == [walk.id])
            // Words of two titles are no title.
            #expect(try await found("红线 建房").isEmpty)
            _ = try await sample.dispatch.unlink(
                second.number,
                from: walk.id,
                reason: "不是同一处",
                by: walk.dispatcher,
                operation: sample.operation()
            )
            #expect(try await found("红线图") == [second.id])
        }
    }

    @Test(arguments: Engine.all)
    func `every concern of a group matter keeps its number and gets its own answer`(
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
            #expect(walk.view.concerns.map(\.number) == [walk.number, second.number])
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await walk.reply("justice")
            try await walk.verify()
            try await walk.close()
            #expect(try await second.follow().answer == "双方已达成协议")
            #expect(try await second.follow().number == second.number)
        }
    }

    @Test(arguments: Engine.all)
    func `a linked concern is gone from the worklist as a matter of its own`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let second = try await Walk(sample)
            _ = try await sample.dispatch.link(
                second.number,
                to: walk.id,
                reason: "同一事",
                by: walk.dispatcher,
                operation: sample.operation()
            )
            let list = try await sample.matters.worklist(Worklist(), for: walk.dispatcher)
            #expect(list.items.map(\.id) == [walk.id])
        }
    }

    @Test(arguments: Engine.all, 0..<6)
    func `undoing a link leaves the concern as it was, after any history`(
        engine: Engine,
        seed: Int
    ) async throws {
        try await withCentre(engine) { sample in
            var dice = SplitMix(seed: UInt64(seed) &* 7919 &+ 17)
            var main = try await Walk(sample)
            var guest = try await Walk(sample)
            try await main.advance(by: Int.random(in: 0...3, using: &dice))
            try await guest.advance(by: Int.random(in: 0...1, using: &dice))
            for _ in 0..<3 {
                let before = Trace(try await guest.follow())
                sample.clock.move(hours: Int.random(in: 1...30, using: &dice))
                _ = try await sample.dispatch.link(
                    guest.number,
                    to: main.id,
                    reason: "疑似同一事",
                    by: main.dispatcher,
                    operation: sample.operation()
                )
                sample.clock.move(hours: Int.random(in: 1...30, using: &dice))
                _ = try await sample.dispatch.unlink(
                    guest.number,
                    from: main.id,
                    reason: "不是同一事",
                    by: main.dispatcher,
                    operation: sample.operation()
                )
                #expect(Trace(try await guest.follow()) == before)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a concern whose own matter is in work is not linked elsewhere`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            var second = try await Walk(sample)
            try await second.accept()
            try await second.assign("justice")
            let busy = second
            await #expect(throws: LinkRefusal.homeInWork) {
                try await sample.dispatch.link(
                    busy.number,
                    to: walk.id,
                    reason: "同一事",
                    by: walk.dispatcher,
                    operation: sample.operation()
                )
            }
        }
    }
}

extension Walk {
    /// Takes the matter some steps along: accepted, assigned, signed.
    mutating func advance(by steps: Int) async throws {
        if steps >= 1 { try await accept() }
        if steps >= 2 { try await assign("justice") }
        if steps >= 3 { try await sign("justice") }
    }
}

/// Small and repeatable dice.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
