import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The wages of the building site` {
    /// 2023-09-25: thirty at the counter for 340 workers and 5.9 million yuan; the first money in
    /// three days, all of it by 2023-12-11.
    @Test(arguments: Engine.all)
    func `are paid in batches that add up, on the days that were reported`(
        engine: Engine
    ) async throws {
        try await withCentre(engine, at: "2023-09-25T09:10:00+08:00") { sample in
            let desk = GroupDesk(house: sample.house)
            let dispatcher = try sample.officer(.dispatcher)
            func reading(_ serials: ClosedRange<Int>) throws -> MemberReading {
                try MemberReading(
                    Self.table(serials),
                    in: sample.town,
                    on: sample.clock.now.day()
                )
            }
            var order = WorkOrder(
                source: .init(channel: .walkin),
                kind: .complaint,
                title: "工地拖欠工资",
                content: "三十多名工人反映欠薪，涉及约三百四十人",
                requester: .init(mode: .named, name: "工人1", phones: ["13910000001"])
            )
            order.people = 340
            order.amountFen = 590_000_000
            let crowd = CounterOrder(order: order, facts: nil, lines: try reading(1...30).lines)
            let receipt = try await desk.register(
                crowd,
                by: dispatcher,
                operation: sample.operation()
            ).answer
            let rest = try await desk.enter(
                try reading(25...340),
                keepingGood: false,
                into: receipt.matter,
                by: dispatcher,
                operation: sample.operation()
            ).answer
            #expect(rest.entered == 310 && rest.known == 6)
            func pay(
                _ day: String,
                _ lines: PaymentOrder.Lines,
                _ fen: Int64
            ) async throws
                -> GroupView
            {
                let at = try #require(Moment(text: "\(day)T16:00:00+08:00"))
                sample.clock.move(to: at)
                let paidOn = try #require(Day(day))
                let order = PaymentOrder(paidOn: paidOn, total: Money(fen: fen), lines: lines)
                return try await desk.pay(
                    order,
                    to: receipt.matter,
                    by: dispatcher,
                    operation: sample.operation()
                ).answer
            }
            let first = PaymentOrder.Lines.each(
                (1...340).map { .init(row: $0, serial: $0, sum: Money(fen: 500_000)) }
            )
            let begun = try await pay("2023-09-28", first, 170_000_000)
            #expect(begun.rest.fen == 420_000_000 && begun.settled == 0)
            let done = try await pay("2023-12-11", .rest, 420_000_000)
            #expect(done.rest == .nothing && done.settled == 340)
            #expect(done.batches.map(\.total.fen).reduce(0, +) == 590_000_000)
            #expect(try await desk.check(receipt.matter, for: dispatcher).holds)
        }
    }

    /// Sums that are 5.9 million together: what does not divide is the first one's.
    private static func table(_ serials: ClosedRange<Int>) -> GroupTable {
        let even: Int64 = 590_000_000 / 340
        return GroupTable(
            columns: ["name", "phone", "amount"],
            rows: serials.map { serial in
                let fen = serial == 1 ? 590_000_000 - even * 339 : even
                let phone = "139\(10_000_000 + serial)"
                let cells = ["工人\(serial)", phone, Money(fen: fen).text]
                return .init(number: serial + 1, cells: cells)
            }
        )
    }
}
