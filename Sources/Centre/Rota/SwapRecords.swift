import Storage

enum SwapRecords {
    private static let columns: SQL = "id, asked, other, asking_unit, other_unit, state"

    static func insert(_ swap: SittingSwap, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO sitting_swaps (id, asked, other, asking_unit, other_unit, state, is_open)
            VALUES (\(swap.id), \(swap.asked), \(swap.other), \(swap.askingUnit),
                \(swap.otherUnit), \(swap.state), 1)
            """
        )
    }

    static func keep(_ swap: SittingSwap, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE sitting_swaps SET state = \(swap.state),
                is_open = \(swap.state.isOpen ? 1 : 0)
            WHERE id = \(swap.id)
            """
        )
    }

    /// Taken for this transaction alone where engines share rows.
    static func find(_ id: ID<SittingSwap>, in tx: Transaction) throws -> SittingSwap {
        let row = try tx.row(
            "SELECT \(columns) FROM sitting_swaps WHERE id = \(id) \(tx.dialect.forUpdate)"
        )
        guard let row else { throw NotFound() }
        return try swap(row)
    }

    /// An open swap that holds one of these turns.
    static func isOpen(with sittings: [ID<Sitting>], in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM sitting_swaps WHERE is_open = 1 AND asked IN \(list: sittings)
            UNION ALL
            SELECT id FROM sitting_swaps WHERE is_open = 1 AND other IN \(list: sittings)
            LIMIT 1
            """
        ) != nil
    }

    static func open(of sitting: ID<Sitting>, in tx: Transaction) throws -> SittingSwap? {
        try tx.row(
            """
            SELECT \(columns) FROM sitting_swaps WHERE is_open = 1 AND asked = \(sitting)
            UNION ALL
            SELECT \(columns) FROM sitting_swaps WHERE is_open = 1 AND other = \(sitting)
            LIMIT 1
            """
        ).map(swap)
    }

    /// The newest first.
    /// - Parameter units: whose swaps; nil for all.
    static func page(
        openOnly: Bool,
        of units: [ID<Unit>]?,
        below: ID<SittingSwap>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [SittingSwap] {
        var more: [SQL] = []
        if openOnly { more.append("is_open = 1") }
        if let below { more.append("id < \(below)") }
        guard let units else {
            return try tx.rows(walk(["1 = 1"] + more, limit)).map(swap)
        }
        guard !units.isEmpty else { return [] }
        // One walk along the index for each unit and side, merged.
        let walks: [SQL] = units.flatMap { unit in
            [
                walk(["asking_unit = \(unit)"] + more, limit),
                walk(["other_unit = \(unit)"] + more, limit),
            ]
        }
        let named: [SQL] = walks.enumerated().map { place, walk in
            "SELECT \(columns) FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        return try tx.rows(
            """
            SELECT \(columns) FROM (\(named.joined(by: " UNION "))) AS u
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(swap)
    }

    private static func walk(_ conditions: [SQL], _ limit: Int) -> SQL {
        """
        SELECT \(columns) FROM sitting_swaps WHERE \(conditions.joined(by: " AND "))
        ORDER BY id DESC LIMIT \(limit)
        """
    }

    private static func swap(_ row: Row) throws -> SittingSwap {
        SittingSwap(
            id: try row["id"],
            asked: try row["asked"],
            other: try row["other"],
            askingUnit: try row["asking_unit"],
            otherUnit: try row["other_unit"],
            state: try row["state"]
        )
    }
}
