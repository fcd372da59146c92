import Storage

extension File {
    /// The rulings from the matter's own entries; most matters have none, and their entries need
    /// not be read for it.
    func rulings() throws -> Rulings {
        let isNew = !noted.isDisjoint(with: Rulings.acts)
        guard try isNew || RulingRecords.isAny(of: matter.id, in: turn.tx) else {
            return Rulings()
        }
        return Rulings.replay(
            try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        )
    }

    mutating func take(
        _ step: RulingStep,
        on id: ID<Ruling>?,
        _ said: RulingSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        if let missing = step.needs.first(where: { !said.has($0) }) {
            throw Fault(.missing, missing.rawValue)
        }
        guard step != .ask else { return try askRuling(said, by: viewer, as: actor) }
        guard let id, let ruling = try rulings().ruling(id) else { throw NotFound() }
        switch step {
        case .ask: break
        case .passOn: try passOn(ruling, said, by: viewer, as: actor)
        case .rule: try rule(ruling, said, by: viewer, as: actor)
        case .withdraw:
            try note(.withdraw(id, isForced: false), words: said.words, by: actor)
            try tell(.rulingWithdrawn, of: ruling, units: ruling.parties)
        case .retire: try note(.retire(id), words: said.words, by: actor)
        }
    }

    /// Work starts before it is ruled: the unit named works from now on, and no limit begins anew.
    private mutating func askRuling(
        _ said: RulingSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard !matter.stage.isOver, matter.linkedInto == nil else {
            throw RulingRefusal.matterOver
        }
        guard try rulings().open == nil else { throw RulingRefusal.openAlready }
        guard let dispute = dutyDispute else { throw RulingRefusal.nothingDisputed }
        guard lead == nil else { throw AssignmentRefusal.leadTaken }
        guard let unit = said.unit, let ruler = said.ruler else { throw NotFound() }
        try turn.town.bar(unit, from: Conflict.units(of: matter.id, in: turn.tx))
        try checkRuler(ruler, of: dispute.parties + [unit], askedBy: viewer.officer)
        let ruling = Ruling(
            id: turn.newID(),
            cause: dispute.cause,
            parties: dispute.parties,
            provisional: unit,
            askedAt: turn.at,
            ruler: ruler
        )
        // The ruling takes the place of the conference that two returns had called.
        if matter.conference == .called { matter.conference = .none }
        try note(.ask(ruling), words: said.words, by: actor)
        try giveMeanwhile(to: unit, by: viewer.officer, as: actor)
        try tell(.rulingAsked, of: ruling, units: dispute.parties)
    }

    private mutating func giveMeanwhile(
        to unit: ID<Unit>,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        try step(.assign)
        let former = assignments.last { $0.role == .lead && $0.state == .returned }
        try dropAssist(of: unit, by: actor)
        try give(
            Errand(unit: unit, role: .lead, instruction: try words(of: former), rule: nil),
            designated: false,
            why: "职责裁决前先行办理",
            by: officer,
            as: actor
        )
    }

    private mutating func passOn(
        _ ruling: Ruling,
        _ said: RulingSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard let ruler = said.ruler else { throw NotFound() }
        let parties = ruling.parties + [ruling.provisional]
        try checkRuler(ruler, of: parties, askedBy: viewer.officer)
        try note(.passOn(ruling.id, to: ruler), words: said.words, by: actor)
        var passed = ruling
        passed.ruler = ruler
        try tell(.rulingAsked, of: passed, units: [])
    }

    /// The officer holds the right, may see the matter, did not ask, and is of none of the units.
    private func checkRuler(
        _ ruler: ID<Officer>,
        of parties: [ID<Unit>],
        askedBy asker: ID<Officer>
    ) throws {
        guard ruler != asker else { throw RulingRefusal.rulerAsks }
        guard let named = try RulingRecords.ruler(ruler, in: turn) else {
            throw Fault(.unknownCode, "ruler")
        }
        guard named.isFree(of: parties, in: turn.town) else { throw RulingRefusal.rulerOfParty }
        let sight = Sight(named, using: .ruleDuty, in: turn.town)
        guard try Matter.isVisible(matter.id, within: sight, in: turn.tx) else {
            throw RulingRefusal.rulerOfParty
        }
    }

    /// The words that the part before had, for the part that follows.
    func words(of part: Assignment?) throws -> String {
        try part?.instruction.map { try vault.open($0, as: "assignment.instruction") } ?? ""
    }

    /// A unit that takes the lead does not assist beside it.
    mutating func dropAssist(of unit: ID<Unit>, by actor: Actor) throws {
        for place in assignments.indices
        where assignments[place].unit == unit && assignments[place].role == .assist
            && assignments[place].round == matter.round && assignments[place].state.isLive
        {
            try cancel(place, by: actor)
        }
    }

    /// The words as they were said, or the verdict's, whose digests it carries.
    mutating func note(_ move: RulingMove, words: String?, by actor: Actor) throws {
        var rulings = try rulings()
        try rulings.take(move)
        var facts = move.facts
        if let words { facts["words.digest"] = try paper(.ruling, words) }
        if let unit = facts["party"].flatMap({ ID<Unit>($0) }) {
            facts["unit"] = turn.town.unit(unit)?.code ?? ""
        }
        try note(move.act, by: actor, facts)
    }

    func tell(_ kind: Notice.Kind, of ruling: Ruling, units: [ID<Unit>]) throws {
        try tell(kind, units: units, [Outbox.officer: ruling.ruler.description])
    }

    /// A matter that ends unruled takes its open question with it.
    mutating func endRuling(by actor: Actor) throws {
        guard let open = try rulings().open else { return }
        try note(.withdraw(open.id, isForced: true), words: nil, by: actor)
    }
}

extension Viewer {
    /// Nobody rules on the duties of the own unit or one above it.
    func isFree(of parties: [ID<Unit>], in town: Town) -> Bool {
        let within = parties.flatMap(town.unitAndBelow)
        return Set(posts.map(\.unit)).isDisjoint(with: within)
    }
}
