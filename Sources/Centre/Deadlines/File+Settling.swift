import Storage

extension File {
    /// Brings the running clocks to the calendar in force, with an entry for each day that moves
    /// and word to those concerned.
    ///
    /// A clock that the change would make late keeps the day it had, by an entry of its own: from
    /// then on that entry, and not the calendar alone, says when it is due.
    /// - Returns: how many clocks moved.
    @discardableResult
    mutating func settleClocks() throws -> Int {
        guard matter.linkedInto == nil else { return 0 }
        let running = try Clock.running(of: matter.id, in: turn.tx)
        let recount = Recount(in: turn.town, at: turn.at)
        let moves = try running.compactMap { clock in
            try recount.move(of: clock, siblings: { running })
        }
        guard !moves.isEmpty else { return 0 }
        for move in moves where move.outcome == .kept { try noteKept(move) }
        let moved = moves.filter { $0.outcome != .fixed }
        try noteSettled(moved)
        // Days that only became certain have no entry, and are wound all the same.
        noted.insert(.clocksSettled)
        try save(isTouched: false)
        noted = []
        wound = nil
        return moved.count
    }

    private static let settling = Actor.system("calendar")

    private mutating func noteKept(_ move: ClockMove) throws {
        let facts = [
            "rule": move.clock.rule, "due": "\(move.becomesDue.milliseconds)",
            "until": move.becomesDue.text(in: turn.town.offset),
        ]
        try note(.dueKept, of: move.clock.subject, facts)
    }

    /// One entry for the matter and one for each concern, and one notice for each of them.
    private mutating func noteSettled(_ moves: [ClockMove]) throws {
        let subjects = Dictionary(grouping: moves, by: \.clock.subject)
        for (subject, moves) in subjects.sorted(by: { $0.key.isBefore($1.key) }) {
            guard let last = moves.max(by: { $0.becomesDue < $1.becomesDue }) else { continue }
            let facts = [
                "rule": last.clock.rule,
                "was": last.clock.dueAt.text(in: turn.town.offset),
                "due": last.becomesDue.text(in: turn.town.offset),
                "clocks": "\(moves.count)",
            ]
            try note(.clocksSettled, of: subject, facts)
            try tell(subject, facts)
        }
    }

    private mutating func note(
        _ act: Act,
        of subject: ClockSubject,
        _ facts: [String: String]
    ) throws {
        switch subject.kind {
        case .matter: try note(act, by: Self.settling, facts)
        case .assignment:
            try note(act, by: Self.settling, assignment: try ID(bytes: subject.id), facts)
        case .step:
            guard let step = try step(of: subject) else { return }
            let told = facts.merging(["step": step.id.description]) { first, _ in first }
            try note(act, by: Self.settling, assignment: step.assignment, told)
        case .concern:
            guard let concern = concerns.first(where: { $0.id.bytes == subject.id }) else { return }
            try note(act, to: concern, by: Self.settling, facts)
        }
    }

    private func step(of subject: ClockSubject) throws -> SupervisionStep? {
        try supervision().first { $0.id.bytes == subject.id }
    }

    /// A limit of the matter is promised to all its residents, that of a concern to its own, and
    /// that of a part is the unit's.
    private func tell(_ subject: ClockSubject, _ facts: [String: String]) throws {
        switch subject.kind {
        case .matter: try tell(.dueMoved, facts)
        case .concern:
            let concern: ID<Concern> = try ID(bytes: subject.id)
            try Outbox.put(.dueMoved, matter: matter.id, concern: concern, facts, in: turn)
        case .assignment:
            let unit = assignments.first { $0.id.bytes == subject.id }?.unit
            try tell(.partDueMoved, units: unit.map { [$0] } ?? [], facts)
        case .step:
            let unit = try step(of: subject)?.unit
            try tell(.partDueMoved, units: unit.map { [$0] } ?? [], facts)
        }
    }
}
