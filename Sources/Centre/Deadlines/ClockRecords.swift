package import Storage

/// A place in the due index: of one subject no rule runs twice at a time, so that the three are
/// unique among what runs.
package struct DueCursor: Sendable, Equatable, Codable {
    package let dueAt: Moment
    package let subject: [UInt8]
    package let rule: String

    package init(dueAt: Moment, subject: [UInt8], rule: String) {
        self.dueAt = dueAt
        self.subject = subject
        self.rule = rule
    }

    package static let start = DueCursor(dueAt: Moment(milliseconds: 0), subject: [], rule: "")
}

extension Clock {
    package var cursor: DueCursor { DueCursor(dueAt: dueAt, subject: subject.id, rule: rule) }

    /// Brings the due index of a matter up to its clocks, changing only what changed.
    ///
    /// - Parameter before: what the index holds of the matter, where the caller has read it.
    ///
    /// Clocks of subjects that by now belong to another matter are left to that one.
    package static func store(
        _ clocks: [Clock],
        over before: [Clock]? = nil,
        of matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        let before = try before ?? self.clocks(of: matter, in: tx)
        let now = clocks.filter { $0.matter == nil || $0.matter == matter }
            .map { $0.asStored(of: matter) }
        let known = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        let changed = now.filter { known[$0.key] != $0 }
        for start in stride(from: 0, to: changed.count, by: rowsAtOnce) {
            let some = changed[start..<min(start + rowsAtOnce, changed.count)]
            try tx.run(upsert(some, of: matter))
        }
        let kept = Set(now.map(\.key))
        for clock in before where !kept.contains(clock.key) { try clock.delete(in: tx) }
    }

    /// All clocks of a matter, its concerns and assignments; oldest first.
    package static func clocks(of matter: ID<Matter>, in tx: Transaction) throws -> [Clock] {
        try tx.rows(
            """
            SELECT \(columns) FROM clocks WHERE matter = \(matter)
            ORDER BY matter, started_at, rule, subject
            """
        ).map(Clock.init)
    }

    /// What still runs, paused or not; earliest due first.
    package static func running(of matter: ID<Matter>, in tx: Transaction) throws -> [Clock] {
        try clocks(of: matter, in: tx).running
    }

    /// What runs of these subjects.
    static func running(of subjects: [[UInt8]], in tx: Transaction) throws -> [Clock] {
        try tx.rows(
            """
            SELECT \(columns) FROM clocks
            WHERE subject IN \(list: subjects) AND state = 'running'
            """
        ).map(Clock.init)
    }

    /// What runs and is due before the moment, in the order in which it is due.
    ///
    /// These are the alarms that should have fired by then, however often the house was down.
    package static func dueBefore(
        _ moment: Moment,
        after cursor: DueCursor = .start,
        limit: Int,
        in tx: Transaction
    ) throws -> [Clock] {
        try tx.rows(
            """
            SELECT \(columns) FROM clocks
            WHERE state = 'running' AND due_at < \(moment)
                AND (due_at, subject, rule) > (\(cursor.dueAt), \(cursor.subject), \(cursor.rule))
            ORDER BY due_at, subject, rule
            LIMIT \(limit)
            """
        ).map(Clock.init)
    }

    /// What was counted on a calendar that is not official yet: to be counted again when it is.
    package static func provisional(
        after cursor: DueCursor = .start,
        limit: Int,
        in tx: Transaction
    ) throws -> [Clock] {
        try tx.rows(
            """
            SELECT \(columns) FROM clocks
            WHERE state = 'running' AND provisional = 1
                AND (due_at, subject, rule) > (\(cursor.dueAt), \(cursor.subject), \(cursor.rule))
            ORDER BY due_at, subject, rule
            LIMIT \(limit)
            """
        ).map(Clock.init)
    }
}

extension [Clock] {
    /// What still runs, paused or not; earliest due first.
    var running: [Clock] {
        filter(\.isOpen)
            .sorted { ($0.dueAt, $0.rule, $0.startedAt) < ($1.dueAt, $1.rule, $1.startedAt) }
    }
}

extension Clock {
    private struct Key: Hashable {
        let subject: [UInt8]
        let rule: String
        let startedAt: Moment
    }

    private var key: Key { Key(subject: subject.id, rule: rule, startedAt: startedAt) }

    /// A pause begins and ends without a write, so that the index knows only running and ended.
    private func asStored(of matter: ID<Matter>) -> Clock {
        Clock(
            rule: rule,
            version: version,
            subject: subject,
            matter: matter,
            startedAt: startedAt,
            dueAt: dueAt,
            provisional: provisional,
            state: isOpen ? .running : state,
            endedAt: endedAt,
            pauses: pauses,
            extensions: extensions,
            keptUntil: keptUntil
        )
    }

    private init(_ row: Row) throws {
        self.init(
            rule: try row["rule"],
            version: try row["version"],
            subject: ClockSubject(kind: try row["subject_kind"], id: try row["subject"]),
            matter: try row["matter"],
            startedAt: try row["started_at"],
            dueAt: try row["due_at"],
            provisional: try row["provisional"],
            state: try row["state"],
            endedAt: try row["ended_at"],
            pauses: try ClockText.pauses(try row["pauses"]),
            extensions: try ClockText.extensions(try row["extensions"]),
            keptUntil: try row["kept_until"]
        )
    }

    private static var columns: SQL {
        """
        subject, rule, started_at, subject_kind, matter, version, due_at, provisional, state,
        ended_at, pauses, extensions, kept_until
        """
    }

    /// A matter of a thousand residents has more clocks than a statement may have values.
    private static let rowsAtOnce = 500

    private static func upsert(_ clocks: ArraySlice<Clock>, of matter: ID<Matter>) -> SQL {
        """
        INSERT INTO clocks (\(columns))
        VALUES \(clocks.map { $0.tuple(of: matter) }.joined(by: ", "))
        ON CONFLICT (subject, rule, started_at) DO UPDATE SET matter = excluded.matter,
            version = excluded.version, due_at = excluded.due_at,
            provisional = excluded.provisional, state = excluded.state,
            ended_at = excluded.ended_at, pauses = excluded.pauses,
            extensions = excluded.extensions, kept_until = excluded.kept_until
        """
    }

    private func tuple(of matter: ID<Matter>) -> SQL {
        """
        (\(subject.id), \(rule), \(startedAt), \(subject.kind), \(matter), \(version), \(dueAt),
            \(provisional), \(state), \(endedAt), \(ClockText.of(pauses)),
            \(ClockText.of(extensions)), \(keptUntil))
        """
    }

    private func delete(in tx: Transaction) throws {
        try tx.run(
            """
            DELETE FROM clocks
            WHERE subject = \(subject.id) AND rule = \(rule) AND started_at = \(startedAt)
            """
        )
    }
}
