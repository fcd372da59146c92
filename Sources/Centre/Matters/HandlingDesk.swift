import Storage

/// What a unit does with its part: sign for it, report progress, give it back, reply, ask for
/// time.
package struct HandlingDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func sign(
        _ id: ID<Assignment>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(id, by: viewer, using: .sign, operation) { file, place, actor in
            try file.sign(place, by: viewer.officer, as: actor)
        }
    }

    package func progress(
        _ id: ID<Assignment>,
        words: String,
        contact: Bool,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(id, by: viewer, using: .reply, operation) { file, place, actor in
            try file.progress(place, words: words, contact: contact, by: actor)
        }
    }

    package func giveBack(
        _ id: ID<Assignment>,
        _ ground: Return,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(id, by: viewer, using: .giveBack, operation) { file, place, actor in
            try file.giveBack(place, ground, by: viewer.officer, as: actor)
        }
    }

    package func reply(
        _ id: ID<Assignment>,
        _ reply: Reply,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await change(id, by: viewer, using: .reply, operation) { file, place, actor in
            try file.reply(place, reply, by: viewer.officer, as: actor)
        }
    }

    package func askExtension(
        _ id: ID<Matter>,
        _ request: ExtensionRequest,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .askExtension, operation) { file, actor in
            try file.askExtension(request, by: viewer.officer, as: actor)
        }
    }

    package func decideExtension(
        _ id: ID<Matter>,
        _ decision: ExtensionDecision,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .decideExtension, operation) { file, actor in
            try file.decideExtension(decision, by: viewer.officer, as: actor)
        }
    }

    package func suspend(
        _ id: ID<Matter>,
        _ suspension: Suspension,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .suspend, operation) { file, actor in
            try file.suspend(suspension, by: actor)
        }
    }

    package func resume(
        _ id: ID<Matter>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<MatterView> {
        try await house.change(id, by: viewer, using: .suspend, operation) { file, actor in
            try file.resume(by: actor)
        }
    }

    private func change(
        _ id: ID<Assignment>,
        by viewer: Viewer,
        using right: Right,
        _ operation: Operation,
        _ body: @escaping @Sendable (inout File, Int, Actor) throws -> Void
    ) async throws -> Performed<MatterView> {
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(assignment: id, for: viewer, using: right, in: turn)
            try body(&file, place, actor)
            try file.save()
            return try file.view(for: viewer)
        }
    }
}
