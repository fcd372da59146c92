import Centre
import Storage

/// From the settings to a house that can be worked in, one floor after the other.
struct Opening {
    let configuration: Configuration
    let world = World.real

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// The store at this program's schema.
    ///
    /// Of two processes that start at once one migrates.
    func store<Answer>(
        _ body: (any Database) async throws -> Answer
    ) async throws -> Answer {
        try await withStore(try configuration.openStore()) { database in
            try await Migrator.migrate(database, migrations: try Schema.migrations())
            return try await body(database)
        }
    }

    /// The store with the house's keys opened, and no town yet.
    func vaults<Answer>(
        _ body: (any Database, Keyring, HouseKeys) async throws -> Answer
    ) async throws -> Answer {
        // The demo makes its key in the folder, which therefore comes first.
        try configuration.makeDataDirectory()
        let keyring = try configuration.contactKey.keyring()
        return try await store { database in
            try await body(database, keyring, try await keys(of: database, keyring))
        }
    }

    /// The whole house.
    ///
    /// The pack of `packFolder` is loaded when none is in force.
    func house<Answer>(_ body: (House) async throws -> Answer) async throws -> Answer {
        try await vaults { database, keyring, keys in
            let timeline = Timeline(keys: keys)
            let desk = PackDesk(database: database, timeline: timeline, world: world)
            let house = House(
                database: database,
                town: TownInForce(try await town(in: database, desk)),
                keyring: keyring,
                keys: keys,
                world: world
            )
            return try await body(house)
        }
    }

    func keys(of database: any Database, _ keyring: Keyring) async throws -> HouseKeys {
        try await database.write(.queueing(at: "house_keys")) { [world] tx in
            try HouseKeys.load(keyring: keyring, world: world, in: tx)
        }
    }

    private func town(in database: any Database, _ desk: PackDesk) async throws -> Town {
        if let town = try await database.read({ tx in try Town.inForce(in: tx) }) { return town }
        guard let folder = configuration.packFolder else { throw CommandRefusal.noPack }
        return try await desk.load(try PackFolder(folder).files(), by: .house).town
    }
}

extension Actor {
    /// Whoever works at the machine's own command line.
    static let house = Actor.system("house")
}
