import Storage

/// What waits at the centre for its next step: one list for each step somebody has to take.
package enum Queue: String, CaseIterable, Sendable {
    /// Registered or accepted, and no unit has it yet.
    case unassigned
    /// A unit gave it back.
    case returned
    /// Two returns: the conference meets, then the director designates.
    case conference
    /// Replied, and to be looked at by somebody else.
    case toVerify
    /// The reply is accepted; the matter is to be closed.
    case toClose
    /// Closed, and somebody is still to be asked.
    case toVisit
}

extension Queue {
    /// Who works on it; the first right that the officer holds decides what is seen.
    package var rights: [Right] {
        switch self {
        case .unassigned: [.accept, .assign]
        case .returned: [.assign, .designate]
        case .conference: [.confer, .designate, .assign]
        case .toVerify: [.verify]
        case .toClose: [.close]
        case .toVisit: [.visit]
        }
    }

    package func isOpen(to viewer: Viewer) -> Bool { rights.contains(where: viewer.may) }

    func right(of viewer: Viewer) throws(NotFound) -> Right {
        guard let right = rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }

    /// The conditions on a matter `m`; each begins with a stage, along which an index is walked.
    var walks: [SQL] {
        switch self {
        case .unassigned:
            [
                "m.stage = 'registered'",
                "m.stage = 'accepted' AND m.returns = 0 AND m.conference = 'none'",
                "m.stage = 'reopened' AND \(Self.leaderless)",
            ]
        case .returned: ["m.stage = 'accepted' AND m.returns > 0 AND m.conference = 'none'"]
        case .conference: ["m.stage = 'accepted' AND m.conference <> 'none'"]
        case .toVerify: ["m.stage = 'replied' AND m.verified_by IS NULL"]
        case .toClose: ["m.stage = 'replied' AND m.verified_by IS NOT NULL"]
        case .toVisit: ["m.stage = 'closed' AND \(Self.unvisited)"]
        }
    }

    /// What ended before a unit had it has nobody to go back to when it is opened again.
    private static let leaderless: SQL = """
        NOT EXISTS (
            SELECT 1 FROM assignments a
            WHERE a.matter = m.id AND a.role = 'lead' AND a.round = m.round
                AND a.state NOT IN ('returned', 'reassigned', 'cancelled')
        )
        """

    private static let unvisited: SQL = """
        EXISTS (
            SELECT 1 FROM concerns c
            WHERE c.matter = m.id AND c.visited_at IS NULL AND c.state <> 'withdrawn'
        )
        """
}

/// A matter in a queue, with what its next step asks to be known.
package struct QueueLine: Sendable {
    package let line: WorklistLine
    package let matter: Matter
    package let concerns: [Asked]
    /// What the town's table names; nil where no unit is looked for.
    package let routing: RoutingAnswer?
    /// The latest return of the lead's part.
    package let returned: Assignment?
    /// Why the viewer is not the one to take the next step.
    package let bar: Separation?

    /// Who asks, as far as a list needs it.
    package struct Asked: Sendable, Equatable {
        package let number: String
        package let kind: Concern.Kind
        package let mode: Concern.Mode
        package let state: Concern.State
        package let visits: Int
        package let visitedAt: Moment?

        package var isToBeVisited: Bool { visitedAt == nil && state != .withdrawn }
    }
}
