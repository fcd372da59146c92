import Storage
import TestSupport

@testable import Centre

/// A store with its keys and nothing in it, for tests of timeline and contacts.
struct SealedHouse: Sendable {
    let database: any Database
    let keyring: Keyring
    let keys: HouseKeys
    let world: World

    var timeline: Timeline { Timeline(keys: keys) }

    static let noon = Moment(milliseconds: 1_795_406_400_000)

    static func with<Answer>(
        _ engine: Engine,
        _ body: (SealedHouse) async throws -> Answer
    ) async throws -> Answer {
        try await withDatabase(engine, migrations: try Schema.migrations()) { database in
            let world = World(now: { noon }, random: World.real.random)
            let keyring = try Keyring(text: Keyring.newLine(version: 1, world: world))
            let keys = try await database.write { tx in
                try HouseKeys.load(keyring: keyring, world: world, in: tx)
            }
            return try await body(
                SealedHouse(database: database, keyring: keyring, keys: keys, world: world)
            )
        }
    }

    /// The residents' data, in one transaction that is committed.
    func contacts<Answer: Sendable>(
        _ body: @escaping @Sendable (ContactRegister) throws -> Answer
    ) async throws -> Answer {
        let (keyring, keys, world) = (keyring, keys, world)
        return try await database.write { tx in
            try body(
                ContactRegister(keyring: keyring, keys: keys, world: world, at: Self.noon, in: tx)
            )
        }
    }

    func record(_ act: Act, on chain: Chain, facts: [String: String] = [:]) async throws -> Entry {
        let (timeline, world) = (timeline, world)
        return try await database.write { tx in
            try timeline.record(
                act,
                on: chain,
                by: .system("test"),
                at: Self.noon,
                facts: facts,
                world: world,
                in: tx
            )
        }
    }

    func entries(of chain: Chain) async throws -> [Entry] {
        let timeline = timeline
        return try await database.read { try timeline.entries(of: chain, in: $0) }
    }

    func newID<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> {
        world.newID(of: subject)
    }
}

/// The rows that a chain or a contact hangs on, with nothing said in them.
enum BareRows {
    static func addMatters(
        _ ids: [ID<Matter>],
        vault: LockedVault? = nil,
        in tx: Transaction
    ) throws {
        for part in ids.parts(of: 100) {
            let rows: [SQL] = part.map {
                "(\($0), 'registered', 'normal', 0, 0, \(vault?.box ?? []), \(vault?.version ?? 1), 0, 0, 0)"
            }
            try tx.run(
                """
                INSERT INTO matters (id, stage, urgency, danger_now, confidential, key_box,
                    key_version, created_at, touched_at, due_at)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }

    /// - Returns: a concern of the contact, with a matter of its own.
    static func addConcern(
        of contact: ID<Contact>,
        world: World,
        in tx: Transaction
    ) throws -> (concern: ID<Concern>, matter: ID<Matter>) {
        let concern: ID<Concern> = world.newID()
        let matter: ID<Matter> = world.newID()
        try addMatters([matter], in: tx)
        try tx.run(
            """
            INSERT INTO concerns (id, number, state, channel, kind, mode, contact, home, matter,
                people, reply_wanted, received_at, registered_at)
            VALUES (\(concern), \(concern.description), 'registered', 'walkin', 'help', 'named',
                \(contact), \(matter), \(matter), 1, 1, 0, 0)
            """
        )
        return (concern, matter)
    }
}
