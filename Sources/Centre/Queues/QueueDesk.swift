import Storage

/// Where officers find what waits for them, and a matter by its number.
package struct QueueDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// What waits in a queue, the most pressing first.
    package func page(
        _ queue: Queue,
        for viewer: Viewer,
        after: Worklist.Cursor? = nil,
        limit: Int
    ) async throws -> Portion<QueueLine, Worklist.Cursor> {
        let right = try queue.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let query = QueueQuery(queue: queue, sight: sight, after: after, limit: limit)
            let found: [Worklist.Cursor] = try turn.tx.rows(query.sql).map {
                Worklist.Cursor(key: try $0["k"], matter: try $0["id"])
            }
            let shown = Array(found.prefix(limit))
            let lines = QueueLines(queue: queue, officer: viewer.officer, turn: turn)
            return Portion(
                items: try lines.lines(of: shown.map(\.matter)),
                next: found.count > limit ? shown.last : nil
            )
        }
    }

    /// One matter as its queue would show it, whether it waits there or not.
    package func line(
        of id: ID<Matter>,
        in queue: Queue,
        for viewer: Viewer
    ) async throws -> QueueLine {
        let right = try queue.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            _ = try Matter.find(id, within: sight, in: turn.tx)
            let lines = QueueLines(queue: queue, officer: viewer.officer, turn: turn)
            guard let line = try lines.lines(of: [id]).first else { throw NotFound() }
            return line
        }
    }

    /// The matter of a concern's number, of an outside number, or of its own id: exactly that and
    /// nothing alike.
    package func find(_ text: String, for viewer: Viewer) async throws -> ID<Matter>? {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let sight = Sight(viewer, in: turn.town)
            return try turn.tx.value(
                """
                SELECT m.id FROM matters m
                WHERE m.id IN \(list: try candidates(text, in: turn.tx)) AND \(sight.condition)
                ORDER BY m.created_at DESC, m.id DESC LIMIT 1
                """
            )
        }
    }

    private func candidates(_ text: String, in tx: Transaction) throws -> [ID<Matter>] {
        if let id = ID<Matter>(text.lowercased()) { return [id] }
        let plain = text.uppercased().filter { $0 != " " && $0 != "-" }
        let rows = try tx.rows(
            """
            SELECT matter FROM concerns WHERE number = \(plain)
            UNION
            SELECT matter FROM concerns
            WHERE channel IN \(list: Concern.Channel.allCases) AND external_no = \(text)
            """
        )
        return try rows.map { try $0[0] }
    }
}
