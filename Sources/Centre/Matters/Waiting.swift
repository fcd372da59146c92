import Storage

/// What else than the queues' work waits for an officer: decisions, files, and what is due.
package enum Waiting: String, CaseIterable, Sendable {
    /// Registered, and nobody has decided yet whether the centre takes it on.
    case toAccept
    /// Taken on, and no unit leads it.
    case withoutLead
    /// The resident was asked for something and has not brought it.
    case supplements
    /// A unit has asked for more time.
    case askedTime
    /// Over, and complete enough to be filed.
    case toArchive
    case overdue
    case today
    /// Within three days.
    case soon
}

extension Waiting {
    /// Any of these rights makes it the officer's; the first one held decides what is seen.
    package var rights: [Right] {
        switch self {
        case .toAccept: [.accept]
        case .withoutLead: [.assign]
        case .supplements: [.callSupplement]
        case .askedTime: [.decideExtension]
        case .toArchive: [.archive]
        case .overdue, .today, .soon: [.readMatters]
        }
    }

    package var isDue: Bool {
        switch self {
        case .overdue, .today, .soon: true
        case .toAccept, .withoutLead, .supplements, .askedTime, .toArchive: false
        }
    }

    func right(of viewer: Viewer) throws(NotFound) -> Right {
        guard let right = rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }
}

/// One page of what waits, as SQL, the most pressing first.
struct WaitingQuery {
    let waiting: Waiting
    let sight: Sight
    let town: Town
    let now: Moment
    var after: Worklist.Cursor?
    let limit: Int

    var sql: SQL {
        let parts: [SQL] = walks.enumerated().map { place, walk in
            "SELECT id, k FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        guard !parts.isEmpty else { return "SELECT id, due_at AS k FROM matters WHERE 1 = 0" }
        return """
            SELECT DISTINCT id, k FROM (\(parts.joined(by: " UNION ALL "))) AS u
            ORDER BY k, id LIMIT \(limit + 1)
            """
    }

    private var walks: [SQL] {
        switch waiting {
        case .toAccept: ["m.stage = 'registered'"].map(matters)
        case .withoutLead: Queue.unassigned.walks.dropFirst().map(matters)
        case .supplements: ["m.stage = 'awaitingSupplement'"].map(matters)
        case .askedTime: [requests]
        case .toArchive: Self.filed.map(matters)
        case .overdue: due("< \(now)")
        case .today: due(">= \(now)", "<= \(now.day(in: town.offset).end(in: town.offset))")
        case .soon: due(">= \(now)", "< \(now.adding(hours: 72))")
        }
    }

    /// What is over in one way or another; a closed matter only once everybody was asked.
    ///
    /// The limit for filing may run by then, so that no due moment tells it.
    private static let filed: [SQL] = [
        "m.stage = 'declined'", "m.stage = 'withdrawn'", "m.stage = 'terminated'",
        """
        m.stage = 'closed' AND NOT EXISTS (
            SELECT 1 FROM concerns c
            WHERE c.matter = m.id AND c.visited_at IS NULL AND c.state <> 'withdrawn'
        )
        """,
    ]

    private func matters(_ condition: SQL) -> SQL {
        """
        SELECT m.id AS id, m.due_at AS k FROM matters m
        WHERE \(condition) AND m.linked_into IS NULL AND \(sight.condition)
            \(beyond("m.due_at", "m.id"))
        ORDER BY m.due_at, m.id LIMIT \(limit + 1)
        """
    }

    private var requests: SQL {
        """
        SELECT x.matter AS id, x.asked_at AS k FROM extensions x JOIN matters m ON m.id = x.matter
        WHERE x.decided_at IS NULL
            AND \(Matter.isOpen)
            AND \(sight.condition) \(beyond("x.asked_at", "x.matter"))
        ORDER BY x.asked_at, x.matter LIMIT \(limit + 1)
        """
    }

    /// The whole centre's, or what is in the hands of the viewer's units, or lies in the viewer's
    /// areas.
    private func due(_ bounds: SQL...) -> [SQL] {
        func within(_ key: SQL) -> SQL { bounds.map { "\(key) \($0)" }.joined(by: " AND ") }
        if sight.wholeCentre { return [matters(within("m.due_at"))] }
        let own: [SQL] = sight.units.map { unit in
            """
            SELECT a.matter AS id, a.matter_due_at AS k FROM assignments a
            JOIN matters m ON m.id = a.matter
            WHERE a.unit = \(unit) AND a.state IN ('pending', 'signed', 'working', 'rework')
                AND \(within("a.matter_due_at")) AND \(sight.unconflicted)
                \(beyond("a.matter_due_at", "a.matter"))
            GROUP BY a.matter_due_at, a.matter
            ORDER BY a.matter_due_at, a.matter LIMIT \(limit + 1)
            """
        }
        return own + areas.map { matters("\($0) AND \(within("m.due_at"))") }
    }

    private var areas: [SQL] {
        sight.areas.compactMap { id in
            switch town.area(id)?.level {
            case .village: "m.village = \(id)"
            case .grid: "m.grid = \(id)"
            case .city, .town, nil: nil
            }
        }
    }

    private func beyond(_ key: SQL, _ id: SQL) -> SQL {
        guard let after else { return "" }
        return "AND (\(key), \(id)) > (\(after.key), \(after.matter))"
    }
}
