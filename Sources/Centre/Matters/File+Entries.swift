extension File {
    /// Writes what happened to the matter's chain.
    mutating func note(
        _ act: Act,
        by actor: Actor,
        assignment: ID<Assignment>? = nil,
        _ facts: [String: String] = [:]
    ) throws {
        noted.insert(act)
        try turn.house.timeline.record(
            act,
            on: .matter(matter.id),
            by: actor,
            at: turn.at,
            matter: matter.id,
            assignment: assignment,
            facts: facts,
            world: turn.house.world,
            in: turn.tx
        )
    }

    /// Writes what happened to one concern on the concern's own chain.
    mutating func note(
        _ act: Act,
        to concern: Concern,
        by actor: Actor,
        _ facts: [String: String] = [:]
    ) throws {
        noted.insert(act)
        try turn.house.timeline.record(
            act,
            on: .concern(concern.id),
            by: actor,
            at: turn.at,
            matter: concern.matter,
            concern: concern.id,
            facts: facts,
            world: turn.house.world,
            in: turn.tx
        )
    }
}
