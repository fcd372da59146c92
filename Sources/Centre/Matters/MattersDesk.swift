import Storage

/// Where matters are looked at: the worklist, one matter, its timeline and its clocks.
package struct MattersDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func worklist(
        _ list: Worklist,
        for viewer: Viewer
    ) async throws -> Portion<WorklistLine, Worklist.Cursor> {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let sight = Sight(viewer, in: turn.town)
            let rows = try turn.tx.rows(try query(list, sight: sight, turn: turn))
            let found: [Worklist.Cursor] = try rows.map {
                Worklist.Cursor(key: try $0["k"], matter: try $0["id"])
            }
            let shown = Array(found.prefix(list.limit))
            let items = try WorklistLines(turn: turn).lines(of: shown.map(\.matter))
            return Portion(items: items, next: found.count > list.limit ? shown.last : nil)
        }
    }

    private func query(_ list: Worklist, sight: Sight, turn: Turn) throws -> SQL {
        guard let text = list.search else {
            return WorklistQuery(list: list, sight: sight, town: turn.town, now: turn.at).sql
        }
        return try WorklistSearch(text: text, list: list, sight: sight, turn: turn).found()
    }

    package func matter(_ id: ID<Matter>, for viewer: Viewer) async throws -> MatterView {
        try await house.look { turn in
            try file(id, for: viewer, in: turn).view(for: viewer)
        }
    }

    package func timeline(
        _ id: ID<Matter>,
        for viewer: Viewer,
        after: TimelineLine.Cursor?,
        limit: Int
    ) async throws -> Portion<TimelineLine, TimelineLine.Cursor> {
        try await house.look { turn in
            let file = try file(id, for: viewer, in: turn)
            return try file.timelinePage(after: after, limit: limit)
        }
    }

    package func clocks(_ id: ID<Matter>, for viewer: Viewer) async throws -> [ClockLine] {
        try await house.look { turn in
            let file = try file(id, for: viewer, in: turn)
            let clocks = try Clock.clocks(of: id, in: turn.tx)
            let steps = try file.partsOfSteps(among: clocks)
            return clocks.compactMap { line in
                ClockLine(line, in: file, steps: steps)
            }
        }
    }

    func file(_ id: ID<Matter>, for viewer: Viewer, in turn: Turn) throws -> File {
        try viewer.require(.readMatters)
        _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
        return try File.reading(id, in: turn)
    }
}
