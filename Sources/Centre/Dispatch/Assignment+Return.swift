/// A unit gives its part back.
///
/// A return cites a reason, the rule, and a better unit (ARCHITECTURE 3, rule 4).
package struct Return: Sendable, Equatable {
    /// A ground of the pack.
    package let reason: String
    package let basis: String
    package let betterUnit: ID<Unit>

    package init(reason: String, basis: String, betterUnit: ID<Unit>) {
        self.reason = reason
        self.basis = basis
        self.betterUnit = betterUnit
    }
}

extension Assignment {
    /// After the centre has designated a unit, that unit cannot return the matter again.
    mutating func giveBack(_ ground: Return, by officer: ID<Officer>, at now: Moment) throws {
        guard !designated else { throw AssignmentRefusal.designatedNotReturned }
        guard ground.betterUnit != unit else { throw AssignmentRefusal.betterUnitSame }
        state = try Assignment.machine.next(from: state, .giveBack)
        returnReason = ground.reason
        betterUnit = ground.betterUnit
        returnedBy = officer
        returnedAt = now
    }
}

extension File {
    /// Two returns in a round call a conference.
    static let returnsThatCallAConference = 2

    mutating func giveBack(
        _ place: Int,
        _ ground: Return,
        by officer: ID<Officer>,
        as actor: Actor
    )
        throws
    {
        guard turn.town.isReturnGround(ground.reason) else { throw Fault(.unknownCode, "reason") }
        try rulings().checkReturn(by: assignments[place].unit)
        try assignments[place].giveBack(ground, by: officer, at: turn.at)
        let basis = try vault.seal(ground.basis, as: "assignment.basis")
        assignments[place].returnBasis = basis
        try assignments[place].save(in: turn.tx)
        let facts = [
            "reason": ground.reason,
            "better": turn.town.unit(ground.betterUnit)?.code ?? "",
            "basis.digest": sealedDigest(basis),
        ]
        let id = assignments[place].id
        try note(.assignmentReturned, by: actor, assignment: id, facts)
        let unit = turn.town.unit(assignments[place].unit)?.code ?? ""
        try tell(.assignmentReturned, ["unit": unit, "reason": ground.reason])
        if assignments[place].role == .lead { try loseLead(by: actor) }
    }

    private mutating func loseLead(by actor: Actor) throws {
        try step(.release)
        matter.returns += 1
        guard matter.returns >= Self.returnsThatCallAConference, matter.conference == .none else {
            return
        }
        matter.conference = .called
        try note(.conferenceCalled, by: actor, ["returns": "\(matter.returns)"])
        try tell(.conferenceCalled, ["returns": "\(matter.returns)"])
    }
}
