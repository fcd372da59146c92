package import Storage

/// The ground all desks stand on: the store, the town in force, the keys, the timeline, the world.
package struct House: Sendable {
    package let database: any Database
    package let town: TownInForce
    package let keyring: Keyring
    package let keys: HouseKeys
    package let timeline: Timeline
    package let world: World
    /// Which gateways there are; none unless the settings name some.
    package var messages = MessagePlan.none

    package init(
        database: any Database,
        town: TownInForce,
        keyring: Keyring,
        keys: HouseKeys,
        world: World
    ) {
        self.database = database
        self.town = town
        self.keyring = keyring
        self.keys = keys
        timeline = Timeline(keys: keys)
        self.world = world
    }

    /// Carries a write out once: the change, its entries and the kept answer commit together.
    /// - Parameter footing: a matter is a locked row: it is taken before its parts are read, and
    ///   saved with every change of them.
    package func perform<Answer: Codable & Sendable>(
        _ operation: Operation,
        _ footing: Footing = .alone,
        _ body: @escaping @Sendable (Turn) throws -> Answer
    ) async throws -> Performed<Answer> {
        try await database.write(footing) { tx in try once(operation, in: tx, body) }
    }

    /// Looks without changing anything.
    package func look<Answer: Sendable>(
        _ body: @escaping @Sendable (Turn) throws -> Answer
    ) async throws -> Answer {
        try await database.read { tx in try body(turn(in: tx)) }
    }

    package func turn(in tx: Transaction) -> Turn {
        Turn(house: self, town: town.town, at: world.now(), tx: tx, opened: Turn.Opened())
    }

    private func once<Answer: Codable & Sendable>(
        _ operation: Operation,
        in tx: Transaction,
        _ body: (Turn) throws -> Answer
    ) throws -> Performed<Answer> {
        let before: Answer? = try operation.answer(keys: keys, in: tx)
        if let before { return Performed(answer: before, replayed: true) }
        let turn = turn(in: tx)
        let answer = try body(turn)
        let matters = turn.opened.matters
        try operation.keep(answer, about: matters, keys: keys, at: turn.at, in: tx)
        return Performed(answer: answer, replayed: false)
    }
}

/// One turn at a desk: a transaction with its time and the town it happens in.
package struct Turn {
    package let house: House
    package let town: Town
    package let at: Moment
    package let tx: Transaction
    let opened: Opened

    /// The matters that lay on the table in this turn: what its answer may tell of.
    final class Opened {
        var matters: Set<ID<Matter>> = []
    }

    func newID<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> {
        house.world.newID(of: subject)
    }
}
