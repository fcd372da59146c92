import Storage

/// Which open proposals are asked for, the oldest first.
package struct LevelList: Sendable, Equatable {
    package var after: ID<LevelChange>?
    package var limit = 50

    package init() {}
}

/// A proposal that waits for the director.
package struct LevelLine: Codable, Sendable, Equatable {
    package let id: ID<LevelChange>
    package let matter: ID<Matter>
    package let number: String?
    package let title: String?
    package let reason: MatterView.Named
    package let from: MatterView.Named?
    package let to: MatterView.Named
    package let proposedBy: String
    package let proposedAt: Moment

    /// Who reads the list.
    package static let rights: [Right] = [.decideEscalation, .assign, .supervise]
}

extension LevelDesk {
    package func page(
        _ list: LevelList,
        for viewer: Viewer
    ) async throws -> Portion<LevelLine, ID<LevelChange>> {
        guard let right = LevelLine.rights.first(where: viewer.may) else { throw NotFound() }
        return try await house.look { turn in
            let query = LevelQuery(
                sight: Sight(viewer, using: right, in: turn.town),
                after: list.after,
                limit: list.limit
            )
            let rows = try turn.tx.rows(query.sql)
            let lines = try Self.lines(Array(rows.prefix(list.limit)), in: turn)
            return Portion(items: lines, next: rows.count > list.limit ? lines.last?.id : nil)
        }
    }

    private static func lines(_ rows: [Row], in turn: Turn) throws -> [LevelLine] {
        let matters: [ID<Matter>] = try rows.map { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return try zip(rows, matters).map { row, matter in
            let change = try LevelChange(row)
            let reason = turn.town.reason(change.reason, change.direction)
            return LevelLine(
                id: change.id,
                matter: matter,
                number: byMatter[matter]?.number,
                title: byMatter[matter]?.title,
                reason: .init(code: change.reason, name: reason?.title.zh ?? change.reason),
                from: change.from.map(turn.town.named),
                to: turn.town.named(change.to),
                proposedBy: try row["proposer"],
                proposedAt: change.proposedAt
            )
        }
    }
}

/// Open proposals along their index.
struct LevelQuery {
    let sight: Sight
    var after: ID<LevelChange>?
    let limit: Int

    var sql: SQL {
        let beyond: SQL = after.map { "AND l.id > \($0)" } ?? ""
        return """
            SELECT \(LevelRecords.columns), COALESCE(o.name, '') AS proposer
            FROM level_changes l JOIN matters m ON m.id = l.matter
            LEFT JOIN officers o ON o.id = l.proposed_by
            WHERE l.state = 'open' \(beyond) AND \(sight.condition)
            ORDER BY l.id LIMIT \(limit + 1)
            """
    }
}
