import Storage

/// When the house next looks at each open clock.
enum WatchRecords {
    struct Watch {
        let clock: ClockKey
        let nextAt: Moment?
    }

    /// A matter of a thousand residents has more clocks than a statement may have values.
    private static let rowsAtOnce = 200

    static func put(_ watches: [Watch], in tx: Transaction) throws {
        for start in stride(from: 0, to: watches.count, by: rowsAtOnce) {
            let rows: [SQL] = watches[start..<min(start + rowsAtOnce, watches.count)].map { watch in
                let clock = watch.clock
                return """
                    (\(clock.subject), \(clock.rule), \(clock.startedAt), \(watch.nextAt))
                    """
            }
            try tx.run(
                """
                INSERT INTO watches (subject, rule, started_at, next_at)
                VALUES \(rows.joined(by: ", "))
                ON CONFLICT (subject, rule, started_at) DO UPDATE SET next_at = excluded.next_at
                """
            )
        }
    }

    static func forget(_ clocks: [ClockKey], in tx: Transaction) throws {
        for start in stride(from: 0, to: clocks.count, by: rowsAtOnce) {
            let some = clocks[start..<min(start + rowsAtOnce, clocks.count)]
            let these: [SQL] = some.map { clock in
                """
                (subject = \(clock.subject) AND rule = \(clock.rule)
                    AND started_at = \(clock.startedAt))
                """
            }
            try tx.run("DELETE FROM watches WHERE \(these.joined(by: " OR "))")
        }
    }

    /// What is to be looked at by now, taken for this transaction alone: another process takes
    /// others.
    static func take(at now: Moment, limit: Int, in tx: Transaction) throws -> [ClockKey] {
        try tx.rows(
            """
            SELECT subject, rule, started_at FROM watches WHERE next_at <= \(now)
            ORDER BY next_at, subject, rule LIMIT \(limit) \(tx.dialect.skippingLocked)
            """
        ).map(ClockKey.init)
    }

    static func isAnyDue(at now: Moment, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT next_at FROM watches WHERE next_at <= \(now)
            ORDER BY next_at, subject, rule LIMIT 1
            """
        ) != nil
    }

    /// The watches up to a moment, in the order of the moments.
    static func due(
        by moment: Moment,
        after: Watch?,
        limit: Int,
        in tx: Transaction
    ) throws -> [Watch] {
        let beyond: SQL =
            after.map { watch in
                """
                AND (next_at, subject, rule)
                    > (\(watch.nextAt), \(watch.clock.subject), \(watch.clock.rule))
                """
            } ?? ""
        return try tx.rows(
            """
            SELECT subject, rule, started_at, next_at FROM watches
            WHERE next_at <= \(moment) \(beyond)
            ORDER BY next_at, subject, rule LIMIT \(limit)
            """
        ).map { Watch(clock: try ClockKey($0), nextAt: try $0["next_at"]) }
    }

    /// Clocks were written that no watch knows: all are to be learnt again.
    static func closeBook(in tx: Transaction) throws {
        try tx.run("DELETE FROM watch_book")
    }

    /// What is kept of these subjects, by clock.
    static func known(
        of subjects: [[UInt8]],
        in tx: Transaction
    ) throws -> [ClockKey: Moment?] {
        let rows = try tx.rows(
            """
            SELECT subject, rule, started_at, next_at FROM watches
            WHERE subject IN \(list: subjects)
            """
        )
        let pairs: [(ClockKey, Moment?)] = try rows.map { (try ClockKey($0), try $0["next_at"]) }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    /// The version of the town under which all open clocks are watched; nil before the first time.
    static func townVersion(in tx: Transaction) throws -> Int? {
        try tx.value("SELECT town_version FROM watch_book WHERE id = 1")
    }

    static func keep(townVersion: Int, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO watch_book (id, town_version) VALUES (1, \(townVersion))
            ON CONFLICT (id) DO UPDATE SET town_version = excluded.town_version
            """
        )
    }
}

extension ClockKey {
    init(_ row: Row) throws {
        self.init(
            subject: try row["subject"],
            rule: try row["rule"],
            startedAt: try row["started_at"]
        )
    }
}
