import Storage

enum SupervisionRecords {
    /// Brings the copy of a matter's steps up to its entries.
    static func keep(_ steps: [SupervisionStep], of matter: ID<Matter>, in tx: Transaction) throws {
        for part in steps.parts(of: 50) {
            let rows: [SQL] = part.map { step in
                """
                (\(step.id), \(matter), \(step.assignment), \(step.unit), \(step.kind), \
                \(step.state), \(step.waits), \(step.ground), \(step.openedAt))
                """
            }
            try tx.run(
                """
                INSERT INTO supervision_steps (id, matter, assignment, unit, kind, state, waits,
                    ground, opened_at)
                VALUES \(rows.joined(by: ", "))
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, waits = excluded.waits
                """
            )
        }
    }

    static func matter(of step: ID<SupervisionStep>, in tx: Transaction) throws -> ID<Matter> {
        let matter: ID<Matter>? = try tx.value(
            "SELECT matter FROM supervision_steps WHERE id = \(step)"
        )
        guard let matter else { throw NotFound() }
        return matter
    }

    /// What a post is asked for.
    enum Post {
        case role(Role)
        case units([ID<Unit>])
    }

    static func holdsPost(_ officer: ID<Officer>, _ post: Post, in turn: Turn) throws -> Bool {
        let wanted: SQL =
            switch post {
            case .role(let role): "p.role = \(role)"
            case .units(let units): "p.unit IN \(list: units)"
            }
        return try turn.tx.row(
            """
            SELECT p.id FROM posts p JOIN officers o ON o.id = p.officer
            WHERE p.officer = \(officer) AND \(wanted) AND o.ended_at IS NULL
                AND p.valid_from <= \(turn.at) AND (p.valid_to IS NULL OR p.valid_to > \(turn.at))
            LIMIT 1
            """
        ) != nil
    }

    /// Pictures that a unit added to a matter and that are, byte for byte, somewhere else too.
    static func photosUsedTwice(of matter: ID<Matter>, in tx: Transaction) throws -> Int {
        let units = Role.allCases.filter { $0.rights.contains(.reply) }.map(\.rawValue)
        let pictures = Attachment.Kind.allCases.filter(\.isPicture).map(\.rawValue)
        return try tx.value(
            """
            SELECT COUNT(DISTINCT a.sha256) FROM concerns c JOIN attachments a ON a.concern = c.id
            WHERE c.matter = \(matter) AND a.added_by IN \(list: units)
                AND a.media_type IN \(list: pictures) AND a.content_box IS NOT NULL
                AND EXISTS (
                    SELECT 1 FROM attachments o WHERE o.sha256 = a.sha256 AND o.id <> a.id
                )
            """
        ) ?? 0
    }
}

extension File {
    /// The copy follows the entries, in the transaction that writes them.
    func keepSupervision() throws {
        guard !noted.isDisjoint(with: SupervisionStep.acts) else { return }
        let steps = try supervision()
        try SupervisionRecords.keep(steps, of: matter.id, in: turn.tx)
        try OwnPromiseRecords.keep(steps, of: matter.id, in: turn.tx)
    }
}

extension SupervisionStep {
    /// Every act that opens or moves a step.
    static let acts: Set<Act> = Set(
        Kind.allCases.flatMap { [$0.procedure.opening] + $0.procedure.acts.values }
    )
}
