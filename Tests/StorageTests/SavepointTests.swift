import Storage
import TestSupport
import Testing

/// What a savepoint undoes, and what a failure leaves possible.
struct SavepointTests {
    @Test(arguments: Engine.all)
    func `a savepoint that throws undoes its own changes only`(engine: Engine) async throws {
        let ids = try await idsAfter(engine) { tx in
            try tx.put(1)
            #expect(throws: Refused()) {
                try tx.savepoint {
                    try tx.put(2)
                    throw Refused()
                }
            }
            try tx.put(3)
        }
        #expect(ids == [1, 3])
    }

    @Test(arguments: Engine.all)
    func `savepoints nest`(engine: Engine) async throws {
        let ids = try await idsAfter(engine) { tx in
            try tx.savepoint {
                try tx.put(1)
                #expect(throws: Refused()) {
                    try tx.savepoint {
                        try tx.put(2)
                        try tx.savepoint { try tx.put(3) }
                        throw Refused()
                    }
                }
                try tx.savepoint { try tx.put(4) }
            }
            try tx.put(5)
        }
        #expect(ids == [1, 4, 5])
    }

    @Test(arguments: Engine.all)
    func `a broken rule inside a savepoint leaves the transaction at work`(
        engine: Engine
    ) async throws {
        let ids = try await idsAfter(engine) { tx in
            try tx.put(1)
            #expect(throws: StorageError.self) {
                try tx.savepoint { try tx.put(1) }
            }
            try tx.put(2)
        }
        #expect(ids == [1, 2])
    }

    @Test(arguments: Engine.all)
    func `a broken rule that is swallowed outside a savepoint undoes everything`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            try await Self.expectBrokenRule {
                try await database.write { tx in
                    try tx.put(1)
                    do { try tx.put(1) } catch {}
                }
            }
            try await Self.expectBrokenRule {
                try await database.write { tx in
                    do {
                        try tx.put(2)
                        try tx.put(2)
                    } catch {}
                    try tx.put(3)
                }
            }
            let ids = try await database.ids()
            #expect(ids == [])
        }
    }

    @Test(arguments: Engine.all)
    func `a closure that throws changes nothing and its error arrives`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            await #expect(throws: Refused(word: "mine")) {
                try await database.write { tx in
                    try tx.put(1)
                    throw Refused(word: "mine")
                }
            }
            let ids = try await database.ids()
            #expect(ids == [])
        }
    }

    private static func expectBrokenRule(_ work: () async throws -> Void) async throws {
        do {
            try await work()
            Issue.record("nothing was said")
        } catch StorageError.constraint(.unique, _) {
        }
    }

    private func idsAfter(
        _ engine: Engine,
        _ work: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> [Int] {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            try await database.write(work)
            return try await database.ids()
        }
    }
}
