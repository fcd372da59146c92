import Storage

extension File {
    /// A unit proposes what it leads; the dispatch desk anything it sees.
    func checkProposer(_ viewer: Viewer) throws {
        let sight = Sight(viewer, using: .proposeEscalation, in: turn.town)
        guard !sight.wholeCentre else { return }
        guard let lead, sight.units.contains(lead.unit) else { throw LevelRefusal.notLead }
    }

    /// What bars the matter from moving in a direction, whoever would lead.
    func checkLevel(_ direction: LevelChange.Direction) throws {
        guard !matter.stage.isOver, matter.linkedInto == nil else {
            throw LevelRefusal.matterOver
        }
        guard matter.route != nil else { throw LevelRefusal.notInHand }
        if let lead, !lead.state.isLive { throw LevelRefusal.answered }
        guard try rulings().open == nil else { throw LevelRefusal.disputed }
        guard !turn.town.units(direction, from: level).isEmpty else {
            throw direction == .up ? LevelRefusal.highest : LevelRefusal.lowest
        }
    }

    func checkMove(_ direction: LevelChange.Direction, to unit: ID<Unit>) throws {
        try checkLevel(direction)
        guard turn.town.level(of: unit).lies(direction, from: level) else {
            throw direction == .up ? LevelRefusal.notAbove : LevelRefusal.notBelow
        }
        try turn.town.bar(unit, from: Conflict.units(of: matter.id, in: turn.tx))
    }

    func change(
        _ direction: LevelChange.Direction,
        _ said: LevelSaid,
        by viewer: Viewer
    ) throws -> LevelChange {
        guard let unit = said.unit, let words = said.words else { throw NotFound() }
        guard let reason = said.reason.flatMap({ turn.town.reason($0, direction) }) else {
            throw Fault(.unknownCode, "reason")
        }
        return LevelChange(
            id: turn.newID(),
            direction: direction,
            state: .open,
            reason: reason.code,
            from: lead?.unit,
            to: unit,
            proposedBy: viewer.officer,
            proposedAt: turn.at,
            words: try paper(.level, words)
        )
    }

    func facts(of change: LevelChange) -> [String: String] {
        [
            "change": change.id.description, "reason": change.reason,
            "unit": turn.town.unit(change.to)?.code ?? "", "words.digest": change.words,
        ]
    }

    /// The lead goes to the other level with all that was said; the unit that led is released, and
    /// goes on seeing the matter by the part it had.
    ///
    /// What the director has decided is not given back; what was sent down may be.
    /// - Returns: the unit that led.
    mutating func moveLead(
        _ change: LevelChange,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws -> [ID<Unit>] {
        let former = lead
        let said = former ?? assignments.last { $0.role == .lead && $0.state == .returned }
        let errand = Errand(
            unit: change.to,
            role: .lead,
            instruction: try words(of: said),
            rule: nil
        )
        if let place = assignments.lastIndex(where: { $0.id == former?.id }) {
            try cancel(place, by: actor)
        }
        try dropAssist(of: change.to, by: actor)
        // What is decided here needs no conference any more.
        if matter.conference == .called { matter.conference = .none }
        // A suspended matter stays suspended, in other hands.
        if matter.stage != .suspended { try step(.assign) }
        let title = turn.town.reason(change.reason, change.direction)?.title.zh ?? change.reason
        try give(
            errand,
            designated: change.direction == .up,
            why: change.direction == .up ? "提级办理：\(title)" : "下沉办理：\(title)",
            by: officer,
            as: actor
        )
        return [former?.unit].compactMap(\.self)
    }
}
