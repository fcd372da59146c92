import Storage
import TestSupport

@testable import Centre

/// A wage matter of many workers, with the usual people.
struct Grouped {
    var walk: Walk
    let desk: GroupDesk

    var sample: SampleCentre { walk.sample }
    static let today = Day(number: 20_516)

    var id: ID<Matter> { walk.id }

    init(_ sample: SampleCentre, opened: Bool = true) async throws {
        walk = try await Walk(sample)
        desk = GroupDesk(house: sample.house)
        try await walk.accept()
        guard opened else { return }
        _ = try await desk.open(
            walk.id,
            nil,
            by: walk.dispatcher,
            operation: sample.operation()
        )
    }

    /// Workers one to so many, each with a sum of their own.
    static func table(_ serials: ClosedRange<Int>, plus fen: Int64 = 0) -> GroupTable {
        GroupTable(
            columns: ["姓名", "手机号", "金额"],
            rows: serials.map { serial in
                let phone = "138\(String(10_000_000 + serial).dropFirst(0))"
                let sum = Money(fen: sum(of: serial) + fen)
                return .init(number: serial + 1, cells: ["工人\(serial)", phone, sum.text])
            }
        )
    }

    static func sum(of serial: Int) -> Int64 { 1_700_000 + Int64(serial * 37 % 1000) }

    static func total(_ serials: ClosedRange<Int>) -> Money {
        Money(fen: serials.reduce(0) { $0 + sum(of: $1) })
    }

    func reading(_ table: GroupTable) throws -> MemberReading {
        try MemberReading(table, in: sample.town, on: Grouped.today)
    }

    @discardableResult
    func enter(
        _ serials: ClosedRange<Int>,
        operation: Operation? = nil
    ) async throws -> Performed<MembersEntered> {
        try await desk.enter(
            try reading(Self.table(serials)),
            keepingGood: false,
            into: id,
            by: walk.dispatcher,
            operation: operation ?? sample.operation()
        )
    }

    func pay(
        _ lines: PaymentOrder.Lines,
        total: Money,
        on day: Int = 4,
        operation: Operation? = nil
    ) async throws -> Performed<GroupView> {
        let order = PaymentOrder(
            paidOn: Day(number: 20_512 + day),
            total: total,
            lines: lines
        )
        return try await desk.pay(
            order,
            to: id,
            by: walk.dispatcher,
            operation: operation ?? sample.operation()
        )
    }

    static func each(_ serials: ClosedRange<Int>, _ fen: Int64) -> PaymentOrder.Lines {
        .each(serials.map { .init(row: $0, serial: $0, sum: Money(fen: fen)) })
    }

    func view() async throws -> GroupView { try await desk.group(id, for: walk.dispatcher) }

    /// What the entries say.
    func told() async throws -> Group? {
        let id = id
        return try await sample.house.look { turn in
            Group.replay(try turn.house.timeline.entries(of: .matter(id), in: turn.tx))
        }
    }

    func count(_ table: String, _ condition: SQL) async throws -> Int {
        try await sample.house.look { turn in
            try turn.tx.value("SELECT COUNT(*) FROM \(SQL(trusted: table)) WHERE \(condition)") ?? 0
        }
    }
}
