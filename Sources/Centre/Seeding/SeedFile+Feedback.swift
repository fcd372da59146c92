extension SeedFile {
    mutating func verify(_ verdict: VerificationVerdict = .accepted) throws {
        let supervisor = dice.pick(plan.staff.supervisors)
        let remark = SeedWords.remarks[verdict == .accepted ? 0 : SeedWords.remarks.count - 1]
        let digest = try paper(.verification, remark)
        switch verdict {
        case .accepted:
            try moveParts(.verify)
            matter.verifiedBy = supervisor.officer
            note(.replyVerified, by: supervisor.actor, ["remark.digest": digest])
        case .rework:
            try moveParts(.sendBack)
            try step(.sendBack)
            note(.replySentBack, by: supervisor.actor, ["remark.digest": digest])
        }
    }

    private mutating func moveParts(_ step: Assignment.Step) throws {
        for place in assignments.indices
        where assignments[place].state == .submitted && assignments[place].round == matter.round {
            assignments[place].state = try Assignment.machine.next(from: .submitted, step)
        }
    }

    mutating func close() throws {
        let supervisor = dice.pick(plan.staff.supervisors)
        let kind = dice.pick(town.grounds.closure).code
        try step(.close)
        matter.closedBy = supervisor.officer
        matter.closedAt = at
        matter.closure = kind
        note(.matterClosed, by: supervisor.actor, ["kind": kind, "round": "\(matter.round)"])
        let words = publicAnswer
        for place in standing { try answer(place, with: words, by: supervisor.actor) }
    }

    private var publicAnswer: String {
        let parts = assignments.filter { $0.round == matter.round && $0.state == .accepted }
        let ordered = parts.filter { $0.role == .lead } + parts.filter { $0.role == .assist }
        return ordered.compactMap { publicWords[$0.id] }.joined(separator: "\n")
    }

    mutating func answer(_ place: Int, with words: String, by actor: Actor) throws {
        try moveConcern(place, .answer)
        concerns[place].concern.answeredAt = at
        concerns[place].concern.visits = 0
        concerns[place].concern.visitedAt = nil
        let box = try concerns[place].vault.seal(words, as: "concern.answer")
        concerns[place].answer = box
        let concern = concerns[place].concern
        note(
            .concernAnswered,
            to: concern,
            by: actor,
            ["number": concern.number, "answer.digest": sealedDigest(box)]
        )
    }

    /// - Parameter solved: nil when nobody was reached.
    mutating func visit(_ solved: Concern.Verdict?) throws {
        let visitor = dice.pick(plan.staff.visitors)
        for place in standing { try record(solved, at: place, by: visitor) }
        guard solved == .no else { return }
        for place in standing { try moveConcern(place, .contest) }
        reopen(by: visitor.actor, cause: "visit")
    }

    private mutating func record(
        _ solved: Concern.Verdict?,
        at place: Int,
        by visitor: SeedStaff.Hand
    ) throws {
        concerns[place].concern.visits += 1
        var facts = ["attempt": "\(concerns[place].concern.visits)"]
        facts["reached"] = solved == nil ? "no" : "yes"
        guard let solved else {
            return note(.visitAttempted, to: concerns[place].concern, by: visitor.actor, facts)
        }
        concerns[place].concern.visitedAt = at
        try moveConcern(place, .visit)
        let fair = dice.pick(Concern.Verdict.allCases)
        concerns[place].visitedBy = visitor.officer
        concerns[place].visited = (solved, fair)
        facts["solved"] = solved.rawValue
        facts["fair"] = fair.rawValue
        let words = SeedWords.pick(SeedWords.visits, in: &dice)
        facts["words.digest"] = try keepWords(words, .rating, of: place)
        let concern = concerns[place].concern
        note(.concernVisited, to: concern, by: visitor.actor, facts)
        note(.concernVisited, by: visitor.actor, ["number": concern.number])
    }

    mutating func rate(_ place: Int) throws {
        try moveConcern(place, .rate)
        let solved = dice.pick(Concern.Verdict.allCases)
        let fair = dice.pick(Concern.Verdict.allCases)
        concerns[place].concern.ratedAt = at
        concerns[place].rated = (solved, fair)
        let concern = concerns[place].concern
        note(
            .concernRated,
            to: concern,
            by: .resident(concern.id),
            ["solved": solved.rawValue, "fair": fair.rawValue]
        )
    }

    mutating func contest(_ place: Int) throws {
        try moveConcern(place, .contest)
        let concern = concerns[place].concern
        let words = SeedWords.pick(SeedWords.contests, in: &dice)
        let digest = try keepWords(words, .contest, of: place)
        note(
            .concernContested,
            to: concern,
            by: .resident(concern.id),
            ["reason.digest": digest]
        )
        reopen(by: .resident(concern.id), cause: "contest")
    }
}
