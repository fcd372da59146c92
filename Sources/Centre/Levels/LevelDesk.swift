import Storage

/// Where a matter goes up to a higher level or down to a village, and where the director finds
/// what was proposed.
package struct LevelDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Takes a step on a matter: proposes to take it up, or sends it down.
    package func take(
        _ step: LevelStep,
        with id: ID<Matter>,
        _ said: LevelSaid,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<LevelView> {
        guard step.isOnMatter else { throw NotFound() }
        return try await change(step, nil, said, by: viewer, operation) { _ in id }
    }

    /// Takes a step on a proposal.
    package func take(
        _ step: LevelStep,
        on id: ID<LevelChange>,
        _ said: LevelSaid,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<LevelView> {
        guard !step.isOnMatter else { throw NotFound() }
        return try await change(step, id, said, by: viewer, operation) { turn in
            try LevelRecords.matter(of: id, in: turn.tx)
        }
    }

    private func change(
        _ step: LevelStep,
        _ id: ID<LevelChange>?,
        _ said: LevelSaid,
        by viewer: Viewer,
        _ operation: Operation,
        _ matter: @escaping @Sendable (Turn) throws -> ID<Matter>
    ) async throws -> Performed<LevelView> {
        let actor = try viewer.actor(for: step.right)
        return try await house.perform(operation, .onLockedRow) { turn in
            var file = try File.open(
                try matter(turn),
                for: viewer,
                using: step.right,
                in: turn
            )
            try file.take(step, on: id, said, by: viewer, as: actor)
            try file.save()
            return try file.levelView(for: viewer)
        }
    }

    /// Where a matter is, and how it went from level to level.
    package func levels(of id: ID<Matter>, for viewer: Viewer) async throws -> LevelView {
        try await house.look { turn in
            try viewer.require(.readMatters)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            return try File.reading(id, in: turn).levelView(for: viewer)
        }
    }

    /// The same for the matter of a proposal.
    package func levels(with id: ID<LevelChange>, for viewer: Viewer) async throws -> LevelView {
        let matter = try await house.look { try LevelRecords.matter(of: id, in: $0.tx) }
        return try await levels(of: matter, for: viewer)
    }
}
