import Storage

/// Which alarms a viewer looks at, the newest first.
package struct AlarmList: Sendable, Equatable {
    /// Nothing asks for all.
    package var kinds: [Alarm.Kind] = []
    package var state = Alarm.State.open
    /// The unit that has to act.
    package var unit: ID<Unit>?
    package var limit = 50
    package var after: ID<Alarm>?

    package init() {}
}

/// An alarm as staff see it: codes only.
package struct AlarmLine: Codable, Sendable, Equatable {
    package let id: ID<Alarm>
    package let kind: Alarm.Kind
    package let state: Alarm.State
    package let rule: String
    package let title: String
    package let subject: LimitSubject
    package let matter: ID<Matter>
    /// The number of the concern that names the matter.
    package let number: String?
    /// Who has to act; nobody where it is the centre itself.
    package let unit: MatterView.Named?
    package let due: Moment
    /// When it was to be raised, and when it was.
    package let at: Moment
    package let raisedAt: Moment
    package let answeredAt: Moment?
}

/// One page of alarms as SQL: one walk along an index for each kind and each thing that the viewer
/// may see, merged.
struct AlarmQuery {
    let list: AlarmList
    let sight: Sight
    let town: Town
    let limit: Int

    var sql: SQL? {
        let kinds = list.kinds.isEmpty ? Alarm.Kind.allCases : list.kinds
        let walks = sources.flatMap { source in kinds.map { walk(source, $0) } }
        guard !walks.isEmpty else { return nil }
        let parts: [SQL] = walks.enumerated().map { place, walk in
            "SELECT id FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        return """
            SELECT DISTINCT id FROM (\(parts.joined(by: " UNION ALL "))) AS u
            ORDER BY id DESC LIMIT \(limit + 1)
            """
    }

    /// The conditions with which a walk begins.
    private var sources: [SQL] {
        if let unit = list.unit {
            let isReached = sight.wholeCentre || sight.units.contains(unit)
            return isReached ? ["a.unit = \(unit) AND"] : []
        }
        if sight.wholeCentre { return [""] }
        return sight.units.map { "a.unit = \($0) AND" } + areas
    }

    private var areas: [SQL] {
        sight.areas.compactMap { id in
            switch town.area(id)?.level {
            case .village: "a.village = \(id) AND"
            case .grid: "a.grid = \(id) AND"
            case .city, .town, nil: nil
            }
        }
    }

    private func walk(_ source: SQL, _ kind: Alarm.Kind) -> SQL {
        let beyond: SQL = list.after.map { "AND a.id < \($0)" } ?? ""
        return """
            SELECT a.id AS id FROM alarms a JOIN matters m ON m.id = a.matter
            WHERE \(source) a.state = \(list.state) AND a.kind = \(kind) \(beyond)
                AND a.void_at IS NULL AND \(sight.condition)
            ORDER BY a.id DESC LIMIT \(limit + 1)
            """
    }
}

extension AlarmRecords {
    /// The lines of one page, read together.
    static func lines(of ids: [ID<Alarm>], in turn: Turn) throws -> [AlarmLine] {
        guard !ids.isEmpty else { return [] }
        let rows = try turn.tx.rows(
            """
            SELECT a.id, a.kind, a.state, a.rule, a.subject_kind, a.matter, a.unit, a.due_at, a.at,
                a.raised_at, a.answered_at, c.number AS number
            FROM alarms a JOIN matters m ON m.id = a.matter LEFT JOIN concerns c ON c.id = m.voice
            WHERE a.id IN \(list: ids)
            """
        )
        let lines = try rows.map { try AlarmLine($0, turn.town) }
        let byID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return ids.compactMap { byID[$0] }
    }

    /// The alarms of one matter, the oldest first.
    static func marks(of matter: ID<Matter>, in tx: Transaction) throws -> [ClockKey: [AlarmTrace]]
    {
        let rows = try tx.rows(
            """
            SELECT subject, rule, started_at, kind, state, at, raised_at FROM alarms
            WHERE matter = \(matter) ORDER BY matter, id LIMIT 1000
            """
        )
        let traces: [(ClockKey, AlarmTrace)] = try rows.map { row in
            (
                try ClockKey(row),
                AlarmTrace(
                    kind: try row["kind"],
                    state: try row["state"],
                    at: try row["at"],
                    raisedAt: try row["raised_at"]
                )
            )
        }
        return Dictionary(grouping: traces, by: \.0).mapValues { $0.map(\.1) }
    }
}

/// What was raised of a limit, for those who look at its matter.
package struct AlarmTrace: Codable, Sendable, Equatable {
    package let kind: Alarm.Kind
    package let state: Alarm.State
    package let at: Moment
    package let raisedAt: Moment
}

extension AlarmLine {
    fileprivate init(_ row: Row, _ town: Town) throws {
        let rule: String = try row["rule"]
        let unit: ID<Unit>? = try row["unit"]
        self.init(
            id: try row["id"],
            kind: try row["kind"],
            state: try row["state"],
            rule: rule,
            title: town.rule(rule)?.title.zh ?? rule,
            subject: try row["subject_kind"],
            matter: try row["matter"],
            number: try row["number"],
            unit: unit.flatMap { town.unit($0) }.map { .init(code: $0.code, name: $0.name.zh) },
            due: try row["due_at"],
            at: try row["at"],
            raisedAt: try row["raised_at"],
            answeredAt: try row["answered_at"]
        )
    }
}

extension AlarmDesk {
    /// The alarms of the matters that the viewer may see.
    package func page(
        _ list: AlarmList,
        for viewer: Viewer
    ) async throws -> Portion<AlarmLine, ID<Alarm>> {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let found = try AlarmRecords.find(list, list.limit, for: viewer, in: turn)
            let shown = Array(found.prefix(list.limit))
            let items = try AlarmRecords.lines(of: shown, in: turn)
            return Portion(items: items, next: found.count > list.limit ? shown.last : nil)
        }
    }
}

extension AlarmRecords {
    static func find(
        _ list: AlarmList,
        _ limit: Int,
        for viewer: Viewer,
        in turn: Turn
    ) throws -> [ID<Alarm>] {
        let sight = Sight(viewer, in: turn.town)
        let query = AlarmQuery(list: list, sight: sight, town: turn.town, limit: limit)
        guard let sql = query.sql else { return [] }
        return try turn.tx.rows(sql).map { try $0[0] }
    }
}

extension Alarm.Kind {
    /// What a viewer is told of: units and areas all that is theirs, the dispatcher what is due,
    /// the others of the centre what has passed.
    package static func told(to viewer: Viewer) -> [Alarm.Kind] {
        guard viewer.reach(of: .readMatters).centre else { return allCases }
        return allCases.filter { $0.isLate || $0 == .due && viewer.may(.assign) }
    }
}
