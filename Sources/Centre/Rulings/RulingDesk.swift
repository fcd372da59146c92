import Storage

/// Where a disputed duty is brought to a ruling, and where what was ruled is found again.
package struct RulingDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Brings a matter whose duty is disputed to a ruling.
    package func ask(
        on id: ID<Matter>,
        _ said: RulingSaid,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<RulingView> {
        try await change(.ask, nil, said, by: viewer, operation) { _ in id }
    }

    /// Takes any other step; the answer is all of the matter's rulings as they are then.
    package func take(
        _ step: RulingStep,
        on id: ID<Ruling>,
        _ said: RulingSaid,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<RulingView> {
        guard !step.isOnMatter else { throw NotFound() }
        return try await change(step, id, said, by: viewer, operation) { turn in
            try RulingRecords.matter(of: id, in: turn.tx)
        }
    }

    private func change(
        _ step: RulingStep,
        _ id: ID<Ruling>?,
        _ said: RulingSaid,
        by viewer: Viewer,
        _ operation: Operation,
        _ matter: @escaping @Sendable (Turn) throws -> ID<Matter>
    ) async throws -> Performed<RulingView> {
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
            return try file.rulingView(for: viewer)
        }
    }

    /// The rulings of a matter, with all that was said.
    package func rulings(of id: ID<Matter>, for viewer: Viewer) async throws -> RulingView {
        try await house.look { turn in
            try viewer.require(.readMatters)
            _ = try Matter.find(id, within: Sight(viewer, in: turn.town), in: turn.tx)
            let file = try File.reading(id, in: turn)
            let precedents =
                Precedent.rights.contains(where: viewer.may)
                ? try file.precedents(within: Sight(viewer, in: turn.town)) : []
            return try file.rulingView(for: viewer, precedents: precedents)
        }
    }

    /// The matter of a ruling, with all its rulings.
    package func rulings(with id: ID<Ruling>, for viewer: Viewer) async throws -> RulingView {
        let matter = try await house.look { try RulingRecords.matter(of: id, in: $0.tx) }
        return try await rulings(of: matter, for: viewer)
    }
}
