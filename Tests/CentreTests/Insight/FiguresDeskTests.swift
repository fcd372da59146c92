import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Figures of a period` {
    private let march = (from: Day("2026-03-01"), to: Day("2026-03-31"))

    private func order(class code: String?) -> WorkOrder {
        var order = WorkOrder.sample
        order.classCode = code
        return order
    }

    @Test(arguments: Engine.all)
    func `follow a matter from its answer to the resident's word`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            let desk = FiguresDesk(house: sample.house)
            let before = try await desk.figures(from: nil, to: nil, for: walk.supervisor)
            #expect(before.single(.registered) == 1 && before.single(.answered) == 0)
            #expect(before[.punctuality] == ["waiting": 1])
            #expect(before[.solved].isEmpty && before.suppressedBelow == nil)

            try await walk.toClosed()
            try await walk.visit(solved: .partly)
            let after = try await desk.figures(from: nil, to: nil, for: walk.supervisor)
            #expect(after.single(.answered) == 1)
            #expect(after[.punctuality] == ["inTime": 1])
            #expect(after[.solved] == ["partly": 1] && after[.fair] == ["yes": 1])
            #expect(after[.classes] == ["09": 1])
            // Months before the centre had anything to do are left out.
            #expect(after.months.map(\.first) == [march.from])
            #expect(after.months.last?.registered == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `an answer that is overdue is late, given or not`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            sample.clock.move(hours: 24 * 100)
            let desk = FiguresDesk(house: sample.house)
            let found = try await desk.figures(from: march.from, to: march.to, for: walk.supervisor)
            #expect(found[.punctuality] == ["late": 1])
        }
    }

    @Test(arguments: Engine.all)
    func `everybody sees whole months that have ended, and no small count`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let clerk = try sample.officer(.clerk)
            for (code, count) in [("0902", 7), ("0203-N", 3)] {
                for _ in 0..<count {
                    _ = try await sample.intake.register(
                        order(class: code),
                        by: clerk,
                        operation: sample.operation()
                    )
                }
            }
            let desk = FiguresDesk(house: sample.house)
            await #expect(throws: StatisticsRefusal.notWhole) {
                try await desk.published(from: march.from, to: march.to)
            }
            sample.clock.move(hours: 24 * 30)
            let found = try await desk.published(from: march.from, to: march.to)
            #expect(found.single(.registered) == 10)
            // The small one alone could be worked out from the sum: its neighbour goes with it.
            #expect(found[.classes] == ["09": nil, "02": nil])
            #expect(found.suppressedBelow == 5)
            let whole = try await desk.figures(from: march.from, to: march.to, for: clerk)
            #expect(whole[.classes] == ["09": 7, "02": 3])
        }
    }

    @Test func `figures are not for those who read no matters`() async throws {
        try await withCentre(.sqlite) { sample in
            let auditor = try sample.officer(.auditor)
            await #expect(throws: NotFound.self) {
                try await FiguresDesk(house: sample.house).figures(from: nil, to: nil, for: auditor)
            }
        }
    }

    @Test func `the limits that promise an answer are those of the town's receipts`() async throws {
        try await withCentre(.sqlite) { sample in
            let codes = Set(sample.town.limits.filter(\.promisesTheAnswer).map(\.code))
            #expect(codes.isSuperset(of: ["FINISH-HELP", "LOCAL-FINISH-DISPUTE"]))
            #expect(codes.isDisjoint(with: ["LOCAL-FIRST-CONTACT", "XF-REG", "LOCAL-VISIT"]))
        }
    }
}
