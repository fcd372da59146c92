import Storage

/// What happens at the door: concerns are registered, supplemented, withdrawn.
package struct IntakeDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Registers a concern, or finds it again by its outside number: the same content changes
    /// nothing, new content is added to the concern, and after closing it opens the matter again.
    /// - Parameter viewer: the officer at the window; nil when the resident writes alone.
    package func register(
        _ order: WorkOrder,
        by viewer: Viewer?,
        operation: Operation
    ) async throws -> Performed<Receipt> {
        try viewer?.require(.register)
        let actor = try viewer?.actor(for: .register)
        return try await house.perform(operation, .queueing(at: "number_books")) { turn in
            try Registration(order: order, actor: actor, turn: turn).receipt()
        }
    }

    package func supplement(
        _ number: String,
        code: String,
        words: String,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(concern: number, code: code, in: turn)
            try file.supplement(place, words: words)
            try file.save()
            return try file.residentView(of: place)
        }
    }

    /// A resident may withdraw at any time without a reason, and nothing gets worse for it
    /// (人民调解法 Art 17, 23).
    package func withdraw(
        _ number: String,
        code: String,
        operation: Operation
    ) async throws -> Performed<ConcernView> {
        try await house.perform(operation, .onLockedRow) { turn in
            var (file, place) = try File.open(concern: number, code: code, in: turn)
            try file.withdraw(place)
            try file.save()
            return try file.residentView(of: place)
        }
    }

    /// The resident's view, for the resident with the code or an officer who may see the matter.
    package func follow(_ number: String, code: String) async throws -> ConcernView {
        try await house.look { turn in
            let (file, place) = try File.open(reading: number, code: code, in: turn)
            return try file.residentView(of: place)
        }
    }

    package func follow(_ number: String, for viewer: Viewer) async throws -> ConcernView {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let concern = try Concern.find(number: number, in: turn.tx)
            let sight = Sight(viewer, in: turn.town)
            _ = try Matter.find(concern.matter, within: sight, in: turn.tx)
            let (file, place) = try File.reading(concern.matter, in: turn).at(concern)
            return try file.residentView(of: place)
        }
    }
}
