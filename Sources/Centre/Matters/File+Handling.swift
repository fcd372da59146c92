/// What a unit answers: the outcome, the words for the file and the words for the resident.
package struct Reply: Sendable, Equatable {
    package let outcome: Assignment.Outcome
    package let text: String
    package let publicText: String

    package init(outcome: Assignment.Outcome, text: String, publicText: String) {
        self.outcome = outcome
        self.text = text
        self.publicText = publicText
    }
}

extension File {
    mutating func sign(_ place: Int, by officer: ID<Officer>, as actor: Actor) throws {
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .sign)
        assignments[place].signedBy = officer
        assignments[place].signedAt = turn.at
        try assignments[place].save(in: turn.tx)
        try step(.sign)
        try note(
            .assignmentSigned,
            by: actor,
            assignment: assignments[place].id,
            ["role": assignments[place].role.rawValue]
        )
    }

    /// Work done, and whether the resident was spoken to: the first such word ends the limit of
    /// first contact.
    mutating func progress(_ place: Int, words: String, contact: Bool, by actor: Actor) throws {
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .begin)
        try assignments[place].save(in: turn.tx)
        let digest = try paper(.progress, words)
        let act: Act = contact ? .firstContact : .matterStarted
        try note(act, by: actor, assignment: assignments[place].id, ["words.digest": digest])
        guard contact else { return }
        for concern in concerns where concern.state != .withdrawn {
            try note(.firstContact, to: concern, by: actor)
        }
    }

    mutating func reply(
        _ place: Int,
        _ reply: Reply,
        by officer: ID<Officer>,
        as actor: Actor
    )
        throws
    {
        try matter.mayBeReplied()
        let vault = try vault
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .reply)
        let text = try vault.seal(reply.text, as: "assignment.reply")
        let publicText = try vault.seal(reply.publicText, as: "assignment.public")
        assignments[place].outcome = reply.outcome
        assignments[place].reply = text
        assignments[place].publicReply = publicText
        assignments[place].repliedBy = officer
        assignments[place].repliedAt = turn.at
        try assignments[place].save(in: turn.tx)
        let facts = [
            "outcome": reply.outcome.rawValue,
            "role": assignments[place].role.rawValue,
            "reply.digest": sealedDigest(text),
            "public.digest": sealedDigest(publicText),
        ]
        try note(.assignmentReplied, by: actor, assignment: assignments[place].id, facts)
        try completeReply(by: actor)
    }

    /// The matter is replied to when the lead and every assisting unit have handed in.
    private mutating func completeReply(by actor: Actor) throws {
        let current = assignments.filter { $0.round == matter.round }
        guard current.contains(where: { $0.role == .lead && $0.state == .submitted }),
            !current.contains(where: { $0.state.isLive })
        else { return }
        try step(.reply)
        matter.verifiedBy = nil
        try note(.matterReplied, by: actor, ["round": "\(matter.round)"])
    }
}

extension Matter {
    /// A unit replies while the matter is in its hands, not while it is suspended or over.
    func mayBeReplied() throws(StageRefusal) {
        guard stage == .inProgress else {
            throw StageRefusal(stage: stage.rawValue, step: Step.reply.rawValue)
        }
    }
}
