import Foundation
import SQLiteStore
import Storage
import TestSupport
import Testing

/// SQLite's writers share the price of a commit, and nothing else.
struct GroupCommitTests {
    @Test func `writers that wait together are committed together`() async throws {
        try await withFile { database in
            let before = database.tally
            try await whileWaiting(in: database) { group in
                for id in 1...50 {
                    group.addTask { try await database.write { tx in try tx.put(id) } }
                }
            }
            let tally = database.tally
            #expect(tally.writes - before.writes == 51)
            #expect(tally.commits - before.commits == 2)
            #expect(tally.largest == 50)
            #expect(try await database.count("shelf") == 50)
        }
    }

    @Test func `one that throws harms no other of its group`() async throws {
        try await withFile { database in
            try await whileWaiting(in: database) { group in
                for id in 1...20 {
                    group.addTask {
                        do {
                            try await database.write { tx in
                                try tx.put(id)
                                if id % 2 == 0 { throw Refused() }
                                if id % 5 == 0 { try tx.put(id) }
                            }
                        } catch is Refused {
                            #expect(id % 2 == 0)
                        } catch StorageError.constraint(.unique, _) {
                            #expect(id % 5 == 0)
                        }
                    }
                }
            }
            #expect(database.tally.largest == 20)
            #expect(try await database.ids() == [1, 3, 7, 9, 11, 13, 17, 19])
        }
    }

    @Test func `an answer comes only after the change can be seen`() async throws {
        try await withFile { database in
            try await IsolationTests.together(40) { id in
                try await database.write { tx in try tx.put(id) }
                let found: Int? = try await database.read { tx in
                    try tx.value("SELECT id FROM shelf WHERE id = \(id)")
                }
                #expect(found == id)
            }
        }
    }

    @Test func `commits go through to the disk`() async throws {
        try await withFile { database in
            let (level, mode): (Int?, String?) = try await database.write { tx in
                (try tx.value("PRAGMA synchronous"), try tx.value("PRAGMA journal_mode"))
            }
            #expect(level == 2)
            #expect(mode == "wal")
        }
    }

    /// Holds the one writer while the others line up behind it.
    private func whileWaiting(
        in database: SQLiteDatabase,
        _ lineUp: (inout ThrowingTaskGroup<Void, any Error>) -> Void
    ) async throws {
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await database.write { _ in gate.wait() } }
            await gate.reached()
            lineUp(&group)
            try await Task.sleep(for: .milliseconds(200))
            gate.open()
            try await group.waitForAll()
        }
    }

    private func withFile(_ body: (SQLiteDatabase) async throws -> Void) async throws {
        try await withDatabase(.sqlite, migrations: [.shelf]) { database in
            try await body(try #require(database as? SQLiteDatabase))
        }
    }
}
