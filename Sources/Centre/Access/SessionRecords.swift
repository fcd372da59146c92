import Storage

extension Session {
    private static let columns: SQL = "id, officer, opened_at, expires_at, ended_at, client"

    init(_ row: Row) throws {
        try self.init(
            id: row["id"],
            officer: row["officer"],
            openedAt: row["opened_at"],
            expiresAt: row["expires_at"],
            endedAt: row["ended_at"],
            client: row["client"]
        )
    }

    func add(tokenHash: [UInt8], in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO sessions (id, token_hash, officer, opened_at, expires_at, client)
            VALUES (\(id), \(tokenHash), \(officer), \(openedAt), \(expiresAt), \(client))
            """
        )
    }

    static func find(_ id: ID<Session>, in tx: Transaction) throws -> Session {
        guard let row = try tx.row("SELECT \(columns) FROM sessions WHERE id = \(id)") else {
            throw NotFound()
        }
        return try Session(row)
    }

    /// Those that still open the door, the newest first.
    static func open(
        of officer: ID<Officer>,
        at now: Moment,
        limit: Int,
        in tx: Transaction
    )
        throws -> [Session]
    {
        try tx.rows(
            """
            SELECT \(columns) FROM sessions
            WHERE officer = \(officer) AND ended_at IS NULL AND expires_at > \(now)
            ORDER BY opened_at DESC, id DESC
            LIMIT \(limit)
            """
        ).map(Session.init)
    }

    static func end(_ id: ID<Session>, at now: Moment, in tx: Transaction) throws {
        try tx.run("UPDATE sessions SET ended_at = \(now) WHERE id = \(id)")
    }

    /// - Returns: how many were open.
    static func endAll(of officer: ID<Officer>, at now: Moment, in tx: Transaction) throws -> Int {
        try tx.run(
            """
            UPDATE sessions SET ended_at = \(now)
            WHERE officer = \(officer) AND ended_at IS NULL AND expires_at > \(now)
            """
        )
    }

    static func forget(expiredBefore moment: Moment, limit: Int, in tx: Transaction) throws -> Int {
        try tx.run(
            """
            DELETE FROM sessions WHERE id IN (
                SELECT id FROM sessions WHERE expires_at < \(moment)
                ORDER BY expires_at, id
                LIMIT \(limit)
            )
            """
        )
    }
}

extension Viewer {
    /// The officer behind a token with the posts held now, in one look-up.
    static func find(tokenHash: [UInt8], at now: Moment, in tx: Transaction) throws -> Viewer {
        let rows = try tx.rows(
            """
            SELECT s.id AS session, o.id AS officer, o.login, o.name,
                p.id, p.unit, p.role, p.area, p.valid_from, p.valid_to
            FROM sessions s
            JOIN officers o ON o.id = s.officer
            LEFT JOIN posts p ON p.officer = o.id
                AND p.valid_from <= \(now) AND (p.valid_to IS NULL OR p.valid_to > \(now))
            WHERE s.token_hash = \(tokenHash)
                AND s.ended_at IS NULL AND s.expires_at > \(now)
                AND (o.ended_at IS NULL OR o.ended_at > \(now))
            ORDER BY p.valid_from, p.id
            """
        )
        guard let first = rows.first else { throw NotFound() }
        let post: ID<Post>? = try first["id"]
        return try Viewer(
            officer: first["officer"],
            name: first["name"],
            login: first["login"],
            posts: post == nil ? [] : rows.map(Post.init),
            session: first["session"]
        )
    }
}
