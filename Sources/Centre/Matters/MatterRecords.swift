import Storage

extension Matter {
    init(_ row: Row) throws {
        let box: [UInt8] = try row["key_box"]
        id = try row["id"]
        stage = try row["stage"]
        stageBefore = try row["stage_before"]
        classCode = try row["class"]
        item = try row["item"]
        route = try row["route"]
        village = try row["village"]
        grid = try row["grid"]
        urgency = try row["urgency"]
        dangerNow = try row["danger_now"]
        confidential = try row["confidential"]
        lock = LockedVault(box: box, version: try row["key_version"])
        voice = try row["voice"]
        linkedInto = try row["linked_into"]
        createdAt = try row["created_at"]
        touchedAt = try row["touched_at"]
        dueAt = try row["due_at"]
        returns = try row["returns"]
        round = try row["round"]
        conference = try row["conference"]
        verifiedBy = try row["verified_by"]
        closedBy = try row["closed_by"]
        closedAt = try row["closed_at"]
        closure = try row["closure"]
    }

    static var columns: SQL {
        """
        m.id, m.stage, m.stage_before, m.class, m.item, m.route, m.village, m.grid, m.urgency,
        m.danger_now, m.confidential, m.key_box, m.key_version, m.voice, m.linked_into,
        m.created_at, m.touched_at, m.due_at, m.returns, m.round, m.conference, m.verified_by,
        m.closed_by, m.closed_at, m.closure
        """
    }

    /// The matter for a change: taken for this transaction alone where engines share rows.
    static func take(_ id: ID<Matter>, in tx: Transaction) throws -> Matter {
        let row = try tx.row(
            "SELECT \(columns) FROM matters m WHERE m.id = \(id) \(tx.dialect.forUpdate)"
        )
        guard let row else { throw NotFound() }
        return try Matter(row)
    }

    static func find(_ id: ID<Matter>, in tx: Transaction) throws -> Matter {
        let row = try tx.row("SELECT \(columns) FROM matters m WHERE m.id = \(id)")
        guard let row else { throw NotFound() }
        return try Matter(row)
    }

    func insert(in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO matters (id, stage, class, village, grid, urgency, danger_now, confidential,
                key_box, key_version, voice, created_at, touched_at, due_at)
            VALUES (\(id), \(stage), \(classCode), \(village), \(grid), \(urgency), \(dangerNow),
                \(confidential), \(lock.box), \(lock.version), \(voice), \(createdAt),
                \(touchedAt), \(dueAt))
            """
        )
    }

    func save(in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE matters SET stage = \(stage), stage_before = \(stageBefore),
                class = \(classCode), item = \(item), route = \(route), village = \(village),
                grid = \(grid), urgency = \(urgency), danger_now = \(dangerNow),
                confidential = \(confidential), voice = \(voice), linked_into = \(linkedInto),
                touched_at = \(touchedAt), due_at = \(dueAt), returns = \(returns),
                round = \(round), conference = \(conference), verified_by = \(verifiedBy),
                closed_by = \(closedBy), closed_at = \(closedAt), closure = \(closure)
            WHERE id = \(id)
            """
        )
    }
}

extension Matter {
    /// Holds for a matter `m` that is not over, in the very words of the indexes of what is open,
    /// which serve no query that says it otherwise.
    static let isOpen: SQL =
        "m.stage NOT IN ('declined', 'closed', 'archived', 'withdrawn', 'terminated')"
}
