import Storage
import TestSupport
import Testing

@testable import Centre

/// A centre with a robot for two units and a gateway to phones.
struct Gatewayed {
    let sample: SampleCentre

    init(_ sample: SampleCentre, _ plan: MessagePlan = Gatewayed.plan) {
        var house = sample.house
        house.messages = plan
        self.sample = SampleCentre(house: house, clock: sample.clock)
    }

    static let plan = MessagePlan(
        robots: ["justice": "robots.example", "centre": "robots.example"],
        sms: "sms.example"
    )

    func deliver() async throws {
        _ = try await OutboxDesk(house: sample.house).deliver()
    }

    /// What was ordered, as `channel kind unit-or-resident`.
    func ordered() async throws -> [String] {
        let rows = try await sample.house.database.read { tx in
            try tx.rows("SELECT channel, kind, unit FROM messages ORDER BY id").map { row in
                let unit: ID<Unit>? = try row["unit"]
                let parts: (String, String) = (try row["channel"], try row["kind"])
                return (parts.0, parts.1, unit)
            }
        }
        return rows.map { channel, kind, unit in
            let whom = unit.flatMap { sample.town.unit($0)?.code } ?? "resident"
            return "\(channel) \(kind) \(whom)"
        }
    }
}

@Suite struct `What goes out of the house` {
    @Test(arguments: Engine.all)
    func `a unit with a robot and a resident with a phone are written to`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { bare in
            let gatewayed = Gatewayed(bare)
            var walk = try await Walk(gatewayed.sample)
            try await walk.accept()
            try await gatewayed.deliver()
            #expect(try await gatewayed.ordered() == ["sms matterAccepted resident"])
            try await walk.assign("justice")
            try await walk.assign("housing", .assist)
            try await gatewayed.deliver()
            #expect(
                try await gatewayed.ordered().dropFirst() == ["webhook assignmentMade justice"]
            )
        }
    }

    @Test(arguments: Engine.all)
    func `a house without gateways writes nothing down`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let gatewayed = Gatewayed(bare, .none)
            var walk = try await Walk(gatewayed.sample)
            try await walk.toClosed()
            try await gatewayed.deliver()
            #expect(try await gatewayed.ordered().isEmpty)
            let told = try await NoticesDesk(house: bare.house).notices(
                ofConcern: walk.number,
                code: walk.code,
                after: nil,
                limit: 10
            )
            #expect(told.items.map(\.kind) == [.matterClosed])
        }
    }

    static let silent: [@Sendable (inout WorkOrder) -> Void] = [
        { $0.requester = .init(mode: .named, name: "吴大明") },
        { $0.requester = .init(mode: .anonymous, phones: ["13800138000"]) },
        { $0.requester.mode = .confidential },
        { $0.replyWanted = false },
        { $0.confidential = true },
    ]

    @Test(arguments: silent.indices)
    func `whoever left no phone, or wants no word or secrecy, is not written to`(
        row: Int
    ) async throws {
        try await withCentre(.sqlite) { bare in
            let gatewayed = Gatewayed(bare)
            var order = WorkOrder.sample
            Self.silent[row](&order)
            var walk = try await Walk(gatewayed.sample, order: order)
            try await walk.accept()
            try await gatewayed.deliver()
            #expect(try await gatewayed.ordered().isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a unit that the matter is about hears nothing`(engine: Engine) async throws {
        try await withCentre(engine) { bare in
            let gatewayed = Gatewayed(bare)
            let sample = gatewayed.sample
            let walk = try await Walk(sample)
            let justice = try sample.unit("justice")
            try await sample.house.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO matter_conflicts (matter, kind, subject)
                    VALUES (\(walk.id), 'unit', \(justice))
                    """
                )
                let turn = sample.house.turn(in: tx)
                try Outbox.put(
                    .limitSoon,
                    matter: walk.id,
                    [Outbox.units: "justice"],
                    in: turn
                )
            }
            try await gatewayed.deliver()
            #expect(try await gatewayed.ordered().isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `at night all waits for the morning but danger and an emergency`(
        engine: Engine
    ) async throws {
        try await withCentre(engine, at: "2026-03-06T22:00:00+08:00") { bare in
            let gatewayed = Gatewayed(bare)
            let sample = gatewayed.sample
            let walk = try await Walk(sample)
            try await sample.house.database.write { tx in
                let turn = sample.house.turn(in: tx)
                let units = [Outbox.units: "justice"]
                try Outbox.put(.matterAccepted, matter: walk.id, in: turn)
                try Outbox.put(.assignmentMade, matter: walk.id, units, in: turn)
                for kind in ["normal", "emergency"] {
                    let facts = units.merging(["whistleKind": kind]) { $1 }
                    try Outbox.put(.whistleCalled, matter: walk.id, facts, in: turn)
                }
            }
            try await gatewayed.deliver()
            let lines = try await MessagesDesk(house: sample.house)
                .messages(of: walk.id, for: walk.dispatcher, limit: 10).items.reversed()
            let waits = lines.map { line in
                line.nextAt.map { $0.day() == line.orderedAt.day() ? "now" : "\($0.day())" }
            }
            #expect(waits == ["2026-03-09", "2026-03-07", "2026-03-07", "now"])
        }
    }
}

extension Outbox {
    fileprivate static func put(
        _ kind: Notice.Kind,
        matter: ID<Matter>,
        in turn: Turn
    ) throws {
        try put(kind, matter: matter, [:], in: turn)
    }
}
