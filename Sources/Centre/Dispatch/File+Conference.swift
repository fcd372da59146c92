extension File {
    /// The conference that two returns have called has met; its minutes are kept.
    mutating func confer(minutes: String, by actor: Actor) throws {
        guard matter.conference == .called else { throw AssignmentRefusal.noConferenceCalled }
        matter.conference = .held
        let digest = try paper(.minutes, minutes)
        try note(.conferenceHeld, by: actor, ["minutes.digest": digest])
    }

    /// The director decides who does it.
    ///
    /// The unit cannot return it again.
    mutating func designate(
        _ place: Int,
        to unit: ID<Unit>,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        let former = assignments[place]
        guard matter.conference != .called else { throw AssignmentRefusal.conferenceFirst }
        guard former.state == .returned else { throw AssignmentRefusal.notReturned }
        try turn.town.bar(unit, from: Conflict.units(of: matter.id, in: turn.tx))
        if former.role == .lead, lead != nil { throw AssignmentRefusal.leadTaken }
        assignments[place].state = try Assignment.machine.next(from: former.state, .reassign)
        try assignments[place].save(in: turn.tx)
        try step(.assign)
        let words = try former.instruction.map { box in
            try vault.open(box, as: "assignment.instruction")
        }
        let errand = Errand(
            unit: unit,
            role: former.role,
            instruction: words ?? "",
            rule: former.rule
        )
        try give(errand, designated: true, by: officer, as: actor)
    }

    var lead: Assignment? {
        assignments.last { $0.role == .lead && $0.state.isStanding && $0.round == matter.round }
    }
}
