import Storage

extension Concern {
    init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        state = try row["state"]
        channel = try row["channel"]
        externalNo = try row["external_no"]
        kind = try row["kind"]
        mode = try row["mode"]
        contact = try row["contact"]
        home = try row["home"]
        matter = try row["matter"]
        people = try row["people"]
        registeredAt = try row["registered_at"]
        receivedAt = try row["received_at"]
        answeredAt = try row["answered_at"]
        visits = try row["visits"]
        visitedAt = try row["visited_at"]
        ratedAt = try row["rated_at"]
    }

    static var columns: SQL {
        """
        c.id, c.number, c.state, c.channel, c.external_no, c.kind, c.mode, c.contact, c.home,
        c.matter, c.people, c.registered_at, c.received_at, c.answered_at, c.visits,
        c.visited_at, c.rated_at
        """
    }

    static func find(number: String, in tx: Transaction) throws -> Concern {
        let row = try tx.row("SELECT \(columns) FROM concerns c WHERE c.number = \(number)")
        guard let row else { throw NotFound() }
        return try Concern(row)
    }

    /// The concerns linked to a matter at present, oldest first.
    static func all(of matter: ID<Matter>, in tx: Transaction) throws -> [Concern] {
        try tx.rows(
            """
            SELECT \(columns) FROM concerns c WHERE c.matter = \(matter)
            ORDER BY c.registered_at, c.id
            """
        ).map(Concern.init)
    }

    /// Number, channel and what it is about were settled at registration; only the way it has
    /// gone since is saved.
    func save(in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE concerns SET state = \(state), matter = \(matter),
                answered_at = \(answeredAt), visits = \(visits), visited_at = \(visitedAt),
                rated_at = \(ratedAt)
            WHERE id = \(id)
            """
        )
    }
}
