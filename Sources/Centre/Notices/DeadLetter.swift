import Storage

/// A notice that was given up after so many attempts: what was to be told and why it could not be,
/// not to whom.
package struct DeadLetter: Sendable, Equatable, Codable {
    package let id: ID<Notice>
    /// As it was written: what cannot be delivered may be of a kind nobody knows.
    package let kind: String
    package let matter: ID<Matter>?
    package let orderedAt: Moment
    package let givenUpAt: Moment
    package let attempts: Int
    /// Nil for what was given up before reasons were kept.
    package let reason: Undelivered?

    /// Its place in the list.
    package struct Place: Sendable, Equatable {
        package let givenUpAt: Moment
        package let id: ID<Notice>

        package init(givenUpAt: Moment, id: ID<Notice>) {
            self.givenUpAt = givenUpAt
            self.id = id
        }
    }

    package var place: Place { Place(givenUpAt: givenUpAt, id: id) }
}

/// Why the last attempt at a notice came to nothing: a word, and never the error's own text, which
/// may tell of somebody.
package enum Undelivered: String, Storable, CaseIterable, Codable {
    /// The row says something that this house does not know.
    case unreadable
    /// What it tells of is not there any more.
    case gone
    /// The store refused to write it.
    case refused
    case unknown

    init(_ error: any Error) {
        self =
            switch error {
            case StorageError.unreadable, is DecodingError: .unreadable
            case is NotFound: .gone
            case is StorageError: .refused
            default: .unknown
            }
    }
}

extension DeadLetter {
    /// What was given up, the longest ago first.
    static func page(
        after: Place?,
        limit: Int,
        in tx: Transaction
    ) throws -> [DeadLetter] {
        let beyond: SQL = after.map { "AND (dead_at, id) > (\($0.givenUpAt), \($0.id))" } ?? ""
        return try tx.rows(
            """
            SELECT id, kind, matter, created_at, dead_at, attempts, failure FROM outbox
            WHERE dead_at IS NOT NULL \(beyond) ORDER BY dead_at, id LIMIT \(limit)
            """
        ).map(DeadLetter.init)
    }

    /// Queues given-up notices again, as if they were new: one, or those given up longest ago.
    static func requeue(
        _ id: ID<Notice>?,
        limit: Int,
        at now: Moment,
        in tx: Transaction
    ) throws -> Int {
        let which: SQL = id.map { "AND id = \($0)" } ?? ""
        return try tx.run(
            """
            UPDATE outbox SET dead_at = NULL, attempts = 0, failure = NULL, next_at = \(now)
            WHERE id IN (
                SELECT id FROM outbox WHERE dead_at IS NOT NULL \(which)
                ORDER BY dead_at, id LIMIT \(limit)
            )
            """
        )
    }

    private init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            kind: try row["kind"],
            matter: try row["matter"],
            orderedAt: try row["created_at"],
            givenUpAt: try row["dead_at"],
            attempts: try row["attempts"],
            reason: try row["failure"]
        )
    }
}
