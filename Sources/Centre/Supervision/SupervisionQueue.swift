import Storage

/// A step in a list, with the matter it leads to.
package struct SupervisionLine: Codable, Sendable, Equatable {
    package let id: ID<SupervisionStep>
    package let matter: ID<Matter>
    package let number: String?
    package let title: String?
    /// Nil where the centre's own dispatch is asked.
    package let unit: MatterView.Named?
    package let kind: SupervisionStep.Kind
    package let state: SupervisionStep.State
    package let waits: SupervisionStep.Side
    package let ground: MatterView.Named
    package let openedAt: Moment
    package let due: Moment?
    package let overdue: Bool

    /// Whoever holds one of these sees the steps in hand: a unit its own, the dispatcher those that
    /// ask the dispatch, the centre all.
    package static let rights: [Right] = [
        .supervise, .decideSupervision, .answerSupervision, .answerForDispatch,
    ]
}

/// Which steps in hand are asked for.
package struct SupervisionList: Sendable, Equatable {
    package var waits: SupervisionStep.Side?
    package var unit: ID<Unit>?
    package var kind: SupervisionStep.Kind?
    package var after: ID<SupervisionStep>?
    package var limit = 50

    package init() {}
}

/// How many steps a unit has in hand, and how many of them wait for its answer.
package struct SupervisionCount: Sendable, Equatable {
    package let unit: ID<Unit>
    package let open: Int
    package let waiting: Int
}

extension SupervisionDesk {
    /// The steps in hand, the oldest first.
    package func page(
        _ list: SupervisionList,
        for viewer: Viewer
    ) async throws -> Portion<SupervisionLine, ID<SupervisionStep>> {
        let right = try SupervisionDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let reach = SupervisionReach(sight, right)
            let query = SupervisionQuery(list: list, reach: reach)
            let rows = try turn.tx.rows(query.sql)
            let lines = try SupervisionLines(turn: turn).lines(Array(rows.prefix(list.limit)))
            return Portion(
                items: lines,
                next: rows.count > list.limit ? lines.last?.id : nil
            )
        }
    }

    /// The units that have steps in hand.
    package func counts(for viewer: Viewer) async throws -> [SupervisionCount] {
        let right = try SupervisionDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let own = SupervisionReach(sight, right).condition
            return try turn.tx.rows(
                """
                SELECT s.unit, COUNT(*), SUM(CASE WHEN s.waits = 'unit' THEN 1 ELSE 0 END)
                FROM supervision_steps s JOIN matters m ON m.id = s.matter
                WHERE s.waits <> 'nobody' AND s.unit IS NOT NULL AND \(own) AND \(sight.unconflicted)
                GROUP BY s.unit ORDER BY COUNT(*) DESC, s.unit
                """
            ).map { SupervisionCount(unit: try $0[0], open: try $0[1], waiting: try $0[2]) }
        }
    }

    static func right(of viewer: Viewer) throws(NotFound) -> Right {
        guard let right = SupervisionLine.rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }
}

/// Whose steps a viewer sees.
private struct SupervisionReach {
    let sight: Sight
    /// Of the centre's dispatch alone.
    let dispatchOnly: Bool

    init(_ sight: Sight, _ right: Right) {
        self.sight = sight
        dispatchOnly = right == .answerForDispatch
    }

    var condition: SQL {
        if dispatchOnly { return "s.unit IS NULL" }
        return sight.wholeCentre ? "1 = 1" : "s.unit IN \(list: sight.units)"
    }

    /// The conditions with which a walk along an index begins.
    func walked(unit: ID<Unit>?) -> [SQL] {
        if dispatchOnly { return unit == nil ? ["s.unit IS NULL AND"] : [] }
        if let unit {
            return sight.wholeCentre || sight.units.contains(unit) ? ["s.unit = \(unit) AND"] : []
        }
        return sight.wholeCentre ? [""] : sight.units.map { "s.unit = \($0) AND" }
    }
}

/// One page of steps as SQL: one walk along an index for each side and unit, merged.
private struct SupervisionQuery {
    let list: SupervisionList
    let reach: SupervisionReach

    var sql: SQL {
        let walks: [SQL] = walked.enumerated().map { place, walk in
            "SELECT * FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        guard !walks.isEmpty else { return "SELECT id FROM supervision_steps WHERE 1 = 0" }
        return """
            SELECT * FROM (\(walks.joined(by: " UNION ALL "))) AS u
            ORDER BY id LIMIT \(list.limit + 1)
            """
    }

    private var sides: [SupervisionStep.Side] { list.waits.map { [$0] } ?? [.unit, .centre] }

    private var walked: [SQL] {
        sides.filter { $0 != .nobody }.flatMap { side in
            reach.walked(unit: list.unit).map { walk("\($0) \(waits(side))") }
        }
    }

    /// The condition of the index stands in the query as it stands there.
    private func waits(_ side: SupervisionStep.Side) -> SQL {
        "s.waits = \(side) AND s.waits <> 'nobody'"
    }

    private func walk(_ condition: SQL) -> SQL {
        let kind: SQL = list.kind.map { "AND s.kind = \($0)" } ?? ""
        let beyond: SQL = list.after.map { "AND s.id > \($0)" } ?? ""
        return """
            SELECT s.id, s.matter, s.assignment, s.unit, s.kind, s.state, s.waits, s.ground,
                s.opened_at
            FROM supervision_steps s JOIN matters m ON m.id = s.matter
            WHERE \(condition) \(kind) \(beyond) AND \(reach.sight.unconflicted)
            ORDER BY s.id LIMIT \(list.limit + 1)
            """
    }
}

/// The lines of one page, read together.
private struct SupervisionLines {
    let turn: Turn

    func lines(_ rows: [Row]) throws -> [SupervisionLine] {
        let matters: [ID<Matter>] = try rows.map { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let due = try due(of: rows)
        return try rows.map { try line($0, byMatter, due) }
    }

    /// Of a step, or of a part under an older edition of the rule.
    private struct Limit: Hashable {
        let subject: [UInt8]
        let rule: String
    }

    private func due(of steps: [Row]) throws -> [Limit: Moment] {
        let asked = try steps.flatMap { try subjects(of: $0) }
        guard !asked.isEmpty else { return [:] }
        let rules = Set(SupervisionStep.Kind.allCases.compactMap(\.procedure.limit)).sorted()
        let rows = try turn.tx.rows(
            """
            SELECT subject, rule, due_at FROM clocks
            WHERE subject IN \(list: asked) AND rule IN \(list: rules)
                AND state = 'running'
            """
        )
        let pairs: [(Limit, Moment)] = try rows.map {
            (Limit(subject: try $0[0], rule: try $0[1]), try $0[2])
        }
        return Dictionary(pairs, uniquingKeysWith: { min($0, $1) })
    }

    private func subjects(of row: Row) throws -> [[UInt8]] {
        let step: ID<SupervisionStep> = try row["id"]
        let part: ID<Assignment>? = try row["assignment"]
        return [step.bytes] + [part?.bytes].compactMap(\.self)
    }

    private func line(
        _ row: Row,
        _ heads: [ID<Matter>: WorklistLine],
        _ limits: [Limit: Moment]
    ) throws -> SupervisionLine {
        let matter: ID<Matter> = try row["matter"]
        let kind: SupervisionStep.Kind = try row["kind"]
        let unit: ID<Unit>? = try row["unit"]
        let ground: String = try row["ground"]
        let due = try kind.procedure.limit.flatMap { rule in
            try subjects(of: row).lazy.compactMap { limits[Limit(subject: $0, rule: rule)] }.first
        }
        let named = unit.flatMap { turn.town.unit($0) }
        return SupervisionLine(
            id: try row["id"],
            matter: matter,
            number: heads[matter]?.number,
            title: heads[matter]?.title,
            unit: named.map { .init(code: $0.code, name: $0.name.zh) },
            kind: kind,
            state: try row["state"],
            waits: try row["waits"],
            ground: .init(
                code: ground,
                name: turn.town.supervision.title(ground)?.zh ?? ground
            ),
            openedAt: try row["opened_at"],
            due: due,
            overdue: due.map { $0 < turn.at } ?? false
        )
    }
}
