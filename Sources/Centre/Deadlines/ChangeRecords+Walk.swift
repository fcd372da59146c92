import Storage

extension ChangeRecords {
    /// How many clocks run that are due on the day or after it.
    static func runningCount(from start: DueCursor, in tx: Transaction) throws -> Int {
        try tx.value(
            """
            SELECT COUNT(*) FROM clocks WHERE state = 'running' AND due_at >= \(start.dueAt)
            """
        ) ?? 0
    }

    /// The count goes on from here.
    static func advance(
        _ id: ID<CalendarChange>,
        to cursor: DueCursor,
        tally: CalendarChange.Tally,
        state: CalendarChange.State,
        countedAt: Moment?,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE calendar_changes SET cursor_due = \(cursor.dueAt),
                cursor_subject = \(cursor.subject), cursor_rule = \(cursor.rule),
                running = \(tally.running), scanned = \(tally.scanned), later = \(tally.later),
                earlier = \(tally.earlier), kept = \(tally.kept), fixed = \(tally.fixed),
                walked = \(tally.walked), moved = \(tally.moved), state = \(state),
                counted_at = \(countedAt)
            WHERE id = \(id)
            """
        )
    }

    /// Keeps how far the walk has come, unless another server has kept it already.
    static func keep(
        _ piece: SettlingPiece,
        moved: Int,
        in tx: Transaction
    ) throws -> CalendarProgress {
        guard let (change, cursor) = try take(in: [.settling], in: tx), change.id == piece.change
        else { return CalendarProgress(change: piece.change, done: 0, of: 0, isDone: true) }
        var tally = change.tally
        tally.moved += moved
        let isFirst = cursor == piece.from
        if isFirst { tally.walked += piece.walked }
        let isDone = isFirst && piece.isLast
        try advance(
            change.id,
            to: isFirst ? piece.to : cursor,
            tally: tally,
            state: isDone ? .settled : .settling,
            countedAt: change.countedAt,
            in: tx
        )
        return CalendarProgress(
            change: change.id,
            done: tally.walked,
            of: max(tally.running, tally.walked),
            isDone: isDone
        )
    }

    /// The preview is counted once more from the beginning.
    static func restart(
        _ id: ID<CalendarChange>,
        from start: DueCursor,
        running: Int,
        packVersion: Int,
        at now: Moment,
        in tx: Transaction
    ) throws {
        try tx.run("DELETE FROM calendar_moves WHERE change = \(id)")
        var tally = CalendarChange.Tally()
        tally.running = running
        try advance(id, to: start, tally: tally, state: .counting, countedAt: nil, in: tx)
        try tx.run(
            """
            UPDATE calendar_changes SET pack_version = \(packVersion), counted_from = \(now)
            WHERE id = \(id)
            """
        )
    }

    static func decide(
        _ change: CalendarChange,
        _ state: CalendarChange.State,
        by officer: ID<Officer>,
        words: String,
        edition: Int?,
        inForceAt: Moment?,
        from start: DueCursor,
        at now: Moment,
        in tx: Transaction
    ) throws {
        try advance(
            change.id,
            to: start,
            tally: change.tally,
            state: state,
            countedAt: change.countedAt,
            in: tx
        )
        try tx.run(
            """
            UPDATE calendar_changes SET decided_by = \(officer), decided_at = \(now),
                decision = \(words), edition = \(edition), in_force_at = \(inForceAt)
            WHERE id = \(change.id)
            """
        )
    }

    static func add(_ moves: [ClockMove], of id: ID<CalendarChange>, in tx: Transaction) throws {
        for part in moves.filter({ $0.outcome != .fixed }).parts(of: 200) {
            let rows: [SQL] = part.map { move in
                """
                (\(id), \(move.outcome), \(move.clock.dueAt), \(move.clock.subject.id), \
                \(move.clock.rule), \(move.clock.subject.kind), \(move.clock.matter), \
                \(move.becomesDue))
                """
            }
            try tx.run(
                """
                INSERT INTO calendar_moves (change, outcome, was_due, subject, rule, subject_kind,
                    matter, becomes_due)
                VALUES \(rows.joined(by: ", "))
                ON CONFLICT (change, outcome, was_due, subject, rule) DO NOTHING
                """
            )
        }
    }

    /// Takes moves of changes that were decided before the moment, the oldest change first.
    static func forgetMoves(
        decidedBefore horizon: Moment,
        limit: Int,
        in tx: Transaction
    ) throws -> Int {
        let over: [CalendarChange.State] = [.settled, .declined]
        let change: ID<CalendarChange>? = try tx.value(
            """
            SELECT c.id FROM calendar_changes c
            WHERE c.state IN \(list: over) AND c.decided_at < \(horizon)
                AND EXISTS (SELECT 1 FROM calendar_moves v WHERE v.change = c.id)
            ORDER BY c.number LIMIT 1
            """
        )
        guard let change else { return 0 }
        return try tx.run(
            """
            DELETE FROM calendar_moves
            WHERE change = \(change) AND (outcome, was_due, subject, rule) IN (
                SELECT outcome, was_due, subject, rule FROM calendar_moves
                WHERE change = \(change)
                ORDER BY outcome, was_due, subject, rule LIMIT \(limit)
            )
            """
        )
    }

    /// - Parameter sight: the matters whose number the viewer reads; nil for a viewer of none.
    static func moves(
        of id: ID<CalendarChange>,
        _ outcome: ClockMove.Outcome,
        after cursor: DueCursor,
        limit: Int,
        within sight: Sight?,
        in tx: Transaction
    ) throws -> [MoveLine] {
        let seen: SQL = sight.map(\.condition) ?? "1 = 0"
        return try tx.rows(
            """
            SELECT v.was_due, v.subject, v.rule, v.subject_kind, m.id AS matter, v.becomes_due,
                c.number
            FROM calendar_moves v
            LEFT JOIN matters m ON m.id = v.matter AND \(seen)
            LEFT JOIN concerns c ON c.id = m.voice
            WHERE v.change = \(id) AND v.outcome = \(outcome)
                AND (v.was_due, v.subject, v.rule)
                    > (\(cursor.dueAt), \(cursor.subject), \(cursor.rule))
            ORDER BY v.was_due, v.subject, v.rule LIMIT \(limit)
            """
        ).map { row in
            MoveLine(
                rule: try row["rule"],
                subject: try row["subject_kind"],
                matter: try row["matter"],
                number: try row["number"],
                was: try row["was_due"],
                becomes: try row["becomes_due"],
                cursor: DueCursor(
                    dueAt: try row["was_due"],
                    subject: try row["subject"],
                    rule: try row["rule"]
                )
            )
        }
    }
}

/// One clock that a change moves, as it is listed: which limit, of which matter, from when to when.
package struct MoveLine: Sendable, Equatable {
    package let rule: String
    package let subject: LimitSubject
    /// Nil where the viewer may not see the matter, like its number.
    package let matter: ID<Matter>?
    /// The number of the concern that names the matter.
    package let number: String?
    package let was: Moment
    package let becomes: Moment
    package let cursor: DueCursor
}

extension Clock {
    /// What runs, from a place of the due index on, in the order in which it is due.
    static func running(
        after cursor: DueCursor,
        limit: Int,
        in tx: Transaction
    ) throws -> [Clock] {
        try dueBefore(.afterNever, after: cursor, limit: limit, in: tx)
    }
}

extension Moment {
    /// What has no end in sight stands at ``never`` and is running all the same.
    fileprivate static let afterNever = Moment.never.adding(milliseconds: 1)
}
