package import Storage

extension Officer {
    private static let columns: SQL = """
        id, login, name, created_at, ended_at,
        CASE WHEN second_factor_box IS NULL THEN 0 ELSE 1 END AS has_second_factor
        """

    init(_ row: Row) throws {
        try self.init(
            id: row["id"],
            login: row["login"],
            name: row["name"],
            createdAt: row["created_at"],
            endedAt: row["ended_at"],
            hasSecondFactor: row["has_second_factor"]
        )
    }

    package static func find(_ id: ID<Officer>, in tx: Transaction) throws -> Officer {
        guard let row = try tx.row("SELECT \(columns) FROM officers WHERE id = \(id)") else {
            throw NotFound()
        }
        return try Officer(row)
    }

    static func find(login: String, in tx: Transaction) throws -> Officer? {
        try tx.row("SELECT \(columns) FROM officers WHERE login = \(login)").map(Officer.init)
    }

    static func page(after login: String, limit: Int, in tx: Transaction) throws -> [Officer] {
        try tx.rows(
            """
            SELECT \(columns) FROM officers
            WHERE login > \(login)
            ORDER BY login
            LIMIT \(limit)
            """
        ).map(Officer.init)
    }

    /// - Returns: false when the login is someone else's.
    func add(password: PasswordHash?, in tx: Transaction) throws -> Bool {
        try tx.run(
            """
            INSERT INTO officers (id, login, name, password, created_at)
            VALUES (\(id), \(login), \(name), \(password?.text), \(createdAt))
            ON CONFLICT (login) DO NOTHING
            """
        ) == 1
    }

    static func end(_ id: ID<Officer>, at moment: Moment, in tx: Transaction) throws {
        try tx.run("UPDATE officers SET ended_at = \(moment) WHERE id = \(id)")
    }

    static func set(_ password: PasswordHash, of id: ID<Officer>, in tx: Transaction) throws {
        try tx.run("UPDATE officers SET password = \(password.text) WHERE id = \(id)")
    }
}

/// What an officer proves himself with, as it is kept.
struct Credentials: Sendable {
    let officer: ID<Officer>
    let password: String?
    let secondFactorBox: [UInt8]?
    let secondFactorOfferBox: [UInt8]?
    let secondFactorStep: Int64?

    static func find(_ login: String, at now: Moment, in tx: Transaction) throws -> Credentials? {
        try tx.row(
            """
            SELECT id, password, second_factor_box, second_factor_offer_box, second_factor_step
            FROM officers
            WHERE login = \(login) AND (ended_at IS NULL OR ended_at > \(now))
            """
        ).map { row in
            try Credentials(
                officer: row["id"],
                password: row["password"],
                secondFactorBox: row["second_factor_box"],
                secondFactorOfferBox: row["second_factor_offer_box"],
                secondFactorStep: row["second_factor_step"]
            )
        }
    }

    static func offer(_ box: [UInt8], to officer: ID<Officer>, in tx: Transaction) throws {
        try tx.run(
            "UPDATE officers SET second_factor_offer_box = \(box) WHERE id = \(officer)"
        )
    }

    static func set(
        _ box: [UInt8]?,
        step: Int64?,
        of officer: ID<Officer>,
        in tx: Transaction
    )
        throws
    {
        try tx.run(
            """
            UPDATE officers
            SET second_factor_box = \(box),
                second_factor_offer_box = NULL,
                second_factor_step = \(step)
            WHERE id = \(officer)
            """
        )
    }

    static func use(_ step: Int64, of officer: ID<Officer>, in tx: Transaction) throws {
        try tx.run("UPDATE officers SET second_factor_step = \(step) WHERE id = \(officer)")
    }
}
