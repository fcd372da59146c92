import Storage

/// A resident's own judgement, in two questions.
package struct Rating: Sendable, Equatable {
    package let solved: Concern.Verdict
    package let fair: Concern.Verdict
    package let words: String?

    package init(solved: Concern.Verdict, fair: Concern.Verdict, words: String?) {
        self.solved = solved
        self.fair = fair
        self.words = words
    }
}

extension File {
    mutating func rate(_ place: Int, _ rating: Rating) throws {
        try moveConcern(place, .rate)
        concerns[place].ratedAt = turn.at
        try concerns[place].save(in: turn.tx)
        let concern = concerns[place]
        try turn.tx.run(
            """
            UPDATE concerns SET rated_solved = \(rating.solved), rated_fair = \(rating.fair)
            WHERE id = \(concern.id)
            """
        )
        var facts = ["solved": rating.solved.rawValue, "fair": rating.fair.rawValue]
        facts["words.digest"] = try rating.words.flatMap { try keepWords($0, .rating, of: place) }
        try note(.concernRated, to: concern, by: .resident(concern.id), facts)
    }

    /// The resident does not accept the answer: the matter is opened again, as often as that
    /// happens before it is archived.
    mutating func contest(_ place: Int, reason: String) throws {
        guard [.closed, .terminated, .reopened].contains(matter.stage) else {
            throw StageRefusal(stage: matter.stage.rawValue, step: "contest")
        }
        try moveConcern(place, .contest)
        let concern = concerns[place]
        var facts: [String: String] = [:]
        facts["reason.digest"] = try keepWords(reason, .contest, of: place)
        try note(.concernContested, to: concern, by: .resident(concern.id), facts)
        if matter.stage != .reopened {
            try reopen(by: .resident(concern.id), ["cause": "contest"])
        }
    }

    /// Puts a closed or terminated matter back to work: a new round, the lead's part to be done
    /// again.
    mutating func reopen(by actor: Actor, _ facts: [String: String]) throws {
        let closing = matter.stage == .closed ? (at: matter.closedAt, part: leadOfRound) : nil
        try step(.reopen)
        matter.round += 1
        matter.returns = 0
        matter.conference = .none
        matter.verifiedBy = nil
        matter.closedBy = nil
        matter.closedAt = nil
        matter.closure = nil
        let facts = facts.merging(["round": "\(matter.round)"]) { given, _ in given }
        try note(.matterReopened, by: actor, facts)
        var units: [ID<Unit>] = []
        for place in assignments.indices
        where assignments[place].role == .lead && assignments[place].state == .accepted {
            units.append(assignments[place].unit)
            assignments[place].state = try Assignment.machine.next(from: .accepted, .reopen)
            assignments[place].round = matter.round
            try assignments[place].save(in: turn.tx)
        }
        try tell(.matterReopened, units: units, facts)
        try noteReopeningSigns(closedAt: closing?.at, of: closing?.part)
    }
}
