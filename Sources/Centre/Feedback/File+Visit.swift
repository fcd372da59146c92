import Storage

/// What a return visit found: two questions, and whether the resident was reached at all.
package struct Visit: Sendable, Equatable {
    package let reached: Bool
    package let solved: Concern.Verdict
    package let fair: Concern.Verdict
    package let words: String?
    /// Which concern was asked about; nil means every concern of the matter.
    package let number: String?

    package init(
        reached: Bool,
        solved: Concern.Verdict,
        fair: Concern.Verdict,
        words: String?,
        number: String?
    ) {
        self.reached = reached
        self.solved = solved
        self.fair = fair
        self.words = words
        self.number = number
    }

    /// After so many calls that reached nobody the visit counts as made, with its record.
    static let attempts = 3
}

extension File {
    mutating func visit(_ visit: Visit, by officer: ID<Officer>, as actor: Actor) throws {
        guard matter.stage == .closed else {
            throw StageRefusal(stage: matter.stage.rawValue, step: "visit")
        }
        try Separation.checkVisitor(officer, handlers: handlers, verifiers: verifiers)
        let places = concerns.indices.filter { place in
            concerns[place].state != .withdrawn
                && (visit.number == nil || visit.number == concerns[place].number)
        }
        guard !places.isEmpty else { throw NotFound() }
        for place in places {
            try record(visit, at: place, by: officer, as: actor)
        }
        guard visit.reached, visit.solved == .no else { return }
        for place in places { try moveConcern(place, .contest) }
        try reopen(by: actor, ["cause": "visit"])
    }

    private mutating func record(
        _ visit: Visit,
        at place: Int,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        concerns[place].visits += 1
        let counts = visit.reached || concerns[place].visits >= Visit.attempts
        if counts {
            concerns[place].visitedAt = turn.at
            try moveConcern(place, .visit)
            try keep(visit, at: place, by: officer)
        } else {
            try concerns[place].save(in: turn.tx)
        }
        var facts = ["attempt": "\(concerns[place].visits)"]
        facts["reached"] = visit.reached ? "yes" : "no"
        if visit.reached {
            facts["solved"] = visit.solved.rawValue
            facts["fair"] = visit.fair.rawValue
        }
        facts["words.digest"] = try visit.words.flatMap { try keepWords($0, .rating, of: place) }
        let act: Act = counts ? .concernVisited : .visitAttempted
        try note(act, to: concerns[place], by: actor, facts)
        if counts { try note(act, by: actor, ["number": concerns[place].number]) }
    }

    private func keep(_ visit: Visit, at place: Int, by officer: ID<Officer>) throws {
        try turn.tx.run(
            """
            UPDATE concerns SET visited_by = \(officer), visit_solved = \(visit.solved),
                visit_fair = \(visit.fair)
            WHERE id = \(concerns[place].id)
            """
        )
    }

    /// Seals a resident's words with the contact, unless the contact is erased.
    func keepWords(_ words: String, _ kind: ConcernWords.Kind, of place: Int) throws -> String? {
        let concern = concerns[place]
        guard let vault = try Contact.vault(of: concern.contact, in: turn) else { return nil }
        return try ConcernWords.keep(
            kind,
            words: words,
            of: concern.id,
            vault: vault,
            in: turn
        )
    }
}
