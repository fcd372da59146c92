import Storage

enum AlarmRecords {
    /// Writes what nobody else has written before.
    /// - Returns: the alarms that are new.
    static func add(_ alarms: [Placed], in tx: Transaction) throws -> [Alarm] {
        var written: Set<ID<Alarm>> = []
        for start in stride(from: 0, to: alarms.count, by: rowsAtOnce) {
            let some = alarms[start..<min(start + rowsAtOnce, alarms.count)]
            let rows = try tx.rows(
                """
                INSERT INTO alarms (id, subject, subject_kind, rule, started_at, kind, due_at, at,
                    raised_at, state, matter, unit, village, grid)
                VALUES \(some.map(\.tuple).joined(by: ", "))
                ON CONFLICT (subject, rule, started_at, kind, due_at) DO NOTHING
                RETURNING id
                """
            )
            for row in rows { written.insert(try row[0]) }
        }
        return alarms.map(\.alarm).filter { written.contains($0.id) }
    }

    /// An alarm with the place where its matter lies.
    struct Placed {
        let alarm: Alarm
        let village: ID<Area>?
        let grid: ID<Area>?

        fileprivate var tuple: SQL {
            """
            (\(alarm.id), \(alarm.clock.subject), \(alarm.subject), \(alarm.clock.rule),
                \(alarm.clock.startedAt), \(alarm.kind), \(alarm.dueAt), \(alarm.at),
                \(alarm.raisedAt), \(Alarm.State.open), \(alarm.matter), \(alarm.unit),
                \(village), \(grid))
            """
        }
    }

    private static let rowsAtOnce = 100

    /// What was raised of these subjects before, by clock.
    static func raised(
        of subjects: [[UInt8]],
        in tx: Transaction
    ) throws -> [ClockKey: [RaisedMark]] {
        var raised: [ClockKey: [RaisedMark]] = [:]
        for start in stride(from: 0, to: subjects.count, by: 500) {
            let some = subjects[start..<min(start + 500, subjects.count)]
            let rows = try tx.rows(
                """
                SELECT subject, rule, started_at, kind, due_at, at FROM alarms
                WHERE subject IN \(list: Array(some))
                """
            )
            for row in rows {
                let mark = RaisedMark(
                    kind: try row["kind"],
                    dueAt: try row["due_at"],
                    at: try row["at"]
                )
                raised[try ClockKey(row), default: []].append(mark)
            }
        }
        return raised
    }

    /// Open alarms of clocks that no longer run to that due moment are answered.
    static func answer(of subjects: [[UInt8]], at now: Moment, in tx: Transaction) throws {
        for start in stride(from: 0, to: subjects.count, by: 500) {
            let some = subjects[start..<min(start + 500, subjects.count)]
            try tx.run(
                """
                UPDATE alarms SET state = \(Alarm.State.answered), answered_at = \(now)
                WHERE subject IN \(list: Array(some)) AND answered_at IS NULL
                    AND NOT \(runsToIt)
                """
            )
        }
    }

    /// Alarms of what was no limit, as its step of supervision was withdrawn, are shown no more.
    static func void(of subjects: [[UInt8]], at now: Moment, in tx: Transaction) throws {
        guard !subjects.isEmpty else { return }
        try tx.run(
            """
            UPDATE alarms SET void_at = \(now)
            WHERE subject IN \(list: Set(subjects).sorted { $0.lexicographicallyPrecedes($1) })
                AND void_at IS NULL
            """
        )
    }

    /// Alarms of clocks that came from another matter, or run again, are this matter's and open.
    static func adopt(
        of subjects: [[UInt8]],
        for matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE alarms SET matter = \(matter), state = \(Alarm.State.open), answered_at = NULL
            WHERE subject IN \(list: subjects) AND \(runsToIt)
            """
        )
    }

    /// What is open follows its matter to another unit or another place.
    static func move(
        of matter: ID<Matter>,
        to unit: ID<Unit>?,
        village: ID<Area>?,
        grid: ID<Area>?,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE alarms SET village = \(village), grid = \(grid),
                unit = CASE WHEN subject_kind IN \(list: LimitSubject.ofUnits) THEN unit
                    ELSE \(unit) END
            WHERE matter = \(matter) AND answered_at IS NULL
            """
        )
    }

    private static let runsToIt: SQL = """
        EXISTS (
            SELECT 1 FROM clocks c
            WHERE c.subject = alarms.subject AND c.rule = alarms.rule
                AND c.started_at = alarms.started_at AND c.state = 'running'
                AND c.due_at = alarms.due_at
        )
        """
}
