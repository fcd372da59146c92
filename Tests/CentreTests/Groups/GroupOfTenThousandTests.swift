import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Ten thousand members in one matter` {
    @Test(arguments: Engine.all)
    func `are entered, paid in one transaction and told, and nothing is doubled`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let group = try await Grouped(sample)
            let clock = ContinuousClock()
            let entering = sample.operation()
            let took = try await clock.measure {
                _ = try await group.enter(1...10_000, operation: entering)
            }
            let total = Grouped.total(1...10_000)
            let paying = sample.operation()
            let paid = try await clock.measure {
                _ = try await group.pay(.rest, total: total, operation: paying)
            }
            let again = try await group.pay(.rest, total: total, operation: paying)
            #expect(again.replayed)
            _ = try await group.enter(1...10_000, operation: entering)
            let view = try await group.view()
            #expect(view.members == 10_000 && view.paid == total && view.settled == 10_000)
            #expect(view.batches.map(\.lines) == [10_000])
            let check = try await group.desk.check(group.id, for: group.walk.dispatcher)
            #expect(check.holds)
            let entries = try await group.count("entries", "act = 'groupPaid'")
            #expect(entries == 1)
            let page = try await clock.measure {
                var list = MemberList()
                list.after = 9_000
                _ = try await group.desk.members(list, of: group.id, for: group.walk.dispatcher)
            }
            _ = try await Outboxed(sample).empty()
            #expect(try await group.count("notices", "kind = 'groupPaid'") == 10_000)
            print("ten thousand on \(engine): enter \(took), pay \(paid), page \(page)")
        }
    }
}
