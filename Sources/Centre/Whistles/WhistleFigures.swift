import Storage

/// How units answered the whistles of a month, and what both sides said: counts of calls, never of
/// people, and no rank follows from them.
package struct WhistleFigures: Codable, Sendable, Equatable {
    package let unit: MatterView.Named
    package let counts: [Count]

    package struct Count: Codable, Sendable, Equatable {
        package let measure: WhistleMeasure
        package let calls: Int
    }

    package func calls(_ measure: WhistleMeasure) -> Int {
        counts.first { $0.measure == measure }?.calls ?? 0
    }
}

/// What is counted of the calls of a unit; behind each count stands its list.
package enum WhistleMeasure: String, CaseIterable, Sendable, Codable {
    case called
    case answeredInTime
    /// Its silence went up.
    case silent
    case declined
    case present
    case done
    case excused
    /// The desk that called said so.
    case cameInTime
    case helped
    /// The unit said that the whistle was not justified.
    case notJustified

    /// Holds for a call `c`.
    var condition: SQL {
        switch self {
        case .called: "c.called_at IS NOT NULL"
        case .answeredInTime: "c.in_time = 1"
        case .silent: "c.rose = 1"
        case .declined: "c.declined = 1"
        case .present: "c.presence IS NOT NULL"
        case .done: "c.state = 'done'"
        case .excused: "c.state = 'excused'"
        case .cameInTime: "c.received_in_time = 1"
        case .helped: "c.received_helped = 1"
        case .notJustified: "c.justified = 0"
        }
    }
}

/// A month of the town's calendar.
package struct WhistleMonth: Sendable, Equatable {
    package let first: Day

    package init(of day: Day) {
        first = day.adding(1 - day.parts.day)
    }

    /// Written `2026-11`.
    package init?(_ text: String) {
        guard text.count == 7, let day = Day("\(text)-01") else { return nil }
        first = day
    }

    package var text: String { String("\(first)".prefix(7)) }

    package var next: WhistleMonth { WhistleMonth(of: first.adding(31)) }
    package var previous: WhistleMonth { WhistleMonth(of: first.adding(-1)) }
}

/// The calls behind one number.
package struct WhistleCallList: Sendable, Equatable {
    package let month: WhistleMonth
    package let unit: ID<Unit>
    package let measure: WhistleMeasure
    package var after: Cursor?
    package var limit = 50

    package struct Cursor: Sendable, Equatable {
        package let calledAt: Moment
        package let call: ID<WhistleCall>

        package init(calledAt: Moment, call: ID<WhistleCall>) {
            self.calledAt = calledAt
            self.call = call
        }
    }

    package init(month: WhistleMonth, unit: ID<Unit>, measure: WhistleMeasure) {
        self.month = month
        self.unit = unit
        self.measure = measure
    }
}

/// One call in such a list.
package struct WhistleCallLine: Codable, Sendable, Equatable {
    package let id: ID<WhistleCall>
    package let whistle: ID<Whistle>
    package let matter: ID<Matter>
    package let number: String?
    package let state: WhistleCall.State
    package let calledAt: Moment
}

extension WhistleDesk {
    /// The counts of a month, unit by unit in the order of the town's list.
    package func figures(
        of month: WhistleMonth,
        for viewer: Viewer
    ) async throws -> [WhistleFigures] {
        let right = try WhistleDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let rows = try turn.tx.rows(
                WhistleCounting(month: month, sight: sight, turn: turn).sums
            )
            let pairs: [(ID<Unit>, [WhistleFigures.Count])] = try rows.map { row in
                (
                    try row[0],
                    try WhistleMeasure.allCases.enumerated().map { place, measure in
                        .init(measure: measure, calls: try row[place + 1])
                    }
                )
            }
            let byUnit = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            return turn.town.units.compactMap { unit in
                byUnit[unit.id].map { counts in
                    WhistleFigures(unit: .init(code: unit.code, name: unit.name.zh), counts: counts)
                }
            }
        }
    }

    /// The list behind a number, the oldest first.
    package func calls(
        _ list: WhistleCallList,
        for viewer: Viewer
    ) async throws -> Portion<WhistleCallLine, WhistleCallList.Cursor> {
        let right = try WhistleDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            guard sight.wholeCentre || sight.units.contains(list.unit) else { throw NotFound() }
            let counting = WhistleCounting(month: list.month, sight: sight, turn: turn)
            let rows = try turn.tx.rows(counting.lines(list))
            let lines = try rows.prefix(list.limit).map(WhistleCallLine.init)
            let last = lines.last.map {
                WhistleCallList.Cursor(calledAt: $0.calledAt, call: $0.id)
            }
            return Portion(items: lines, next: rows.count > list.limit ? last : nil)
        }
    }
}

/// The calls of a month as SQL: their sums, and the lines behind one of them.
struct WhistleCounting {
    let month: WhistleMonth
    let sight: Sight
    let turn: Turn

    var sums: SQL {
        let own: SQL = sight.wholeCentre ? "1 = 1" : "c.unit IN \(list: sight.units)"
        let sums: [SQL] = WhistleMeasure.allCases.map { measure in
            "SUM(CASE WHEN \(measure.condition) THEN 1 ELSE 0 END)"
        }
        return """
            SELECT c.unit, \(sums.joined(by: ", "))
            FROM whistle_calls c JOIN matters m ON m.id = c.matter
            WHERE \(isOfMonth) AND \(own) AND \(sight.unconflicted)
            GROUP BY c.unit
            """
    }

    func lines(_ list: WhistleCallList) -> SQL {
        let beyond: SQL =
            list.after.map { "AND (c.called_at, c.id) > (\($0.calledAt), \($0.call))" } ?? ""
        return """
            SELECT c.id AS id, c.whistle, c.matter, c.state, c.called_at, v.number AS number
            FROM whistle_calls c JOIN matters m ON m.id = c.matter
            LEFT JOIN concerns v ON v.id = m.voice
            WHERE c.unit = \(list.unit) AND \(isOfMonth)
                AND \(list.measure.condition) \(beyond) AND \(sight.unconflicted)
            ORDER BY c.called_at, c.id LIMIT \(list.limit + 1)
            """
    }

    private var isOfMonth: SQL {
        let offset = turn.town.offset
        return """
            c.called_at >= \(month.first.start(in: offset)) \
            AND c.called_at < \(month.next.first.start(in: offset))
            """
    }
}

extension WhistleCallLine {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            whistle: try row["whistle"],
            matter: try row["matter"],
            number: try row["number"],
            state: try row["state"],
            calledAt: try row["called_at"]
        )
    }
}
