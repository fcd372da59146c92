import Foundation
import Storage

/// The changes of the calendar and their previews.
enum ChangeRecords {
    static func insert(_ change: CalendarChange, from start: DueCursor, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO calendar_changes (id, number, content, reason, state, proposed_by,
                proposed_at, pack_version, counted_from, cursor_due, cursor_subject, cursor_rule,
                running, scanned, later, earlier, kept, fixed, walked, moved)
            VALUES (\(change.id), \(change.number), \(try text(of: change.content)),
                \(change.reason), \(change.state), \(change.proposedBy), \(change.proposedAt),
                \(change.packVersion), \(change.proposedAt), \(start.dueAt), \(start.subject),
                \(start.rule), \(change.tally.running), 0, 0, 0, 0, 0, 0, 0)
            """
        )
    }

    static func nextNumber(in tx: Transaction) throws -> Int {
        (try tx.value("SELECT MAX(number) FROM calendar_changes") ?? 0) + 1
    }

    static func find(_ id: ID<CalendarChange>, in tx: Transaction) throws -> CalendarChange {
        let row = try tx.row("SELECT \(columns) FROM calendar_changes WHERE id = \(id)")
        guard let row else { throw NotFound() }
        return try CalendarChange(row)
    }

    typealias Walk = (change: CalendarChange, cursor: DueCursor)

    /// The change for this transaction alone, with how far its count or walk has come.
    static func take(in states: [CalendarChange.State], in tx: Transaction) throws -> Walk? {
        try walk(in: states, tx.dialect.forUpdate, in: tx)
    }

    /// The same to look at only.
    static func look(in states: [CalendarChange.State], in tx: Transaction) throws -> Walk? {
        try walk(in: states, "", in: tx)
    }

    private static func walk(
        in states: [CalendarChange.State],
        _ lock: SQL,
        in tx: Transaction
    ) throws -> Walk? {
        let row = try tx.row(
            """
            SELECT \(columns), cursor_due, cursor_subject, cursor_rule FROM calendar_changes
            WHERE state IN \(list: states) ORDER BY number LIMIT 1 \(lock)
            """
        )
        guard let row else { return nil }
        let cursor = DueCursor(
            dueAt: try row["cursor_due"],
            subject: try row["cursor_subject"],
            rule: try row["cursor_rule"]
        )
        return (try CalendarChange(row), cursor)
    }

    static func openChange(in tx: Transaction) throws -> CalendarChange? {
        let open: [CalendarChange.State] = [.counting, .counted, .settling]
        return try take(in: open, in: tx)?.change
    }

    static func page(below number: Int, limit: Int, in tx: Transaction) throws -> [CalendarChange] {
        try tx.rows(
            """
            SELECT \(columns) FROM calendar_changes WHERE number < \(number)
            ORDER BY number DESC LIMIT \(limit)
            """
        ).map(CalendarChange.init)
    }

    /// In the order in which they came into force.
    static func approved(in tx: Transaction) throws -> [ApprovedChange] {
        try tx.rows(
            """
            SELECT content, reason, in_force_at, state FROM calendar_changes
            WHERE edition IS NOT NULL ORDER BY edition
            """
        ).map { row in
            let state: CalendarChange.State = try row["state"]
            return ApprovedChange(
                content: try content(of: try row["content"]),
                reason: try row["reason"],
                inForceAt: try row["in_force_at"],
                isSettled: state == .settled
            )
        }
    }

    static func edition(in tx: Transaction) throws -> CalendarEdition {
        let row = try tx.row(
            """
            SELECT COUNT(*) AS approved,
                COALESCE(SUM(CASE WHEN state = 'settled' THEN 1 ELSE 0 END), 0) AS settled
            FROM calendar_changes WHERE edition IS NOT NULL
            """
        )
        guard let row else { return CalendarEdition(approved: 0, settled: 0) }
        return CalendarEdition(approved: try row["approved"], settled: try row["settled"])
    }

    static let columns: SQL = """
        id, number, content, reason, state, proposed_by, proposed_at, decided_by, decided_at,
        decision, edition, in_force_at, pack_version, counted_at, running, scanned, later, earlier,
        kept, fixed, walked, moved
        """

    private static func text(of content: CalendarChange.Content) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(content), as: UTF8.self)
    }

    fileprivate static func content(of text: String) throws -> CalendarChange.Content {
        try JSONDecoder().decode(CalendarChange.Content.self, from: Data(text.utf8))
    }
}

extension CalendarChange {
    fileprivate init(_ row: Row) throws {
        var tally = Tally()
        tally.running = try row["running"]
        tally.scanned = try row["scanned"]
        tally.later = try row["later"]
        tally.earlier = try row["earlier"]
        tally.kept = try row["kept"]
        tally.fixed = try row["fixed"]
        tally.walked = try row["walked"]
        tally.moved = try row["moved"]
        self.init(
            id: try row["id"],
            number: try row["number"],
            content: try ChangeRecords.content(of: try row["content"]),
            reason: try row["reason"],
            state: try row["state"],
            proposedBy: try row["proposed_by"],
            proposedAt: try row["proposed_at"],
            decidedBy: try row["decided_by"],
            decidedAt: try row["decided_at"],
            decision: try row["decision"],
            edition: try row["edition"],
            inForceAt: try row["in_force_at"],
            packVersion: try row["pack_version"],
            countedAt: try row["counted_at"],
            tally: tally
        )
    }
}
