import Storage

extension File {
    /// The steps of supervision from the matter's own entries.
    func supervision() throws -> [SupervisionStep] {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        return SupervisionStep.replay(entries) { code in turn.town.unit(code: code)?.id }
    }

    /// Opens a step with the unit that has the part, or with the centre's own dispatch.
    mutating func supervise(
        _ order: SupervisionOrder,
        by viewer: Viewer,
        as actor: Actor
    ) throws -> ID<SupervisionStep> {
        guard matter.linkedInto == nil else { throw SupervisionRefusal.matterRests }
        let part = try partAsked(by: order)
        try checkApart(viewer, from: part?.unit)
        let rules = turn.town.supervision
        guard rules.grounds(of: order.kind).contains(where: { $0.code == order.ground }) else {
            throw Fault(.unknownCode, "ground")
        }
        try rules.checkNoSilence(order.words)
        let steps = try supervision()
        let isOpen = steps.contains { step in
            step.kind == order.kind && step.assignment == part?.id && step.isOpen
        }
        guard !isOpen else { throw SupervisionRefusal.openAlready }
        var facts = try particulars(of: order, for: part)
        let skipped = SupervisionStep.skipped(by: order.kind, after: steps, with: part?.id)
        if !skipped.isEmpty {
            guard let reason = order.skipReason else { throw SupervisionRefusal.skipUnexplained }
            facts["skipped"] = skipped.map(\.rawValue).joined(separator: ",")
            facts["skip.digest"] = try paper(.supervision, reason)
        }
        facts["ground"] = order.ground
        facts["words.digest"] = try paper(.supervision, order.words)
        return try open(order.kind, with: part, by: actor, facts)
    }

    /// The part whose unit is asked.
    ///
    /// While nobody was given the matter it is the centre's own dispatch that has to act
    /// (应受理未受理), and no unit can be called to account for it.
    private func partAsked(by order: SupervisionOrder) throws -> Assignment? {
        if let id = order.assignment {
            guard let part = assignments.first(where: { $0.id == id }) else { throw NotFound() }
            return part
        }
        guard !assignments.contains(where: \.state.isStanding) else {
            throw SupervisionRefusal.partsGiven
        }
        guard SupervisionStep.Kind.ofDispatch.contains(order.kind) else {
            throw SupervisionRefusal.unitMissing
        }
        return nil
    }

    /// Enters a new step; whose turn it is is told.
    @discardableResult
    mutating func open(
        _ kind: SupervisionStep.Kind,
        with part: Assignment?,
        by actor: Actor,
        _ facts: [String: String]
    ) throws -> ID<SupervisionStep> {
        let id: ID<SupervisionStep> = turn.newID()
        var facts = facts
        facts["step"] = id.description
        facts["rung"] = kind.rawValue
        facts.merge(asked(part?.unit)) { $1 }
        try note(kind.procedure.opening, by: actor, assignment: part?.id, facts)
        if kind != .recheck {
            let units = part.map { [$0.unit] } ?? []
            try tell(.supervisionOpened, units: units, ["rung": kind.rawValue])
        }
        return id
    }

    /// Whom an entry names as asked.
    func asked(_ unit: ID<Unit>?) -> [String: String] {
        guard let unit else { return ["asked": SupervisionStep.dispatch] }
        return ["unit": turn.town.unit(unit)?.code ?? ""]
    }

    /// Supervision and handling are separated (DOMAIN 3.7), and so are supervision and dispatch.
    func checkApart(_ viewer: Viewer, from unit: ID<Unit>?) throws(SupervisionRefusal) {
        guard let unit else {
            guard !viewer.may(.answerForDispatch) else { throw .ownUnit }
            return
        }
        try SupervisionSeparation.check(
            viewer,
            handlers: handlers,
            within: turn.town.unitAndBelow(unit)
        )
    }

    /// What a kind of step asks for besides its ground and words.
    private func particulars(
        of order: SupervisionOrder,
        for part: Assignment?
    ) throws -> [String: String] {
        let today = turn.at.day(in: turn.town.offset)
        switch order.kind {
        case .talk:
            guard let day = order.day else { throw SupervisionRefusal.dayMissing }
            guard day >= today else { throw SupervisionRefusal.dayPast }
            return ["day": day.description]
        case .leader:
            guard let part else { throw SupervisionRefusal.unitMissing }
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
