import Storage

/// Which whistles are asked for, the newest first.
package struct WhistleList: Sendable, Equatable {
    package var isOpen = true
    /// Those to which this unit is called.
    package var unit: ID<Unit>?
    package var after: ID<Whistle>?
    package var limit = 50

    package init() {}
}

/// A whistle on the board: who was called, until when, who is here.
package struct WhistleLine: Codable, Sendable, Equatable {
    package struct Call: Codable, Sendable, Equatable {
        package let id: ID<WhistleCall>
        package let unit: MatterView.Named
        package let state: WhistleCall.State
        package let waits: WhistleCall.Side
        package let due: Moment
        package let overdue: Bool
        package let rung: WhistleCall.Rung?
        package let presence: WhistleCall.Presence?
        /// Whether it is the viewer's own unit.
        package let own: Bool
        /// What the unit may do now, where it is the viewer's own.
        package let moves: [WhistleCall.Move]
    }

    package let id: ID<Whistle>
    package let matter: ID<Matter>
    package let number: String?
    package let title: String?
    package let kind: MatterView.Named
    package let ground: MatterView.Named
    package let blownAt: Moment
    package let meetsAt: Moment?
    package let open: Bool
    package let calls: [Call]

    /// Whoever holds one of these sees whistles: a unit those it is called by, the centre all.
    package static let rights: [Right] = [.whistle, .ruleWhistle, .supervise, .answerWhistle]
}

extension WhistleDesk {
    package func page(
        _ list: WhistleList,
        for viewer: Viewer
    ) async throws -> Portion<WhistleLine, ID<Whistle>> {
        let right = try WhistleDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let rows = try turn.tx.rows(WhistleQuery(list: list, sight: sight).sql)
            let found: [ID<Whistle>] = try rows.map { try $0[0] }
            let shown = Array(found.prefix(list.limit))
            let own =
                viewer.may(.answerWhistle)
                ? Set(Sight(viewer, using: .answerWhistle, in: turn.town).units) : []
            let lines = try WhistleLines(turn: turn, own: own).lines(of: shown)
            return Portion(items: lines, next: found.count > list.limit ? shown.last : nil)
        }
    }

    static func right(of viewer: Viewer) throws(NotFound) -> Right {
        guard let right = WhistleLine.rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }
}

/// One page of whistles as SQL: one walk along an index for the centre or for each unit, merged.
struct WhistleQuery {
    let list: WhistleList
    let sight: Sight

    var sql: SQL {
        let walks = walks
        guard !walks.isEmpty else { return "SELECT id FROM whistles WHERE 1 = 0" }
        let parts: [SQL] = walks.enumerated().map { place, walk in
            "SELECT id FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        return """
            SELECT DISTINCT id FROM (\(parts.joined(by: " UNION ALL "))) AS u
            ORDER BY id DESC LIMIT \(list.limit + 1)
            """
    }

    private var walks: [SQL] {
        if let unit = list.unit {
            return sight.wholeCentre || sight.units.contains(unit) ? [walk(of: unit)] : []
        }
        return sight.wholeCentre ? [whole] : sight.units.map(walk)
    }

    private var whole: SQL {
        let beyond: SQL = list.after.map { "AND w.id < \($0)" } ?? ""
        return """
            SELECT w.id AS id FROM whistles w JOIN matters m ON m.id = w.matter
            WHERE w.is_open = \(list.isOpen ? 1 : 0) \(beyond) AND \(sight.unconflicted)
            ORDER BY w.id DESC LIMIT \(list.limit + 1)
            """
    }

    private func walk(of unit: ID<Unit>) -> SQL {
        let beyond: SQL = list.after.map { "AND c.whistle < \($0)" } ?? ""
        return """
            SELECT DISTINCT c.whistle AS id FROM whistle_calls c JOIN matters m ON m.id = c.matter
            WHERE c.unit = \(unit) AND c.is_open = \(list.isOpen ? 1 : 0) \(beyond)
                AND \(sight.unconflicted)
            ORDER BY c.whistle DESC LIMIT \(list.limit + 1)
            """
    }
}

/// The lines of one page, read together.
struct WhistleLines {
    let turn: Turn
    let own: Set<ID<Unit>>

    func lines(of ids: [ID<Whistle>]) throws -> [WhistleLine] {
        guard !ids.isEmpty else { return [] }
        let rows = try turn.tx.rows(
            """
            SELECT id, matter, kind, ground, is_open, meets_at, blown_at FROM whistles
            WHERE id IN \(list: ids)
            """
        )
        let calls = try calls(of: ids)
        let matters: [ID<Matter>] = try rows.map { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let lines = try rows.map { try line($0, byMatter, calls) }
        let byID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return ids.compactMap { byID[$0] }
    }

    private func calls(of ids: [ID<Whistle>]) throws -> [ID<Whistle>: [WhistleLine.Call]] {
        let rows = try turn.tx.rows(
            """
            SELECT id, whistle, unit, state, waits, due_at, rung, presence, is_upheld
            FROM whistle_calls
            WHERE whistle IN \(list: ids) ORDER BY whistle, id
            """
        )
        let pairs: [(ID<Whistle>, WhistleLine.Call)] = try rows.map {
            (try $0["whistle"], try call($0))
        }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    private func call(_ row: Row) throws -> WhistleLine.Call {
        let unit: ID<Unit> = try row["unit"]
        let state: WhistleCall.State = try row["state"]
        let due: Moment = try row["due_at"]
        let named = turn.town.unit(unit)
        let isUpheld: Int = try row["is_upheld"]
        return WhistleLine.Call(
            id: try row["id"],
            unit: .init(code: named?.code ?? "", name: named?.name.zh ?? ""),
            state: state,
            waits: try row["waits"],
            due: due,
            overdue: state.isSilent && due < turn.at,
            rung: try row["rung"],
            presence: try row["presence"],
            own: own.contains(unit),
            moves: own.contains(unit) ? state.unitMoves(isUpheld: isUpheld == 1) : []
        )
    }

    private func line(
        _ row: Row,
        _ heads: [ID<Matter>: WorklistLine],
        _ calls: [ID<Whistle>: [WhistleLine.Call]]
    ) throws -> WhistleLine {
        let rules = turn.town.whistles
        let id: ID<Whistle> = try row["id"]
        let matter: ID<Matter> = try row["matter"]
        let (kind, ground): (String, String) = (try row["kind"], try row["ground"])
        let isOpen: Int = try row["is_open"]
        return WhistleLine(
            id: id,
            matter: matter,
            number: heads[matter]?.number,
            title: heads[matter]?.title,
            kind: .init(code: kind, name: rules.kind(kind)?.title.zh ?? kind),
            ground: .init(code: ground, name: rules.ground(ground)?.title.zh ?? ground),
            blownAt: try row["blown_at"],
            meetsAt: try row["meets_at"],
            open: isOpen == 1,
            calls: calls[id] ?? []
        )
    }
}

extension WhistleCall.State {
    /// What a unit may do with its part in this state.
    func unitMoves(isUpheld: Bool) -> [WhistleCall.Move] {
        WhistleCall.machine.steps(from: self)
            .filter { $0.right == .answerWhistle && !($0.step == .decline && isUpheld) }
            .map(\.step)
    }
}
