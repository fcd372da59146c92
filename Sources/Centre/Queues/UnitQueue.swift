import Storage

/// What a unit has to do with its parts.
package enum UnitQueue: String, CaseIterable, Sendable {
    case toSign
    case rework
    case overdue
    case inWork
    /// Handed in, and looked at by the centre.
    case handedIn

    var states: [Assignment.State] {
        switch self {
        case .toSign: [.pending]
        case .rework: [.rework]
        case .overdue: [.pending, .signed, .working, .rework]
        case .inWork: [.signed, .working]
        case .handedIn: [.submitted]
        }
    }
}

/// A unit's part in a matter, as its list shows it.
package struct PartLine: Sendable {
    package let part: Assignment
    package let line: WorklistLine

    /// The part's own limit, or the matter's where it has none.
    package var due: Moment? { part.dueAt.ifAny ?? line.due }

    /// The last line of a page.
    package struct Cursor: Sendable, Equatable {
        package let key: Int64
        package let part: ID<Assignment>

        package init(key: Int64, part: ID<Assignment>) {
            self.key = key
            self.part = part
        }
    }
}

/// Who sits in a unit: public, as on the board at the door.
package struct UnitMember: Sendable, Equatable {
    package let name: String
    package let role: Role
}

/// One page of a unit's parts as SQL, the most pressing first.
struct UnitQuery {
    let queue: UnitQueue
    let sight: Sight
    let now: Moment
    let after: PartLine.Cursor?
    let limit: Int

    var sql: SQL {
        let walks: [SQL] = sight.units.flatMap { unit in
            queue.states.map { walk(unit, $0) }
        }
        guard !walks.isEmpty else {
            return "SELECT id, matter_due_at AS k FROM assignments WHERE 1 = 0"
        }
        let parts: [SQL] = walks.enumerated().map { place, walk in
            "SELECT id, k FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        return """
            SELECT id, k FROM (\(parts.joined(by: " UNION ALL "))) AS u
            ORDER BY k, id LIMIT \(limit + 1)
            """
    }

    private func walk(_ unit: ID<Unit>, _ state: Assignment.State) -> SQL {
        let beyond: SQL =
            after.map { "AND (a.matter_due_at, a.id) > (\($0.key), \($0.part))" } ?? ""
        return """
            SELECT a.id AS id, a.matter_due_at AS k FROM assignments a
            JOIN matters m ON m.id = a.matter
            WHERE a.unit = \(unit) AND a.state = \(state) \(late) \(beyond)
                AND \(sight.unconflicted)
            ORDER BY a.matter_due_at, a.id LIMIT \(limit + 1)
            """
    }

    /// The matter's own limit is never later than that of its parts, so the index is walked by it.
    private var late: SQL {
        guard queue == .overdue else { return "" }
        return """
            AND a.matter_due_at < \(now) AND (a.due_at < \(now) OR a.due_at = \(Moment.never))
            """
    }
}
