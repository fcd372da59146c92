import Storage

enum RulingRecords {
    static func isAny(of matter: ID<Matter>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM rulings WHERE matter = \(matter) LIMIT 1") != nil
    }

    static func isOpen(of matter: ID<Matter>, in tx: Transaction) throws -> Bool {
        try tx.row(
            "SELECT id FROM rulings WHERE matter = \(matter) AND state = 'open' LIMIT 1"
        ) != nil
    }

    static func matter(of ruling: ID<Ruling>, in tx: Transaction) throws -> ID<Matter> {
        let found: ID<Matter>? = try tx.value("SELECT matter FROM rulings WHERE id = \(ruling)")
        guard let found else { throw NotFound() }
        return found
    }

    /// The officer as one who may rule; nil for somebody who may not.
    static func ruler(_ id: ID<Officer>, in turn: Turn) throws -> Viewer? {
        let row = try turn.tx.row(
            "SELECT login, name FROM officers WHERE id = \(id) AND ended_at IS NULL"
        )
        guard let row else { return nil }
        let viewer = Viewer(
            officer: id,
            name: try row["name"],
            login: try row["login"],
            posts: try Post.valid(of: id, at: turn.at, in: turn.tx)
        )
        return viewer.may(.ruleDuty) ? viewer : nil
    }

    /// Everybody who may rule, by name.
    static func rulers(in turn: Turn) throws -> [Viewer] {
        let roles = Role.allCases.filter { $0.rights.contains(.ruleDuty) }
        let rows = try turn.tx.rows(
            """
            SELECT DISTINCT o.id, o.name FROM posts p JOIN officers o ON o.id = p.officer
            WHERE p.role IN \(list: roles) AND o.ended_at IS NULL
                AND p.valid_from <= \(turn.at) AND (p.valid_to IS NULL OR p.valid_to > \(turn.at))
            ORDER BY o.name, o.id LIMIT 60
            """
        )
        return try rows.compactMap { try ruler(try $0[0], in: turn) }
    }

    /// Brings the copies of a matter's rulings up to its entries.
    static func keep(
        _ rulings: Rulings,
        due: Moment,
        boxes: [String: [UInt8]],
        of matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        for ruling in rulings.all {
            let verdict = ruling.verdict
            try tx.run(
                """
                INSERT INTO rulings (id, matter, cause, state, provisional, ruler, asked_at, due_at,
                    unit, class, area, standing, ruled_at, words_box, basis_box)
                VALUES (\(ruling.id), \(matter), \(ruling.cause), \(ruling.state),
                    \(ruling.provisional), \(ruling.ruler), \(ruling.askedAt), \(due),
                    \(verdict?.unit), \(verdict?.classCode), \(verdict?.area), \(ruling.standing),
                    \(verdict?.at), \(verdict.flatMap { boxes[$0.words] }),
                    \(verdict.flatMap { boxes[$0.basis] }))
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, ruler = excluded.ruler,
                    due_at = excluded.due_at, unit = excluded.unit, class = excluded.class,
                    area = excluded.area, standing = excluded.standing,
                    ruled_at = excluded.ruled_at, words_box = excluded.words_box,
                    basis_box = excluded.basis_box
                """
            )
            try keepParties(of: ruling, in: tx)
        }
    }

    private static func keepParties(of ruling: Ruling, in tx: Transaction) throws {
        let rows: [SQL] = ruling.parties.map { "(\(ruling.id), \($0))" }
        guard !rows.isEmpty else { return }
        try tx.run(
            """
            INSERT INTO ruling_parties (ruling, unit) VALUES \(rows.joined(by: ", "))
            ON CONFLICT (ruling, unit) DO NOTHING
            """
        )
    }
}

extension RulingRecords {
    /// A precedent as a later ruling meets it.
    struct Standing {
        let id: ID<Ruling>
        let matter: ID<Matter>
        let unit: ID<Unit>

        /// Its own matter tells that it is replaced.
        func replace(by later: ID<Ruling>, in turn: Turn, by actor: Actor) throws {
            var other = try File.open(matter, in: turn)
            try other.note(.replace(id, by: later), words: nil, by: actor)
            try other.save(isTouched: false)
        }
    }

    /// The precedents that hold for just this class and just this place.
    static func inForce(
        _ classCode: String,
        _ area: ID<Area>?,
        in tx: Transaction
    ) throws -> [Standing] {
        let place: SQL = area.map { "area = \($0)" } ?? "area IS NULL"
        return try tx.rows(
            """
            SELECT id, matter, unit FROM rulings
            WHERE class = \(classCode) AND \(place) AND standing = 'inForce' ORDER BY id
            """
        ).map { Standing(id: try $0["id"], matter: try $0["matter"], unit: try $0["unit"]) }
    }
}

extension Matter {
    static func isVisible(
        _ id: ID<Matter>,
        within sight: Sight,
        in tx: Transaction
    ) throws -> Bool {
        try tx.row("SELECT m.id FROM matters m WHERE m.id = \(id) AND \(sight.condition)") != nil
    }
}

extension File {
    /// What moves a ruling or its clock.
    private static let actsOfRulings = Rulings.acts.union([
        .clocksSettled, .dueKept, .extensionGranted, .matterSuspended, .matterResumed,
    ])

    /// The copies follow the entries, in the transaction that writes them.
    func keepRulings() throws {
        guard !noted.isDisjoint(with: Self.actsOfRulings) else { return }
        let rulings = try rulings()
        guard !rulings.all.isEmpty else { return }
        try RulingRecords.keep(
            rulings,
            due: rulingDue,
            boxes: try MatterPaper.boxes(.ruling, of: self),
            of: matter.id,
            in: turn.tx
        )
    }

    /// By when the open question is ruled on; a pack without such a limit sets none.
    private var rulingDue: Moment {
        let running = (wound ?? []).filter { clock in
            clock.isOpen && turn.town.rule(of: clock)?.starts.contains(.rulingAsked) == true
        }
        return Clock.nextDue(among: running)
    }
}
