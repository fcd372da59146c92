import Storage
import TestSupport
import Testing

/// Concurrent transactions end as if each had been alone.
struct IsolationTests {
    @Test(arguments: Engine.all)
    func `no addition to one row is lost`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            try await database.write { tx in try tx.put(1) }
            try await Self.together(16) { _ in
                try await database.write { tx in
                    let number: Int = try tx.value("SELECT number FROM shelf WHERE id = 1") ?? 0
                    try tx.run("UPDATE shelf SET number = \(number + 1) WHERE id = 1")
                }
            }
            let total: Int? = try await database.read { tx in
                try tx.value("SELECT number FROM shelf WHERE id = 1")
            }
            #expect(total == 16)
        }
    }

    /// Of two on duty one may leave: each sees two and leaves its own row, which only a
    /// serializable order forbids.
    @Test(arguments: Engine.all)
    func `two that read the same and write apart do not both go through`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            for round in 0..<5 {
                let (first, second) = (round * 2, round * 2 + 1)
                try await database.write { tx in
                    try tx.put(first)
                    try tx.put(second)
                }
                try await Self.together(2) { own in
                    try await database.write { tx in
                        let onDuty: Int? = try tx.value(
                            """
                            SELECT COUNT(*) FROM shelf
                            WHERE id IN \(list: [first, second]) AND number = 0
                            """
                        )
                        guard onDuty == 2 else { return }
                        try tx.run("UPDATE shelf SET number = 1 WHERE id = \(first + own)")
                    }
                }
                let left: Int? = try await database.read { tx in
                    try tx.value(
                        """
                        SELECT COUNT(*) FROM shelf
                        WHERE id IN \(list: [first, second]) AND number = 0
                        """
                    )
                }
                #expect(left == 1)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a read sees one moment`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            try await Self.together(2) { part in
                for id in 0..<40 {
                    if part == 0 {
                        try await database.write { tx in
                            try tx.put(id * 2)
                            try tx.put(id * 2 + 1)
                        }
                    } else {
                        let counts: [Int?] = try await database.read { tx in
                            try (0..<3).map { _ in try tx.value("SELECT COUNT(*) FROM shelf") }
                        }
                        #expect(Set(counts).count == 1)
                        #expect((counts[0] ?? 1) % 2 == 0)
                    }
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `64 writers at once are all there, once`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 8) { database in
            try await Self.together(64) { id in
                try await database.write { tx in try tx.put(id) }
            }
            #expect(try await database.ids() == Array(0..<64))
        }
    }

    @Test(arguments: Engine.all)
    func `writers that queue at a table get numbers without a gap`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 8) { database in
            try await Self.together(64) { _ in
                try await database.write(.queueing(at: "shelf")) { tx in
                    let last: Int = try tx.value("SELECT MAX(id) FROM shelf") ?? 0
                    try tx.put(last + 1)
                }
            }
            #expect(try await database.ids() == Array(1...64))
        }
    }

    /// Whoever holds the row may read all that is only changed by its holders.
    @Test(arguments: Engine.all)
    func `who locks a row finds all that its former holder did`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 8) { database in
            try await database.write { tx in try tx.put(0) }
            try await Self.together(32) { _ in
                try await database.write(.onLockedRow) { tx in
                    _ = try tx.row("SELECT id FROM shelf WHERE id = 0 \(tx.dialect.forUpdate)")
                    let count: Int = try tx.value("SELECT COUNT(*) FROM shelf") ?? 0
                    try tx.put(count)
                    try tx.run("UPDATE shelf SET number = number + 1 WHERE id = 0")
                }
            }
            #expect(try await database.ids() == Array(0...32))
        }
    }

    @Test(arguments: Engine.all.filter { $0 == .postgres }, ["Shelf", "a;b", "", "a b", "表"])
    func `a queue is at a table and nowhere else`(engine: Engine, name: String) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: StorageError.statement("not the name of a table")) {
                try await database.write(.queueing(at: name)) { _ in }
            }
        }
    }

    static func together(
        _ count: Int,
        _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<count {
                group.addTask { try await work(index) }
            }
            try await group.waitForAll()
        }
    }
}
