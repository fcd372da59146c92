extension SeedFile {
    mutating func sign(_ place: Int) throws {
        let hand = hand(of: assignments[place].unit)
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .sign)
        assignments[place].signedBy = hand.officer
        assignments[place].signedAt = at
        try step(.sign)
        note(
            .assignmentSigned,
            by: hand.actor,
            assignment: assignments[place].id,
            ["role": assignments[place].role.rawValue]
        )
    }

    /// The first word with the resident.
    mutating func makeContact(_ place: Int) throws {
        let actor = handler(of: place).actor
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .begin)
        let digest = try paper(.progress, SeedWords.pick(SeedWords.progress, in: &dice))
        note(
            .firstContact,
            by: actor,
            assignment: assignments[place].id,
            ["words.digest": digest]
        )
        for place in standing { note(.firstContact, to: concerns[place].concern, by: actor) }
    }

    mutating func suspend() throws {
        guard let ground = town.grounds.suspension.first else { return }
        let actor = handler(of: leadPlace).actor
        let before = matter.stage
        try step(.suspend)
        matter.stageBefore = before
        let days = dice.number(1...max(1, min(ground.maxDays, 60)))
        let until = at.adding(hours: days * 24)
        let digest = try paper(.suspension, SeedWords.pick(SeedWords.documents, in: &dice))
        note(
            .matterSuspended,
            by: actor,
            [
                "ground": ground.code, "until": until.text(in: town.offset),
                "document.digest": digest,
            ]
        )
    }

    mutating func resume() throws {
        guard let before = matter.stageBefore else { return }
        try step(.resume)
        matter.stage = before
        matter.stageBefore = nil
        note(.matterResumed, by: handler(of: leadPlace).actor)
    }

    mutating func reply(_ place: Int) throws {
        let hand = handler(of: place)
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .reply)
        let text = try vault.seal(
            SeedWords.pick(SeedWords.replies, in: &dice),
            as: "assignment.reply"
        )
        publicWords[assignments[place].id] = SeedWords.pick(SeedWords.publicReplies, in: &dice)
        let publicText = try vault.seal(
            publicWords[assignments[place].id] ?? "",
            as: "assignment.public"
        )
        let outcome = dice.pick(Assignment.Outcome.allCases)
        assignments[place].outcome = outcome
        assignments[place].reply = text
        assignments[place].publicReply = publicText
        assignments[place].repliedBy = hand.officer
        assignments[place].repliedAt = at
        note(
            .assignmentReplied,
            by: hand.actor,
            assignment: assignments[place].id,
            [
                "outcome": outcome.rawValue, "role": assignments[place].role.rawValue,
                "reply.digest": sealedDigest(text), "public.digest": sealedDigest(publicText),
            ]
        )
        try completeReply(by: hand.actor)
    }

    private mutating func completeReply(by actor: Actor) throws {
        let current = assignments.filter { $0.round == matter.round }
        guard current.contains(where: { $0.role == .lead && $0.state == .submitted }),
            !current.contains(where: { $0.state.isLive })
        else { return }
        try step(.reply)
        matter.verifiedBy = nil
        note(.matterReplied, by: actor, ["round": "\(matter.round)"])
    }

    /// The lead's standing part; the last one given out.
    var leadPlace: Int { assignments.lastIndex { $0.role == .lead } ?? 0 }

    private mutating func handler(of place: Int) -> SeedStaff.Hand {
        let hands = plan.staff.handlers[assignments[place].unit] ?? []
        let signed = assignments[place].signedBy
        return hands.first { $0.officer == signed } ?? hand(of: assignments[place].unit)
    }
}
