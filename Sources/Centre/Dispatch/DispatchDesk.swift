import Storage

/// What the dispatcher and the director do: take in, refuse with the next door, give out, link,
/// confer, designate.
package struct DispatchDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func accept(
        _ id: ID<Matter>,
        _ acceptance: Acceptance,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .accept, operation) { file, actor in
            try file.accept(acceptance, by: actor)
        }
    }

    package func refuse(
        _ id: ID<Matter>,
        _ refusal: NotAccepted,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .refuse, operation) { file, actor in
            try file.refuse(refusal, by: actor)
        }
    }

    package func callSupplement(
        _ id: ID<Matter>,
        missing: [String],
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .callSupplement, operation) { file, actor in
            try file.callSupplement(missing, by: actor)
        }
    }

    package func assign(
        _ id: ID<Matter>,
        _ errand: Errand,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .assign, operation) { file, actor in
            try file.assign(errand, by: viewer.officer, as: actor)
        }
    }

    package func link(
        _ number: String,
        to id: ID<Matter>,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .link, operation) { file, actor in
            let concern = try Concern.find(number: number, in: file.turn.tx)
            let sight = Sight(viewer, using: .link, in: file.turn.town)
            _ = try Matter.find(concern.matter, within: sight, in: file.turn.tx)
            try file.link(number, reason: reason, by: actor)
        }
    }

    package func unlink(
        _ number: String,
        from id: ID<Matter>,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .link, operation) { file, actor in
            try file.unlink(number, reason: reason, by: actor)
        }
    }

    package func confer(
        _ id: ID<Matter>,
        minutes: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .confer, operation) { file, actor in
            try file.confer(minutes: minutes, by: actor)
        }
    }

    package func designate(
        _ assignment: ID<Assignment>,
        to unit: ID<Unit>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        let actor = try viewer.actor(for: .designate)
        return try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(
                assignment: assignment,
                for: viewer,
                using: .designate,
                in: turn
            )
            try file.designate(place, to: unit, by: viewer.officer, as: actor)
            try file.save()
            return try file.view(for: viewer)
        }
    }

    package func markConflict(
        _ conflict: Conflict,
        on id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .markConflict, operation) { file, actor in
            let matter = file.matter.id
            try Conflict.mark(conflict, matter: matter, concern: nil, in: file.turn)
            try file.note(.conflictMarked, by: actor, ["kind": conflict.kind])
        }
    }
}

extension House {
    /// Opens a matter within what the right lets the officer see, lets the rule change it, saves
    /// it with its entries and clocks, and answers with its new state.
    func change(
        _ id: ID<Matter>,
        by viewer: Viewer,
        using right: Right,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Actor) throws -> Void
    ) async throws -> Performed<MatterView> {
        let actor = try viewer.actor(for: right)
        return try await perform(operation, .onLockedRow) { turn in
            var file = try File.open(id, for: viewer, using: right, in: turn)
            try body(&file, actor)
            try file.save()
            return try file.view(for: viewer)
        }
    }
}
