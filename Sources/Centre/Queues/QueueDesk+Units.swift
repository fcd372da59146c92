import Storage

extension QueueDesk {
    /// What the viewer's units have to do, the most pressing first.
    package func page(
        _ queue: UnitQueue,
        for viewer: Viewer,
        after: PartLine.Cursor? = nil,
        limit: Int
    ) async throws -> Portion<PartLine, PartLine.Cursor> {
        try viewer.require(.sign)
        return try await house.look { turn in
            let sight = Sight(viewer, using: .sign, in: turn.town)
            let query = UnitQuery(
                queue: queue,
                sight: sight,
                now: turn.at,
                after: after,
                limit: limit
            )
            return try portion(query.sql, limit, in: turn)
        }
    }

    /// What was given out and no unit has signed for yet, the longest waiting first.
    package func unsigned(
        for viewer: Viewer,
        after: PartLine.Cursor? = nil,
        limit: Int
    ) async throws -> Portion<PartLine, PartLine.Cursor> {
        try viewer.require(.assign)
        return try await house.look { turn in
            let sight = Sight(viewer, using: .assign, in: turn.town)
            let beyond: SQL =
                after.map { "AND (a.assigned_at, a.id) > (\($0.key), \($0.part))" } ?? ""
            let sql: SQL = """
                SELECT a.id AS id, a.assigned_at AS k FROM assignments a
                JOIN matters m ON m.id = a.matter
                WHERE a.state = 'pending' AND \(sight.condition) \(beyond)
                ORDER BY a.assigned_at, a.id LIMIT \(limit + 1)
                """
            return try portion(sql, limit, in: turn)
        }
    }

    /// Who holds a post in the unit now.
    package func members(of unit: ID<Unit>) async throws -> [UnitMember] {
        try await house.look { turn in
            try turn.tx.rows(
                """
                SELECT o.name, p.role FROM posts p JOIN officers o ON o.id = p.officer
                WHERE p.unit = \(unit) AND p.valid_from <= \(turn.at)
                    AND (p.valid_to IS NULL OR p.valid_to > \(turn.at)) AND o.ended_at IS NULL
                ORDER BY p.role, o.name, o.id
                """
            ).map { UnitMember(name: try $0[0], role: try $0[1]) }
        }
    }

    private func portion(
        _ sql: SQL,
        _ limit: Int,
        in turn: Turn
    ) throws -> Portion<PartLine, PartLine.Cursor> {
        let found: [PartLine.Cursor] = try turn.tx.rows(sql).map {
            PartLine.Cursor(key: try $0["k"], part: try $0["id"])
        }
        let shown = Array(found.prefix(limit))
        return Portion(
            items: try lines(of: shown.map(\.part), in: turn),
            next: found.count > limit ? shown.last : nil
        )
    }

    private func lines(of ids: [ID<Assignment>], in turn: Turn) throws -> [PartLine] {
        guard !ids.isEmpty else { return [] }
        let parts = try turn.tx.rows(
            "SELECT \(Assignment.columns) FROM assignments a WHERE a.id IN \(list: ids)"
        ).map(Assignment.init)
        let matters = Set(parts.map(\.matter)).sorted()
        let lines = try WorklistLines(turn: turn).lines(of: matters)
        let byMatter = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let byPart = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return ids.compactMap { id in
            guard let part = byPart[id], let line = byMatter[part.matter] else { return nil }
            return PartLine(part: part, line: line)
        }
    }
}
