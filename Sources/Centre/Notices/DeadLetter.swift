import Storage

/// A notice that was given up after so many attempts: what was to be told, not to whom.
package struct DeadLetter: Sendable, Equatable {
    package let id: ID<Notice>
    /// As it was written: what cannot be delivered may be of a kind nobody knows.
    package let kind: String
    package let matter: ID<Matter>?
    package let orderedAt: Moment
    package let givenUpAt: Moment
    package let attempts: Int
}

extension OutboxDesk {
    /// What was given up, the longest ago first.
    package func deadLetters(
        after: DeadLetter? = nil,
        limit: Int
    ) async throws -> Portion<DeadLetter, DeadLetter> {
        try await house.database.read { tx in
            let beyond: SQL = after.map { "AND (dead_at, id) > (\($0.givenUpAt), \($0.id))" } ?? ""
            let found = try tx.rows(
                """
                SELECT id, kind, matter, created_at, dead_at, attempts FROM outbox
                WHERE dead_at IS NOT NULL \(beyond) ORDER BY dead_at, id LIMIT \(limit + 1)
                """
            ).map(DeadLetter.init)
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last : nil)
        }
    }

    /// Queues given-up notices again, as if they were new: all of them, or one.
    /// - Returns: how many; fewer than the limit when none is left.
    package func requeue(_ id: ID<Notice>? = nil, limit: Int = 500) async throws -> Int {
        try await house.database.write { [house] tx in
            let now = house.world.now()
            let which: SQL = id.map { "AND id = \($0)" } ?? ""
            return try tx.run(
                """
                UPDATE outbox SET dead_at = NULL, attempts = 0, next_at = \(now)
                WHERE id IN (
                    SELECT id FROM outbox WHERE dead_at IS NOT NULL \(which)
                    ORDER BY dead_at, id LIMIT \(limit)
                )
                """
            )
        }
    }
}

extension DeadLetter {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            kind: try row["kind"],
            matter: try row["matter"],
            orderedAt: try row["created_at"],
            givenUpAt: try row["dead_at"],
            attempts: try row["attempts"]
        )
    }
}
