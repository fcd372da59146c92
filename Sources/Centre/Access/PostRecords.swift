package import Storage

extension Post {
    private static let columns: SQL = "id, officer, unit, role, area, valid_from, valid_to"

    init(_ row: Row) throws {
        try self.init(
            id: row["id"],
            officer: row["officer"],
            unit: row["unit"],
            role: row["role"],
            area: row["area"],
            validFrom: row["valid_from"],
            validTo: row["valid_to"]
        )
    }

    static func find(_ id: ID<Post>, in tx: Transaction) throws -> Post {
        guard let row = try tx.row("SELECT \(columns) FROM posts WHERE id = \(id)") else {
            throw NotFound()
        }
        return try Post(row)
    }

    /// All posts an officer ever held: a handful.
    static func all(of officer: ID<Officer>, in tx: Transaction) throws -> [Post] {
        try tx.rows(
            """
            SELECT \(columns) FROM posts
            WHERE officer = \(officer)
            ORDER BY valid_from, id
            """
        ).map(Post.init)
    }

    /// The posts an officer holds at a moment, the longest held first.
    package static func valid(
        of officer: ID<Officer>,
        at moment: Moment,
        in tx: Transaction
    )
        throws -> [Post]
    {
        try all(of: officer, in: tx).filter { $0.isValid(at: moment) }
    }

    func add(in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO posts (\(Self.columns))
            VALUES (\(id), \(officer), \(unit), \(role), \(area), \(validFrom), \(validTo))
            """
        )
    }

    static func end(_ id: ID<Post>, at moment: Moment, in tx: Transaction) throws {
        try tx.run("UPDATE posts SET valid_to = \(moment) WHERE id = \(id)")
    }

    static func knows(_ unit: ID<Unit>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM units WHERE id = \(unit)") != nil
    }

    static func knows(_ area: ID<Area>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM areas WHERE id = \(area)") != nil
    }
}
