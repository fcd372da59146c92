import Storage
import TestSupport
import Testing

/// The schema's steps are applied once, in order, and not edited.
struct MigrationTests {
    private static let extra = Migration(
        number: 2,
        name: "extra",
        text: "CREATE TABLE extra (id BIGINT PRIMARY KEY)"
    )

    @Test(arguments: Engine.all)
    func `only what is missing is applied, in order`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let shelf = Migration.shelf
            let first = try await Migrator.migrate(database, migrations: [shelf])
            let second = try await Migrator.migrate(database, migrations: [Self.extra, shelf])
            let third = try await Migrator.migrate(database, migrations: [Self.extra, shelf])
            #expect([first, second, third] == [[shelf], [Self.extra], []])
            #expect(try await database.count("extra") == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `of two that start at once one applies and the other waits`(
        engine: Engine
    ) async throws {
        try await withEnginePlace(engine) { place in
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let database = try place.open(connections: 1)
                        let applied = try await Migrator.migrate(
                            database,
                            migrations: [.shelf, Self.extra]
                        )
                        try await database.close()
                        return applied
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.filter { !$0.isEmpty } == [[.shelf, Self.extra]])
        }
    }

    @Test(arguments: Engine.all)
    func `an edited step is refused`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let edited = Migration(number: 1, name: "shelf", text: Migration.shelf.text + " ")
            await #expect(throws: MigrationRefusal.edited(number: 1)) {
                try await Migrator.migrate(database, migrations: [edited, Self.extra])
            }
            await #expect(throws: StorageError.self) { try await database.count("extra") }
        }
    }

    @Test(arguments: Engine.all)
    func `a store that is ahead of the program is refused`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf, Self.extra]) { database in
            await #expect(throws: MigrationRefusal.newerThanProgram(number: 2)) {
                try await Migrator.migrate(database, migrations: [.shelf])
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a step that fails leaves nothing of the steps before it`(engine: Engine) async throws {
        let broken = Migration(number: 2, name: "broken", text: "CREATE TABLE broken (id NOWHERE(")
        try await withDatabase(engine) { database in
            await #expect(throws: StorageError.self) {
                try await Migrator.migrate(database, migrations: [.shelf, broken])
            }
            let applied = try await Migrator.migrate(database, migrations: [.shelf])
            #expect(applied == [.shelf])
        }
    }

    @Test func `the digest is FNV-1a`() {
        let vectors = [
            "": "cbf29ce484222325", "a": "af63dc4c8601ec8c", "foobar": "85944171f73967e8",
        ]
        for (text, digest) in vectors {
            #expect(Migration(number: 1, name: "vector", text: text).digest == digest)
        }
    }
}
