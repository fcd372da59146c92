import Storage

/// The matters closed in some days, by the numbers they are drawn by.
struct RecheckPopulation {
    let matters: [String: ID<Matter>]

    var numbers: [String] { Array(matters.keys) }

    /// From the closings as entered, which never change; nil when there are more than a draw takes.
    init?(from: Day, to: Day, most: Int, in turn: Turn) throws {
        let offset = turn.town.offset
        let rows = try turn.tx.rows(
            """
            SELECT e.matter, MIN(c.number) AS number
            FROM entries e JOIN concerns c ON c.home = e.matter
            WHERE e.act = 'matterClosed' AND e.at >= \(from.start(in: offset))
                AND e.at <= \(to.end(in: offset))
            GROUP BY e.matter LIMIT \(most + 1)
            """
        )
        guard rows.count <= most else { return nil }
        let pairs: [(String, ID<Matter>)] = try rows.map { (try $0["number"], try $0["matter"]) }
        matters = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

enum RecheckRecords {
    static func insert(_ draw: RecheckView, in turn: Turn, by officer: ID<Officer>) throws {
        try turn.tx.run(
            """
            INSERT INTO recheck_draws (id, seed, from_day, to_day, size, population, digest,
                chosen_digest, drawn_by, drawn_at)
            VALUES (\(draw.id), \(draw.seed), \(draw.from), \(draw.to), \(draw.size),
                \(draw.population), \(draw.digest), \(draw.chosenDigest), \(officer), \(turn.at))
            """
        )
    }

    static func insert(
        _ choice: (place: Int, number: String, matter: ID<Matter>, step: ID<SupervisionStep>),
        of draw: ID<RecheckDraw>,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO recheck_choices (draw, place, matter, number, step)
            VALUES (\(draw), \(choice.place), \(choice.matter), \(choice.number), \(choice.step))
            """
        )
    }

    static func page(
        below: ID<RecheckDraw>?,
        limit: Int,
        within sight: Sight,
        in turn: Turn
    ) throws -> [RecheckView] {
        let beyond: SQL = below.map { "WHERE d.id < \($0)" } ?? ""
        return try turn.tx.rows(
            "SELECT \(columns) \(beyond) ORDER BY d.id DESC LIMIT \(limit)"
        ).map { try view($0, within: sight, in: turn.tx) }
    }

    static func find(
        _ id: ID<RecheckDraw>,
        within sight: Sight,
        in turn: Turn
    ) throws -> RecheckView {
        let row = try turn.tx.row("SELECT \(columns) WHERE d.id = \(id)")
        guard let row else { throw NotFound() }
        return try view(row, within: sight, in: turn.tx)
    }

    private static let columns: SQL = """
        d.id, d.seed, d.from_day, d.to_day, d.size, d.population, d.digest, d.chosen_digest,
        d.drawn_at, o.name AS drawer
        FROM recheck_draws d LEFT JOIN officers o ON o.id = d.drawn_by
        """

    private static func view(
        _ row: Row,
        within sight: Sight,
        in tx: Transaction
    ) throws -> RecheckView {
        let id: ID<RecheckDraw> = try row["id"]
        return RecheckView(
            id: id,
            seed: try row["seed"],
            from: try row["from_day"],
            to: try row["to_day"],
            size: try row["size"],
            population: try row["population"],
            digest: try row["digest"],
            chosenDigest: try row["chosen_digest"],
            drawnAt: try row["drawn_at"],
            drawnBy: try row["drawer"],
            chosen: try chosen(by: id, within: sight, in: tx)
        )
    }

    /// What was drawn and may be seen by whoever asks.
    private static func chosen(
        by draw: ID<RecheckDraw>,
        within sight: Sight,
        in tx: Transaction
    ) throws -> [RecheckView.Choice] {
        try tx.rows(
            """
            SELECT k.place, k.number, k.matter, k.step, s.state
            FROM recheck_choices k JOIN matters m ON m.id = k.matter
            JOIN supervision_steps s ON s.id = k.step
            WHERE k.draw = \(draw) AND \(sight.unconflicted) ORDER BY k.place
            """
        ).map { row in
            RecheckView.Choice(
                place: try row["place"],
                number: try row["number"],
                matter: try row["matter"],
                step: try row["step"],
                state: try row["state"]
            )
        }
    }
}
