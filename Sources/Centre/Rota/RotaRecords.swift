import Storage

enum RotaRecords {
    private static let columns: SQL = "id, first_day, last_day, weeks, state"

    static func insert(_ rota: Rota, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO rotas (id, first_day, last_day, weeks, state)
            VALUES (\(rota.id), \(rota.from), \(rota.to), \(rota.weeks), \(rota.state))
            """
        )
    }

    static func keep(_ state: Rota.State, of id: ID<Rota>, in tx: Transaction) throws {
        try tx.run("UPDATE rotas SET state = \(state) WHERE id = \(id)")
        let published = state == .published ? 1 : 0
        try tx.run("UPDATE sittings SET published = \(published) WHERE rota = \(id)")
    }

    /// - Parameter forChange: taken for this transaction alone where engines share rows.
    static func find(_ id: ID<Rota>, forChange: Bool = false, in tx: Transaction) throws -> Rota {
        let lock: SQL = forChange ? tx.dialect.forUpdate : ""
        let row = try tx.row("SELECT \(columns) FROM rotas WHERE id = \(id) \(lock)")
        guard let row else { throw NotFound() }
        return try rota(row)
    }

    /// The newest first; drafts only for those who keep the rota.
    static func page(
        publishedOnly: Bool,
        below: ID<Rota>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [Rota] {
        var conditions: [SQL] = ["1 = 1"]
        if publishedOnly { conditions.append("state = 'published'") }
        if let below { conditions.append("id < \(below)") }
        return try tx.rows(
            """
            SELECT \(columns) FROM rotas WHERE \(conditions.joined(by: " AND "))
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(rota)
    }

    /// The published rotas that hold on some of the days.
    static func published(from: Day, to: Day, in tx: Transaction) throws -> [Rota] {
        try tx.rows(
            """
            SELECT \(columns) FROM rotas
            WHERE state = 'published' AND last_day >= \(from) AND first_day <= \(to)
            ORDER BY last_day, id LIMIT 100
            """
        ).map(rota)
    }

    private static func rota(_ row: Row) throws -> Rota {
        Rota(
            id: try row["id"],
            from: try row["first_day"],
            to: try row["last_day"],
            weeks: try row["weeks"],
            state: try row["state"]
        )
    }
}

// MARK: demand

extension RotaRecords {
    /// New matters of the weeks by class and weekday, read from the index of their creation.
    ///
    /// A matter that is about an officer or a unit of the house is not counted.
    static func asked(
        weeks: Int,
        in turn: Turn
    ) throws -> [(classCode: String, weekday: Int, count: Int)] {
        let since = turn.at.adding(hours: -weeks * 7 * 24)
        let offset = turn.town.offset.milliseconds
        // Day 0 was a Thursday.
        return try turn.tx.rows(
            """
            SELECT class, weekday, COUNT(*) AS n FROM (
                SELECT m.class AS class,
                    ((m.created_at + \(offset)) / 86400000 + 3) % 7 + 1 AS weekday
                FROM matters m
                WHERE m.created_at > \(since) AND m.created_at <= \(turn.at)
                    AND m.class IS NOT NULL AND m.linked_into IS NULL
                    AND NOT EXISTS (SELECT 1 FROM matter_conflicts x WHERE x.matter = m.id)
            ) AS r
            GROUP BY class, weekday ORDER BY class, weekday
            """
        ).map { (try $0["class"], try $0["weekday"], try $0["n"]) }
    }

    static func insert(_ demand: [RotaDemand], of rota: ID<Rota>, in tx: Transaction) throws {
        for part in demand.parts(of: 100) {
            let rows: [SQL] = part.map {
                "(\(rota), \($0.classCode), \($0.unit), \($0.weekday), \($0.matters))"
            }
            try tx.run(
                """
                INSERT INTO rota_demand (rota, class, unit, weekday, matters)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }

    static func demand(of rota: ID<Rota>, in tx: Transaction) throws -> [RotaDemand] {
        try tx.rows(
            """
            SELECT class, unit, weekday, matters FROM rota_demand
            WHERE rota = \(rota) ORDER BY class, weekday
            """
        ).map { row in
            RotaDemand(
                classCode: try row["class"],
                unit: try row["unit"],
                weekday: try row["weekday"],
                matters: try row["matters"]
            )
        }
    }
}

// MARK: absences

extension RotaRecords {
    static func add(
        _ halfDays: [HalfDay],
        of unit: ID<Unit>,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        for part in halfDays.parts(of: 100) {
            let rows: [SQL] = part.map { "(\(unit), \($0), \(moment))" }
            try tx.run(
                """
                INSERT INTO unit_absences (unit, half_day, told_at)
                VALUES \(rows.joined(by: ", ")) ON CONFLICT (unit, half_day) DO NOTHING
                """
            )
        }
    }

    static func remove(_ halfDays: [HalfDay], of unit: ID<Unit>, in tx: Transaction) throws {
        for part in halfDays.parts(of: 200) {
            try tx.run(
                """
                DELETE FROM unit_absences WHERE unit = \(unit) AND half_day IN \(list: Array(part))
                """
            )
        }
    }

    static func absences(
        from: HalfDay,
        to: HalfDay,
        in tx: Transaction
    ) throws -> [HalfDay: Set<ID<Unit>>] {
        var absences: [HalfDay: Set<ID<Unit>>] = [:]
        let rows = try tx.rows(
            """
            SELECT half_day, unit FROM unit_absences
            WHERE half_day >= \(from) AND half_day <= \(to) ORDER BY half_day, unit
            """
        )
        for row in rows {
            let halfDay: HalfDay = try row["half_day"]
            absences[halfDay, default: []].insert(try row["unit"])
        }
        return absences
    }

    /// One unit's, from the half-day on.
    static func absences(
        of unit: ID<Unit>,
        from: HalfDay,
        limit: Int,
        in tx: Transaction
    ) throws -> [HalfDay] {
        try tx.rows(
            """
            SELECT half_day FROM unit_absences
            WHERE unit = \(unit) AND half_day >= \(from) ORDER BY half_day LIMIT \(limit)
            """
        ).map { try $0[0] }
    }
}
