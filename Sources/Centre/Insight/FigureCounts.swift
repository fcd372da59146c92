import Storage

/// The tables of figures that are published about a period.
package enum FigureTable: String, CaseIterable, Sendable {
    case registered
    case answered
    case kinds
    case channels
    /// By the topmost class of the town's list.
    case classes
    case villages
    /// Of the promised answers: given in time, late, or still within their time.
    case punctuality
    /// What residents said: was it solved, was it fair. Two questions, never one mark.
    case solved
    case fair

    /// The word of what has no code yet.
    package static let none = "none"
}

/// What became of the answer that was promised with the receipt.
package enum Punctuality: String, Storable, CaseIterable {
    case inTime
    case late
    case waiting
}

/// All tables of one stretch of days, nothing left out.
struct FigureCounts: Sendable {
    private var tables: [FigureTable: [String: Int]] = [:]

    subscript(table: FigureTable) -> [String: Int] { tables[table] ?? [:] }

    mutating func add(_ count: Int, _ name: String, to table: FigureTable) {
        tables[table, default: [:]][name, default: 0] += count
    }
}

/// Figures as SQL: walks along the days of a period, never over the whole register.
struct FigureRecords {
    let turn: Turn

    func counts(from first: Day, to last: Day) throws -> FigureCounts {
        let offset = turn.town.offset
        let days: SQL = """
            c.registered_at >= \(first.start(in: offset)) AND c.registered_at <= \(last.end(in: offset))
            """
        var counts = FigureCounts()
        try addStates(&counts, days)
        try addMatters(&counts, days)
        try addPunctuality(&counts, days)
        try addRatings(&counts, days)
        return counts
    }

    private func addStates(_ counts: inout FigureCounts, _ days: SQL) throws {
        let rows = try turn.tx.rows(
            """
            SELECT c.kind, c.channel, c.state, COUNT(*) AS n FROM concerns c
            WHERE \(days) GROUP BY c.kind, c.channel, c.state
            """
        )
        let plain = try SummaryCounts(rows)
        counts.add(plain.registered, "", to: .registered)
        counts.add(plain.answered, "", to: .answered)
        for (kind, count) in plain.kinds { counts.add(count, kind, to: .kinds) }
        for (channel, count) in plain.channels { counts.add(count, channel, to: .channels) }
    }

    private func addMatters(_ counts: inout FigureCounts, _ days: SQL) throws {
        let rows = try turn.tx.rows(
            """
            SELECT m.class AS class, m.village AS village, COUNT(*) AS n FROM concerns c
            JOIN matters m ON m.id = c.matter
            WHERE \(days) GROUP BY m.class, m.village
            """
        )
        for row in rows {
            let code: String? = try row["class"]
            let village: ID<Area>? = try row["village"]
            let top = code.map { turn.town.topClass(of: $0) }
            let place = village.flatMap { turn.town.area($0)?.code }
            counts.add(try row["n"], top ?? FigureTable.none, to: .classes)
            counts.add(try row["n"], place ?? FigureTable.none, to: .villages)
        }
    }

    private func addPunctuality(_ counts: inout FigureCounts, _ days: SQL) throws {
        let rules = turn.town.limits.filter(\.promisesTheAnswer).map(\.code)
        let rows = try turn.tx.rows(
            """
            SELECT outcome, COUNT(*) AS n FROM (
                SELECT CASE WHEN k.state = 'met' THEN 'inTime'
                    WHEN k.state = 'missed' OR k.due_at < \(turn.at) THEN 'late'
                    ELSE 'waiting' END AS outcome
                FROM concerns c
                JOIN clocks k ON k.subject = c.id
                WHERE \(days) AND k.rule IN \(list: Set(rules).sorted())
                    AND k.state <> 'cancelled'
            ) AS r
            GROUP BY outcome
            """
        )
        for row in rows { counts.add(try row["n"], try row["outcome"], to: .punctuality) }
    }

    /// A resident's own rating, or what was said at the return visit where there is none.
    private func addRatings(_ counts: inout FigureCounts, _ days: SQL) throws {
        let rows = try turn.tx.rows(
            """
            SELECT solved, fair, COUNT(*) AS n FROM (
                SELECT COALESCE(c.rated_solved, c.visit_solved) AS solved,
                    COALESCE(c.rated_fair, c.visit_fair) AS fair
                FROM concerns c WHERE \(days)
            ) AS r
            WHERE solved IS NOT NULL OR fair IS NOT NULL
            GROUP BY solved, fair
            """
        )
        for row in rows {
            let solved: String? = try row["solved"]
            let fair: String? = try row["fair"]
            if let solved { counts.add(try row["n"], solved, to: .solved) }
            if let fair { counts.add(try row["n"], fair, to: .fair) }
        }
    }
}

extension LimitRule {
    /// The limit by which a resident is told the outcome, as the receipt promises it.
    var promisesTheAnswer: Bool {
        subject == .concern && starts.contains(.concernRegistered)
            && ends.contains(.concernAnswered) && !ends.contains(.matterAccepted)
            && !ends.contains(.firstContact)
    }
}

extension Town {
    /// The class at the top of the tree a class stands in.
    package func topClass(of code: String) -> String {
        guard let parent = disputeClass(code)?.parent, parent != code else { return code }
        return topClass(of: parent)
    }
}
