import Storage

extension File {
    /// The steps of supervision from the matter's own entries.
    func supervision() throws -> [SupervisionStep] {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        return SupervisionStep.replay(entries) { code in turn.town.unit(code: code)?.id }
    }

    /// Opens a step with the unit that has the part.
    mutating func supervise(
        _ order: SupervisionOrder,
        by viewer: Viewer,
        as actor: Actor
    ) throws -> ID<SupervisionStep> {
        guard matter.linkedInto == nil else { throw SupervisionRefusal.matterRests }
        guard let part = assignments.first(where: { $0.id == order.assignment }) else {
            throw NotFound()
        }
        try checkApart(viewer, from: part.unit)
        let rules = turn.town.supervision
        guard rules.grounds(of: order.kind).contains(where: { $0.code == order.ground }) else {
            throw Fault(.unknownCode, "ground")
        }
        try rules.checkNoSilence(order.words)
        let steps = try supervision()
        let isOpen = steps.contains { step in
            step.kind == order.kind && step.assignment == part.id && step.isOpen
        }
        guard !isOpen else { throw SupervisionRefusal.openAlready }
        var facts = try particulars(of: order, for: part)
        let skipped = SupervisionStep.skipped(by: order.kind, after: steps, with: part.id)
        if !skipped.isEmpty {
            guard let reason = order.skipReason else { throw SupervisionRefusal.skipUnexplained }
            facts["skipped"] = skipped.map(\.rawValue).joined(separator: ",")
            facts["skip.digest"] = try paper(.supervision, reason)
        }
        facts["ground"] = order.ground
        facts["words.digest"] = try paper(.supervision, order.words)
        return try open(order.kind, with: part, by: actor, facts)
    }

    /// Enters a new step; whose turn it is is told.
    @discardableResult
    mutating func open(
        _ kind: SupervisionStep.Kind,
        with part: Assignment,
        by actor: Actor,
        _ facts: [String: String]
    ) throws -> ID<SupervisionStep> {
        let id: ID<SupervisionStep> = turn.newID()
        var facts = facts
        facts["step"] = id.description
        facts["rung"] = kind.rawValue
        facts["unit"] = turn.town.unit(part.unit)?.code ?? ""
        try note(kind.procedure.opening, by: actor, assignment: part.id, facts)
        if kind != .recheck {
            try tell(.supervisionOpened, units: [part.unit], ["rung": kind.rawValue])
        }
        return id
    }

    /// Supervision and handling are separated (DOMAIN 3.7).
    func checkApart(_ viewer: Viewer, from unit: ID<Unit>) throws(SupervisionRefusal) {
        try SupervisionSeparation.check(
            viewer,
            handlers: handlers,
            within: turn.town.unitAndBelow(unit)
        )
    }

    /// What a kind of step asks for besides its ground and words.
    private func particulars(
        of order: SupervisionOrder,
        for part: Assignment
    ) throws -> [String: String] {
        let today = turn.at.day(in: turn.town.offset)
        switch order.kind {
        case .talk:
            guard let day = order.day else { throw SupervisionRefusal.dayMissing }
            guard day >= today else { throw SupervisionRefusal.dayPast }
            return ["day": day.description]
        case .leader:
            guard let leader = order.leader else { throw Fault(.missing, "leader") }
            guard leader.promised >= today else { throw SupervisionRefusal.dayPast }
            guard leader.leader != leader.responsible else {
                throw SupervisionRefusal.leaderFromUnit
            }
            try checkPosts(of: leader, in: part.unit)
            return leader.facts
        case .reminder, .letter, .yellowCard, .redCard, .rectification: return [:]
        case .sign, .recheck: throw Fault(.notAllowed, "kind", ["allowed": "–"])
        }
    }

    /// The leader leads here, and the responsible person works in the unit.
    private func checkPosts(of leader: LeaderInCharge, in unit: ID<Unit>) throws {
        let leads = try SupervisionRecords.holdsPost(leader.leader, .role(.director), in: turn)
        guard leads else { throw Fault(.unknownCode, "leader") }
        let within = turn.town.unitAndBelow(unit)
        guard try SupervisionRecords.holdsPost(leader.responsible, .units(within), in: turn) else {
            throw Fault(.unknownCode, "responsible")
        }
    }
}
