extension File {
    /// The resident takes the concern back.
    ///
    /// When no other concern asks for it, the matter ends with it and the units are told to stop.
    mutating func withdraw(_ place: Int) throws {
        let concern = concerns[place]
        try moveConcern(place, .withdraw)
        try note(.concernWithdrawn, to: concerns[place], by: .resident(concern.id))
        guard concerns.allSatisfy({ $0.state == .withdrawn }), !matter.stage.isOver else { return }
        try step(.withdraw)
        try note(.matterWithdrawn, by: .resident(concern.id), ["number": concern.number])
        for place in assignments.indices where assignments[place].state.isLive {
            try cancel(place, by: .resident(concern.id))
        }
        try endWhistles(by: .resident(concern.id))
        try endJoint(by: .resident(concern.id))
        try endRuling(by: .resident(concern.id))
        try endEscalation(by: .resident(concern.id))
    }

    /// The unit is told to stop.
    mutating func cancel(_ place: Int, by actor: Actor) throws {
        let state = assignments[place].state
        assignments[place].state = try Assignment.machine.next(from: state, .cancel)
        try assignments[place].save(in: turn.tx)
        try note(.assignmentCancelled, by: actor, assignment: assignments[place].id)
    }
}
