import Storage

/// When suspended matters go on by themselves.
enum SuspensionRecords {
    static func put(_ matter: ID<Matter>, until end: Moment, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO suspensions (matter, until_at) VALUES (\(matter), \(end))
            ON CONFLICT (matter) DO UPDATE SET until_at = excluded.until_at
            """
        )
    }

    static func forget(_ matter: ID<Matter>, in tx: Transaction) throws {
        try tx.run("DELETE FROM suspensions WHERE matter = \(matter)")
    }

    static func end(of matter: ID<Matter>, in tx: Transaction) throws -> Moment? {
        try tx.value("SELECT until_at FROM suspensions WHERE matter = \(matter)")
    }

    /// Takes a suspension whose end has come; of two processes one gets it.
    static func take(_ matter: ID<Matter>, at now: Moment, in tx: Transaction) throws -> Bool {
        try tx.run("DELETE FROM suspensions WHERE matter = \(matter) AND until_at <= \(now)") == 1
    }

    static func ended(at now: Moment, limit: Int, in tx: Transaction) throws -> [ID<Matter>] {
        try tx.rows(
            """
            SELECT matter FROM suspensions WHERE until_at <= \(now)
            ORDER BY until_at, matter LIMIT \(limit)
            """
        ).map { try $0[0] }
    }

    /// Suspended matters that were written before this index, or beside it.
    static func missing(limit: Int, in tx: Transaction) throws -> [ID<Matter>] {
        try tx.rows(
            """
            SELECT m.id FROM matters m
            WHERE m.stage = \(Matter.Stage.suspended)
                AND NOT EXISTS (SELECT 1 FROM suspensions s WHERE s.matter = m.id)
            ORDER BY m.due_at, m.id LIMIT \(limit)
            """
        ).map { try $0[0] }
    }
}
