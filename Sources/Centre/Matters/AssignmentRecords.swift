import Storage

extension Assignment {
    init(_ row: Row) throws {
        id = try row["id"]
        matter = try row["matter"]
        unit = try row["unit"]
        role = try row["role"]
        state = try row["state"]
        round = try row["round"]
        designated = try row["designated"]
        assignedBy = try row["assigned_by"]
        assignedAt = try row["assigned_at"]
        instruction = try row["instruction_box"]
        rule = try row["rule"]
        why = try row["why"]
        signedBy = try row["signed_by"]
        signedAt = try row["signed_at"]
        outcome = try row["outcome"]
        reply = try row["reply_box"]
        publicReply = try row["public_box"]
        repliedBy = try row["replied_by"]
        repliedAt = try row["replied_at"]
        returnReason = try row["return_reason"]
        returnBasis = try row["return_basis_box"]
        betterUnit = try row["better_unit"]
        returnedBy = try row["returned_by"]
        returnedAt = try row["returned_at"]
        dueAt = try row["due_at"]
    }

    static var columns: SQL {
        """
        a.id, a.matter, a.unit, a.role, a.state, a.round, a.designated, a.assigned_by,
        a.assigned_at, a.instruction_box, a.rule, a.why, a.signed_by, a.signed_at, a.outcome,
        a.reply_box, a.public_box, a.replied_by, a.replied_at, a.return_reason,
        a.return_basis_box, a.better_unit, a.returned_by, a.returned_at, a.due_at
        """
    }

    static func find(_ id: ID<Assignment>, in tx: Transaction) throws -> Assignment {
        let row = try tx.row("SELECT \(columns) FROM assignments a WHERE a.id = \(id)")
        guard let row else { throw NotFound() }
        return try Assignment(row)
    }

    /// All parts of a matter, oldest first.
    static func all(of matter: ID<Matter>, in tx: Transaction) throws -> [Assignment] {
        try tx.rows(
            "SELECT \(columns) FROM assignments a WHERE a.matter = \(matter) ORDER BY a.id"
        ).map(Assignment.init)
    }

    func insert(into matter: Matter, at moment: Moment, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO assignments (id, matter, unit, role, state, round, designated, assigned_by,
                assigned_at, instruction_box, rule, why, due_at, matter_due_at, matter_touched_at,
                matter_stage)
            VALUES (\(id), \(matter.id), \(unit), \(role), \(state), \(round), \(designated),
                \(assignedBy), \(assignedAt), \(instruction), \(rule), \(why), \(dueAt), \(matter.dueAt),
                \(moment), \(matter.stage))
            """
        )
    }

    func save(in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE assignments SET state = \(state), round = \(round), signed_by = \(signedBy),
                signed_at = \(signedAt), outcome = \(outcome), reply_box = \(reply),
                public_box = \(publicReply), replied_by = \(repliedBy),
                replied_at = \(repliedAt), return_reason = \(returnReason),
                return_basis_box = \(returnBasis), better_unit = \(betterUnit),
                returned_by = \(returnedBy), returned_at = \(returnedAt)
            WHERE id = \(id)
            """
        )
    }
}
