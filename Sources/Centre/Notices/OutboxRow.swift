import Storage

/// One side effect that waits to be delivered.
struct OutboxRow: Sendable {
    let id: ID<Notice>
    let kind: Notice.Kind
    let matter: ID<Matter>
    let concern: ID<Concern>?
    let facts: [String: String]
    let createdAt: Moment
    let attempts: Int
}

extension OutboxRow {
    /// What is left of an attempt that came to nothing: when to try again, or that it is given up.
    enum Outlook: Equatable {
        case again(at: Moment)
        case dead
    }

    static let mostAttempts = 8

    /// Half a minute, one, two, … up to an hour.
    static func outlook(afterAttempts attempts: Int, at now: Moment) -> Outlook {
        guard attempts < mostAttempts else { return .dead }
        let seconds = min(3600, 30 << max(0, attempts - 1))
        return .again(at: now.adding(milliseconds: Int64(seconds) * 1000))
    }
}

extension OutboxRow {
    private init(_ row: Row) throws {
        id = try row["id"]
        kind = try row["kind"]
        matter = try row["matter"]
        concern = try row["concern"]
        facts = try Facts.read(try row["facts"])
        createdAt = try row["created_at"]
        attempts = try row["attempts"]
    }

    /// What is due, taken for this transaction alone: another process takes other rows.
    static func take(at now: Moment, limit: Int, in tx: Transaction) throws -> [Taken] {
        let rows = try tx.rows(
            """
            SELECT id, kind, matter, concern, facts, created_at, attempts FROM outbox
            WHERE sent_at IS NULL AND dead_at IS NULL AND next_at <= \(now)
            ORDER BY next_at, id LIMIT \(limit) \(tx.dialect.skippingLocked)
            """
        )
        return try rows.map { row in
            Taken(id: try row["id"], attempts: try row["attempts"], row: row)
        }
    }

    /// A row that was taken and not yet read: one that cannot be read harms no other.
    struct Taken {
        let id: ID<Notice>
        let attempts: Int
        let row: Row

        func read() throws -> OutboxRow { try OutboxRow(row) }

        /// Delivered: the notices are the trace.
        func remove(in tx: Transaction) throws {
            try tx.run("DELETE FROM outbox WHERE id = \(id)")
        }

        /// Many are told: the next round goes on after those who have been.
        func goOn(with facts: [String: String], in tx: Transaction) throws {
            try tx.run("UPDATE outbox SET facts = \(Facts.text(facts)) WHERE id = \(id)")
        }

        func put(
            _ outlook: Outlook,
            because reason: Undelivered,
            at now: Moment,
            in tx: Transaction
        ) throws {
            switch outlook {
            case .again(let moment):
                try tx.run(
                    """
                    UPDATE outbox SET attempts = \(attempts + 1), failure = \(reason),
                        next_at = \(moment)
                    WHERE id = \(id)
                    """
                )
            case .dead:
                try tx.run(
                    """
                    UPDATE outbox SET attempts = \(attempts + 1), failure = \(reason),
                        dead_at = \(now)
                    WHERE id = \(id)
                    """
                )
            }
        }
    }

    static func isAnyDue(at now: Moment, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM outbox
            WHERE sent_at IS NULL AND dead_at IS NULL AND next_at <= \(now)
            ORDER BY next_at, id LIMIT 1
            """
        ) != nil
    }
}
