import Storage

extension File {
    mutating func take(
        _ step: LevelStep,
        on id: ID<LevelChange>?,
        _ said: LevelSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        if let missing = step.needs.first(where: { !said.has($0) }) {
            throw Fault(.missing, missing.rawValue)
        }
        switch step {
        case .propose: return try proposeEscalation(said, by: viewer, as: actor)
        case .sendDown: return try sendDown(said, by: viewer, as: actor)
        case .approve, .decline, .withdraw: break
        }
        let all = try LevelRecords.all(of: matter.id, in: turn.tx)
        guard let change = all.first(where: { $0.id == id }) else { throw NotFound() }
        guard change.state == .open else { throw LevelRefusal.over }
        switch step {
        case .approve: try approve(change, said, by: viewer, as: actor)
        case .decline: try decline(change, said, by: actor)
        default: try withdraw(change, said, by: viewer, as: actor)
        }
    }

    /// Where the matter is: at its lead's level, at the centre's while nobody leads.
    var level: AreaLevel { lead.map { turn.town.level(of: $0.unit) } ?? .town }

    private mutating func proposeEscalation(
        _ said: LevelSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard try LevelRecords.open(of: matter.id, in: turn.tx) == nil else {
            throw LevelRefusal.openAlready
        }
        try checkProposer(viewer)
        let change = try change(.up, said, by: viewer)
        try checkMove(.up, to: change.to)
        try LevelRecords.keep(change, of: matter.id, in: turn.tx)
        try note(.escalationProposed, by: actor, facts(of: change))
        try tell(.escalationProposed, units: [], ["reason": change.reason])
    }

    /// Going down needs nobody's leave: the unit may still give the matter back.
    private mutating func sendDown(
        _ said: LevelSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard try LevelRecords.open(of: matter.id, in: turn.tx) == nil else {
            throw LevelRefusal.openAlready
        }
        var change = try change(.down, said, by: viewer)
        try checkMove(.down, to: change.to)
        change.state = .done
        change.decidedAt = turn.at
        try LevelRecords.keep(change, of: matter.id, in: turn.tx)
        try note(.matterSentDown, by: actor, facts(of: change))
        let former = try moveLead(change, by: viewer.officer, as: actor)
        try tell(.matterSentDown, units: former)
    }

    /// The director may choose another unit of a higher level than the one proposed.
    private mutating func approve(
        _ open: LevelChange,
        _ said: LevelSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard open.proposedBy != viewer.officer else { throw LevelRefusal.proposerDecides }
        var change = open
        change.to = said.unit ?? open.to
        try checkMove(.up, to: change.to)
        change.state = .done
        change.decidedAt = turn.at
        change.answer = try said.words.map { try paper(.level, $0) }
        try LevelRecords.keep(change, of: matter.id, in: turn.tx)
        var facts = facts(of: change)
        facts["words.digest"] = change.answer
        try note(.matterEscalated, by: actor, facts)
        let former = try moveLead(change, by: viewer.officer, as: actor)
        try tell(.matterEscalated, units: former)
    }

    private mutating func decline(
        _ open: LevelChange,
        _ said: LevelSaid,
        by actor: Actor
    ) throws {
        try end(open, as: .declined, said.words, by: actor)
        try tell(.escalationDeclined, units: [lead?.unit].compactMap(\.self))
    }

    private mutating func withdraw(
        _ open: LevelChange,
        _ said: LevelSaid,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        try checkProposer(viewer)
        try end(open, as: .withdrawn, said.words, by: actor)
    }

    /// A matter that ends takes its open proposal with it.
    mutating func endEscalation(by actor: Actor) throws {
        guard let open = try LevelRecords.open(of: matter.id, in: turn.tx) else { return }
        try end(open, as: .withdrawn, nil, by: actor)
    }

    private mutating func end(
        _ open: LevelChange,
        as state: LevelChange.State,
        _ words: String?,
        by actor: Actor
    ) throws {
        var change = open
        change.state = state
        change.decidedAt = turn.at
        change.answer = try words.map { try paper(.level, $0) }
        try LevelRecords.keep(change, of: matter.id, in: turn.tx)
        var facts = ["change": change.id.description]
        facts["words.digest"] = change.answer
        if words == nil { facts["cause"] = "matterEnded" }
        let act: Act = state == .declined ? .escalationDeclined : .escalationWithdrawn
        try note(act, by: actor, facts)
    }
}
