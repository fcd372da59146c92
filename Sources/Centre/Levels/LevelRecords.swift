import Storage

enum LevelRecords {
    static let columns: SQL = """
        l.id AS id, l.matter AS matter, l.direction AS direction, l.state AS state,
        l.reason AS reason, l.from_unit AS from_unit, l.to_unit AS to_unit,
        l.proposed_by AS proposed_by, l.proposed_at AS proposed_at,
        l.words_digest AS words_digest, l.decided_at AS decided_at,
        l.answer_digest AS answer_digest
        """

    static func all(of matter: ID<Matter>, in tx: Transaction) throws -> [LevelChange] {
        try tx.rows(
            "SELECT \(columns) FROM level_changes l WHERE l.matter = \(matter) ORDER BY l.id"
        ).map(LevelChange.init)
    }

    static func open(of matter: ID<Matter>, in tx: Transaction) throws -> LevelChange? {
        try all(of: matter, in: tx).first { $0.state == .open }
    }

    static func matter(of change: ID<LevelChange>, in tx: Transaction) throws -> ID<Matter> {
        let found: ID<Matter>? = try tx.value(
            "SELECT matter FROM level_changes WHERE id = \(change)"
        )
        guard let found else { throw NotFound() }
        return found
    }

    static func keep(_ change: LevelChange, of matter: ID<Matter>, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO level_changes (id, matter, direction, state, reason, from_unit, to_unit,
                proposed_by, proposed_at, words_digest, decided_at, answer_digest)
            VALUES (\(change.id), \(matter), \(change.direction), \(change.state),
                \(change.reason), \(change.from), \(change.to), \(change.proposedBy),
                \(change.proposedAt), \(change.words), \(change.decidedAt), \(change.answer))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, to_unit = excluded.to_unit,
                decided_at = excluded.decided_at, answer_digest = excluded.answer_digest
            """
        )
    }
}

extension LevelChange {
    init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            direction: try row["direction"],
            state: try row["state"],
            reason: try row["reason"],
            from: try row["from_unit"],
            to: try row["to_unit"],
            proposedBy: try row["proposed_by"],
            proposedAt: try row["proposed_at"],
            words: try row["words_digest"],
            decidedAt: try row["decided_at"],
            answer: try row["answer_digest"]
        )
    }
}
