import Storage
import TestSupport
import Testing

/// A caller that goes away leaves a whole change or none.
struct CancellationTests {
    @Test(arguments: Engine.all)
    func `a write that was cancelled before its turn does not run`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf], connections: 1) { database in
            let gate = Gate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await database.write { tx in
                        try tx.put(1)
                        gate.wait()
                    }
                }
                await gate.reached()
                await Self.cancelWhileWaiting(database)
                gate.open()
                try await group.waitForAll()
            }
            #expect(try await database.ids() == [1])
        }
    }

    @Test(arguments: Engine.all)
    func `a write that was cancelled in the middle is completed`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let gate = Gate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await database.write { tx in
                        try tx.put(1)
                        gate.wait()
                        try tx.put(2)
                    }
                }
                await gate.reached()
                group.cancelAll()
                gate.open()
                try await group.waitForAll()
            }
            #expect(try await database.ids() == [1, 2])
        }
    }

    @Test(arguments: Engine.all)
    func `each of many that are cancelled at random is told the truth`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let written = Notes<[Int]>([])
            await withTaskGroup(of: Void.self) { group in
                for id in 0..<100 {
                    group.addTask {
                        do {
                            try await database.write { tx in try tx.put(id) }
                            written.note { $0.append(id) }
                        } catch is CancellationError {
                        } catch {
                            Issue.record(error)
                        }
                    }
                    if id == 80 { group.cancelAll() }
                }
            }
            let ids = try await database.ids()
            #expect(ids == written.now.sorted())
        }
    }

    private static func cancelWhileWaiting(_ database: any Database) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CancellationError.self) {
                    try await database.write { tx in try tx.put(2) }
                }
            }
            group.cancelAll()
        }
    }
}
