import Storage

enum SittingRecords {
    private static let columns: SQL = """
        s.id, s.rota, s.half_day, s.seat, s.drafted, s.unit, s.officer, s.substitute, s.origin,
        s.published, s.taken_at
        """

    static func insert(_ sittings: [Sitting], in turn: Turn) throws {
        for part in sittings.parts(of: 50) {
            let rows: [SQL] = part.map { sitting in
                """
                (\(sitting.id), \(sitting.rota), \(sitting.halfDay), \(sitting.seat), \
                \(sitting.drafted.text(in: turn.town)), \(sitting.place.unit), \
                \(sitting.place.officer), \(sitting.place.substitute), \(sitting.origin), 0)
                """
            }
            try turn.tx.run(
                """
                INSERT INTO sittings (id, rota, half_day, seat, drafted, unit, officer, substitute,
                    origin, published)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }

    /// Brings the copy up to what the entries say.
    static func keep(_ sitting: Sitting, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE sittings SET unit = \(sitting.place.unit), officer = \(sitting.place.officer),
                substitute = \(sitting.place.substitute), origin = \(sitting.origin),
                taken_at = \(sitting.takenAt)
            WHERE id = \(sitting.id)
            """
        )
    }

    /// - Parameter forChange: taken for this transaction alone where engines share rows.
    static func find(
        _ id: ID<Sitting>,
        forChange: Bool = false,
        in turn: Turn
    ) throws -> Sitting {
        let lock: SQL = forChange ? turn.tx.dialect.forUpdate : ""
        let row = try turn.tx.row(
            "SELECT \(columns) FROM sittings s WHERE s.id = \(id) \(lock)"
        )
        guard let row else { throw NotFound() }
        return try sitting(row, in: turn)
    }

    /// A rota's places in their order, from one on.
    static func page(
        of rota: ID<Rota>,
        after: SittingPlace?,
        through: HalfDay? = nil,
        limit: Int,
        in turn: Turn
    ) throws -> [Sitting] {
        var conditions: [SQL] = ["s.rota = \(rota)"]
        if let after {
            conditions.append("(s.half_day, s.seat) > (\(after.halfDay), \(after.seat))")
        }
        if let through { conditions.append("s.half_day <= \(through)") }
        return try turn.tx.rows(
            """
            SELECT \(columns) FROM sittings s WHERE \(conditions.joined(by: " AND "))
            ORDER BY s.half_day, s.seat LIMIT \(limit)
            """
        ).map { try sitting($0, in: turn) }
    }

    /// What holds on some half-days.
    static func inForce(from: HalfDay, to: HalfDay, in turn: Turn) throws -> [Sitting] {
        try turn.tx.rows(
            """
            SELECT \(columns) FROM sittings s
            WHERE s.published = 1 AND s.half_day >= \(from) AND s.half_day <= \(to)
            ORDER BY s.half_day, s.seat LIMIT 2000
            """
        ).map { try sitting($0, in: turn) }
    }

    /// A unit's next turns that hold.
    static func next(
        of unit: ID<Unit>,
        from: HalfDay,
        limit: Int,
        in turn: Turn
    ) throws -> [Sitting] {
        try turn.tx.rows(
            """
            SELECT \(columns) FROM sittings s
            WHERE s.published = 1 AND s.unit = \(unit) AND s.half_day >= \(from)
            ORDER BY s.half_day, s.seat LIMIT \(limit)
            """
        ).map { try sitting($0, in: turn) }
    }

    /// Who sits there next.
    static func next(at seat: String, after: HalfDay, in turn: Turn) throws -> Sitting? {
        try turn.tx.rows(
            """
            SELECT \(columns) FROM sittings s
            WHERE s.published = 1 AND s.half_day > \(after) AND s.half_day <= \(after.adding(days: 30))
                AND s.seat = \(seat) AND s.unit IS NOT NULL
            ORDER BY s.half_day LIMIT 1
            """
        ).first.map { try sitting($0, in: turn) }
    }

    /// The units at the other seats of a rota on the half-day.
    static func busy(
        on halfDay: HalfDay,
        of rota: ID<Rota>,
        beside sittings: [ID<Sitting>],
        in tx: Transaction
    ) throws -> Set<ID<Unit>> {
        let units: [ID<Unit>] = try tx.rows(
            """
            SELECT unit FROM sittings
            WHERE rota = \(rota) AND half_day = \(halfDay) AND unit IS NOT NULL
                AND id NOT IN \(list: sittings)
            """
        ).map { try $0[0] }
        return Set(units)
    }

    static func sitting(_ row: Row, in turn: Turn) throws -> Sitting {
        let published: Int = try row["published"]
        return Sitting(
            id: try row["id"],
            rota: try row["rota"],
            halfDay: try row["half_day"],
            seat: try row["seat"],
            drafted: try Sitting.Drafted(try row["drafted"]) { turn.town.unit(code: $0)?.id },
            place: Sitting.Place(
                unit: try row["unit"],
                officer: try row["officer"],
                substitute: try row["substitute"]
            ),
            origin: try row["origin"],
            published: published == 1,
            takenAt: try row["taken_at"]
        )
    }
}

/// Where a page of a rota's places ended.
package struct SittingPlace: Sendable, Equatable {
    package let halfDay: HalfDay
    package let seat: String

    package init(halfDay: HalfDay, seat: String) {
        self.halfDay = halfDay
        self.seat = seat
    }
}

// MARK: words

extension SittingRecords {
    private static func purpose(_ id: ID<Sitting>) -> String { "sitting/\(id)" }

    /// - Returns: the digest by which the entry tells of them.
    static func keep(_ words: String, of id: ID<Sitting>, in turn: Turn) throws -> String {
        let box = try turn.house.keys.sealAnswer(words, as: purpose(id))
        let digest = sealedDigest(box)
        try turn.tx.run(
            """
            INSERT INTO sitting_words (sitting, digest, words_box)
            VALUES (\(id), \(digest), \(box))
            """
        )
        return digest
    }

    static func words(of id: ID<Sitting>, in turn: Turn) throws -> [String: String] {
        let rows = try turn.tx.rows(
            "SELECT digest, words_box FROM sitting_words WHERE sitting = \(id)"
        )
        let pairs: [(String, String)] = try rows.map { row in
            (try row[0], try turn.house.keys.openAnswer(try row[1], as: purpose(id)))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
