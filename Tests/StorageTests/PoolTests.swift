import PostgresStore
import Storage
import TestSupport
import Testing

/// More callers than connections.
struct PoolTests {
    @Test(arguments: Engine.all)
    func `more readers than connections all get their turn`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 2) { database in
            try await IsolationTests.together(50) { _ in
                let count = try await database.count("shelf")
                #expect(count == 0)
            }
        }
    }

    @Test(arguments: Engine.all.filter { $0 == .postgres })
    func `who waits too long for a connection is told so`(engine: Engine) async throws {
        try await withEnginePlace(engine) { place in
            let database = PostgresDatabase(
                url: place.location,
                connections: 1,
                waiting: .milliseconds(50)
            )
            let gate = Gate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await database.read { _ in gate.wait() } }
                await gate.reached()
                await #expect(
                    throws: StorageError.unavailable("no connection became free in time")
                ) {
                    try await database.read { _ in }
                }
                gate.open()
                try await group.waitForAll()
            }
            try await database.read { _ in }
            try await database.close()
        }
    }

    @Test(arguments: Engine.all)
    func `a closed store says so`(engine: Engine) async throws {
        try await withEnginePlace(engine, migrations: [.shelf]) { place in
            let database = try place.open()
            #expect(try await database.count("shelf") == 0)
            try await database.close()
            let closed = StorageError.unavailable("the store is closed")
            await #expect(throws: closed) { try await database.read { _ in } }
            await #expect(throws: closed) { try await database.write { _ in } }
        }
    }

    @Test
    func `a server that is not there is named as the reason`() async throws {
        let database = PostgresDatabase(
            url: "postgresql://127.0.0.1:1/nowhere",
            patience: .milliseconds(100)
        )
        let error = await #expect(throws: StorageError.self) {
            try await database.read { _ in }
        }
        guard case .unavailable(let reason) = error else {
            Issue.record("\(String(describing: error)) is not what a missing server is")
            return
        }
        #expect(reason.contains("127.0.0.1"))
    }
}
