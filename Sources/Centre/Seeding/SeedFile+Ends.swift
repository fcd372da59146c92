extension SeedFile {
    /// A closed matter goes back to work: a new round, the lead's part to be done again.
    mutating func reopen(by actor: Actor, cause: String) {
        matter.stage = .reopened
        matter.round += 1
        matter.returns = 0
        matter.verifiedBy = nil
        matter.closedBy = nil
        matter.closedAt = nil
        matter.closure = nil
        note(.matterReopened, by: actor, ["cause": cause, "round": "\(matter.round)"])
        for place in assignments.indices
        where assignments[place].role == .lead && assignments[place].state == .accepted {
            assignments[place].state = .rework
            assignments[place].round = matter.round
        }
    }

    mutating func archive() throws {
        try step(.archive)
        let actor = dice.pick(plan.staff.archivists).actor
        note(.matterArchived, by: actor, ["concerns": "\(concerns.count)"])
    }

    /// The residents take back what they asked; with the last of them the matter ends.
    mutating func withdraw() throws {
        for place in standing {
            try moveConcern(place, .withdraw)
            let concern = concerns[place].concern
            note(.concernWithdrawn, to: concern, by: .resident(concern.id))
        }
        guard let concern = concerns.last?.concern else { return }
        let actor = Actor.resident(concern.id)
        try step(.withdraw)
        note(.matterWithdrawn, by: actor, ["number": concern.number])
        try cancelParts(by: actor)
    }

    mutating func terminate() throws {
        let supervisor = dice.pick(plan.staff.supervisors)
        try step(.terminate)
        note(.matterTerminated, by: supervisor.actor, ["round": "\(matter.round)"])
        for place in standing {
            let words = SeedWords.pick(SeedWords.refusals, in: &dice)
            try answer(place, with: words, by: supervisor.actor)
        }
        try cancelParts(by: supervisor.actor)
    }

    private mutating func cancelParts(by actor: Actor) throws {
        for place in assignments.indices where assignments[place].state.isLive {
            let state = assignments[place].state
            assignments[place].state = try Assignment.machine.next(from: state, .cancel)
            note(.assignmentCancelled, by: actor, assignment: assignments[place].id)
        }
    }

    /// Takes over the concern of a matter that has only been registered.
    mutating func link(_ other: SeedFile, at moment: Moment) throws {
        at = moment
        var home = other
        home.at = moment
        guard var arriving = home.concerns.first else { return }
        let actor = dice.pick(plan.staff.dispatchers).actor
        let digest = try paper(.link, SeedWords.pick(SeedWords.links, in: &dice))
        let number = arriving.concern.number
        home.note(
            .concernUnlinked,
            by: actor,
            ["number": number, "into": matter.id.description, "reason.digest": digest]
        )
        home.matter.linkedInto = matter.id
        home.matter.touchedAt = moment
        resting.append(home.matter)
        entries.merge(home.entries) { _, new in new }
        arriving.concern.matter = matter.id
        concerns.append(arriving)
        let facts = [
            "number": number, "into": matter.id.description, "reason.digest": digest,
            "accepted": matter.route == nil ? "no" : "yes",
            "state": arriving.concern.state.rawValue,
        ]
        note(.concernLinked, by: actor, facts)
        note(.concernLinked, to: arriving.concern, by: actor, facts)
    }
}
