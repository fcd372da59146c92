import Storage
import TestSupport

@testable import Centre

/// Two processes on one store, either of which can be killed and started again.
struct TwoHouses {
    let place: EnginePlace
    /// The one at whose desks people work.
    let sample: SampleCentre
    /// The other, which a test may kill.
    private(set) var other: House

    init(_ place: EnginePlace, _ sample: SampleCentre) throws {
        self.place = place
        self.sample = sample
        other = sample.house.on(try place.open())
    }

    /// The other process is gone and another one takes its place.
    mutating func restart() async throws {
        try await other.database.close()
        other = sample.house.on(try place.open())
    }

    func close() async throws { try await other.database.close() }
}

extension House {
    func on(_ database: any Database) -> House {
        var house = House(
            database: database,
            town: town,
            keyring: keyring,
            keys: keys,
            world: world
        )
        house.messages = messages
        return house
    }
}

/// A process that is killed at one of its writes: before what it wrote is kept, or after.
struct DyingDatabase: Database {
    struct Death: Error {}

    let base: any Database
    let keeps: Bool

    var dialect: Dialect { base.dialect }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await base.read(body)
    }

    func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        guard keeps else {
            return try await base.write(footing) { tx in
                _ = try body(tx)
                throw Death()
            }
        }
        _ = try await base.write(footing, body)
        throw Death()
    }

    func close() async throws {}
}

/// Gives the test a centre with two processes.
func withTwoHouses(
    _ engine: Engine,
    _ body: (inout TwoHouses) async throws -> Void
) async throws {
    try await withEnginePlace(engine, migrations: try Schema.migrations()) { place in
        let database = try place.open()
        var houses = try TwoHouses(place, try await SampleCentre.opened(on: database))
        do {
            try await body(&houses)
        } catch {
            try await houses.close()
            try await database.close()
            throw error
        }
        try await houses.close()
        try await database.close()
    }
}
