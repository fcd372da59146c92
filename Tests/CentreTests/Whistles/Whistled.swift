import Storage
import TestSupport

@testable import Centre

/// A matter for which units are whistled to one table, with the usual people.
struct Whistled {
    var walk: Walk
    let desk: WhistleDesk

    var sample: SampleCentre { walk.sample }

    init(_ sample: SampleCentre) async throws {
        walk = try await Walk(sample)
        desk = WhistleDesk(house: sample.house)
        try await walk.accept()
    }

    func order(
        _ units: [String] = ["police", "housing"],
        kind: String = "normal",
        ground: String = "severalUnits",
        meetsAt: Moment? = nil
    ) throws -> WhistleOrder {
        WhistleOrder(
            kind: kind,
            ground: ground,
            reason: "三十多名工人到场反映欠薪",
            place: "中心二楼会议室",
            meetsAt: meetsAt,
            calls: try units.map { .init(unit: try sample.unit($0), purpose: "核对工资表") }
        )
    }

    func blow(
        _ order: WhistleOrder? = nil,
        by viewer: Viewer? = nil
    ) async throws -> WhistleView {
        let usual = try self.order()
        return try await desk.blow(
            order ?? usual,
            on: walk.id,
            by: viewer ?? walk.dispatcher,
            operation: sample.operation()
        ).answer
    }

    @discardableResult
    func move(
        _ call: ID<WhistleCall>,
        _ move: WhistleCall.Move,
        _ words: String? = "说明",
        by viewer: Viewer
    ) async throws -> WhistleView {
        try await desk.move(
            call,
            move,
            WhistleWords(words, presence: move.needsPresence ? .site : nil),
            by: viewer,
            operation: sample.operation()
        ).answer
    }

    func liaison(_ unit: String) throws -> Viewer { try walk.liaison(unit) }

    /// The whistles as the entries tell them.
    func told(_ matter: ID<Matter>? = nil) async throws -> [Whistle] {
        let id = matter ?? walk.id
        return try await sample.house.look { turn in
            Whistle.replay(try turn.house.timeline.entries(of: .matter(id), in: turn.tx))
        }
    }

    /// The whistles as the copy has them: a line a call.
    func kept() async throws -> [String] {
        try await sample.house.look { turn in
            try turn.tx.rows(
                """
                SELECT c.id, c.state, c.waits, c.rises_at, c.is_open, w.is_open FROM whistle_calls c
                JOIN whistles w ON w.id = c.whistle
                WHERE c.matter = \(walk.id) ORDER BY c.id
                """
            ).map { row in
                let id: ID<WhistleCall> = try row[0]
                let (state, waits): (String, String) = (try row[1], try row[2])
                let rises: Moment? = try row[3]
                let (call, whole): (Int, Int) = (try row[4], try row[5])
                return "\(id) \(state) \(waits) \(rises?.milliseconds ?? 0) \(call)\(whole)"
            }
        }
    }

    /// What the copy should have.
    static func lines(_ whistles: [Whistle]) -> [String] {
        whistles.flatMap { whistle in
            whistle.calls.map { call in
                let open = whistle.isOpen ? "11" : "00"
                let rises = call.nextRise?.at.milliseconds ?? 0
                return "\(call.id) \(call.state.rawValue) \(call.waits.rawValue) \(rises) \(open)"
            }
        }.sorted()
    }

    func notices(_ kind: Notice.Kind) async throws -> [[String: String]] {
        try await sample.house.look { turn in
            try turn.tx.rows("SELECT facts FROM outbox WHERE kind = \(kind) ORDER BY id")
                .map { try Facts.read(try $0[0]) }
        }
    }
}

extension WhistleView {
    func call(_ unit: String) throws -> Call {
        guard let call = calls.last(where: { $0.unit.code == unit }) else { throw NotFound() }
        return call
    }
}
