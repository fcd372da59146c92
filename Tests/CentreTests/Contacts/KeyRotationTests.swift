import Storage
import Synchronization
import TestSupport
import Testing

@testable import Centre

@Suite struct `Changing the centre's key` {
    @Test(arguments: Engine.all)
    func `makes the old key needless and leaves every word readable`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            let tally = try await change.rotation.run(house.database, by: .system("test"))
            #expect(tally == KeyRotation.Tally(contacts: 25, matters: 12, houseKeys: 3))
            try await change.check(in: house)
        }
    }

    @Test(arguments: Engine.all, [1, 2, 3, 5, 6])
    func `goes on where it was killed`(engine: Engine, writes: Int) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            let failing = FailingStore(house.database, afterWrites: writes)
            await #expect(throws: StorageError.unavailable("power")) {
                try await change.rotation.run(failing, by: .system("test"))
            }
            #expect(try await house.entries(of: .house) == [])
            try await change.rotation.run(house.database, by: .system("test"))
            try await change.check(in: house)
        }
    }

    @Test(arguments: Engine.all)
    func `has nothing to do twice`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            try await change.rotation.run(house.database, by: .system("test"))
            let again = try await change.rotation.run(house.database, by: .system("test"))
            #expect(again == KeyRotation.Tally())
            try await change.check(in: house)
        }
    }

    @Test(arguments: Engine.all)
    func `does not begin without the old key`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            let rotation = KeyRotation(keyring: change.newAlone, world: house.world)
            await #expect(throws: VaultError.keyMissing(version: 1)) {
                try await rotation.run(house.database, by: .system("test"))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `names the row that does not open`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            let row = change.contacts[3]
            try await house.database.write { tx in
                try tx.run(
                    "UPDATE contacts SET key_box = \([UInt8](repeating: 1, count: 60)) WHERE id = \(row)"
                )
            }
            await #expect(throws: RotationStopped(table: "contacts", row: row.description)) {
                try await change.rotation.run(house.database, by: .system("test"))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `tells how far it is`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let change = try await KeyChange(in: house)
            let seen = Mutex<[Int]>([])
            try await change.rotation.run(house.database, by: .system("test")) { tally in
                seen.withLock { $0.append(tally.contacts + tally.matters) }
            }
            #expect(seen.withLock { $0 } == [10, 20, 25, 35, 37])
        }
    }
}

/// Twenty-five contacts, one of them erased, and twelve matters under the first key; the second is
/// there.
private struct KeyChange {
    let rotation: KeyRotation
    let newAlone: Keyring
    let contacts: [ID<Contact>]
    let words: [UInt8]
    let answer: [UInt8]

    init(in house: SealedHouse) async throws {
        let old = Keyring.newLine(version: 1, world: house.world)
        let new = Keyring.newLine(version: 2, world: house.world)
        let keyring = try Keyring(text: old)
        newAlone = try Keyring(text: new)
        rotation = KeyRotation(
            keyring: try Keyring(text: "\(new)\n\(old)"),
            batchSize: 10,
            world: house.world
        )
        let world = house.world
        let (made, keys) = try await house.database.write { tx in
            try tx.run("DELETE FROM house_keys")
            let keys = try HouseKeys.load(keyring: keyring, world: world, in: tx)
            let register = ContactRegister(
                keyring: keyring,
                keys: keys,
                world: world,
                at: SealedHouse.noon,
                in: tx
            )
            let made = try (0..<25).map { number in
                try register.create(ContactDetails(name: "吴\(number)"), at: register.at).0
            }
            try register.erase(made[7], by: .system("test"))
            return (made, keys)
        }
        contacts = made
        let vault = try keyring.newVault(world: world)
        words = try keyring.open(vault).seal("指示", as: "instruction")
        answer = try keys.sealAnswer("an answer")
        try await house.database.write { tx in
            try BareRows.addMatters((0..<12).map { _ in world.newID() }, vault: vault, in: tx)
        }
    }

    /// Reads everything with the new key alone.
    func check(in house: SealedHouse) async throws {
        let (keyring, world, contacts, words) = (newAlone, house.world, contacts, words)
        let (names, instructions, keys) = try await house.database.write { tx in
            let keys = try HouseKeys.load(keyring: keyring, world: world, in: tx)
            let register = ContactRegister(
                keyring: keyring,
                keys: keys,
                world: world,
                at: SealedHouse.noon,
                in: tx
            )
            let names = try contacts.map { try register.details(of: $0).details?.name }
            let vaults = try tx.rows("SELECT key_box, key_version FROM matters").map {
                LockedVault(box: try $0[0], version: try $0[1])
            }
            let instructions = try vaults.map {
                try keyring.open($0).open(words, as: "instruction")
            }
            return (names, instructions, keys)
        }
        #expect(names == (0..<25).map { $0 == 7 ? nil : "吴\($0)" })
        #expect(instructions == [String](repeating: "指示", count: 12))
        #expect(try keys.openAnswer(answer) == "an answer")
        let entries = try await house.entries(of: .house)
        #expect(entries.map(\.act) == [.keysRotated])
        #expect(entries.map(\.facts) == [["version": "2"]])
        let found = try await Timeline(keys: keys).verify(house.database, chain: .house)
        #expect(found.findings == [])
    }
}

/// The store until the power goes: so many writes are carried out, and none after them.
private final class FailingStore: Database {
    let dialect: Dialect
    private let store: any Database
    private let left: Mutex<Int>

    init(_ store: any Database, afterWrites count: Int) {
        self.store = store
        dialect = store.dialect
        left = Mutex(count)
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await store.read(body)
    }

    func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try spend()
        return try await store.write(footing, body)
    }

    func close() async throws {
        try await store.close()
    }

    private func spend() throws {
        try left.withLock { left in
            guard left > 0 else { throw StorageError.unavailable("power") }
            left -= 1
        }
    }
}
