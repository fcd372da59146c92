import Foundation
import PostgresStore
import Storage
import TestSupport
import Testing

/// A server that goes away in the middle and comes back.
@Suite(.serialized)
struct RestartTests {
    private static let url = environment("MAPLEBRIDGE_TEST_POSTGRES_RESTARTABLE")
    private static let program = environment("MAPLEBRIDGE_TEST_POSTGRES_RESTART")

    @Test(
        .enabled(if: url != nil && program != nil, "Tests/with-postgres gives a server to restart"),
        arguments: ["fast", "immediate"]
    )
    func `every acknowledged write outlives a restart`(way: String) async throws {
        let database = PostgresDatabase(url: try #require(Self.url), connections: 6)
        try await database.write { tx in
            try tx.script(
                "DROP TABLE IF EXISTS shelf; CREATE TABLE shelf (id BIGINT, number BIGINT)"
            )
        }
        let acknowledged = Notes<[Int]>([])
        let unknown = Notes(0)
        let stopping = Notes(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<12 {
                group.addTask {
                    var id = writer
                    while !stopping.now {
                        do {
                            let own = id
                            try await database.write { tx in try tx.put(own) }
                            acknowledged.note { $0.append(own) }
                        } catch StorageError.outcomeUnknown {
                            unknown.note { $0 += 1 }
                        }
                        id += 12
                    }
                }
            }
            for _ in 0..<2 {
                try await Task.sleep(for: .milliseconds(300))
                try await Self.restart(way)
            }
            let before = acknowledged.now.count
            try await Task.sleep(for: .milliseconds(1_500))
            #expect(acknowledged.now.count > before, "writers went on afterwards")
            stopping.note { $0 = true }
            try await group.waitForAll()
        }
        let ids = try await database.ids()
        let told = Set(acknowledged.now)
        #expect(told.isSubset(of: ids), "what was acknowledged is there")
        #expect(Set(ids).count == ids.count, "nothing is there twice")
        #expect(ids.count - told.count <= unknown.now, "nothing else is there")
        try await database.close()
    }

    private static func restart(_ way: String) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(program))
        process.arguments = [way]
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        #expect(process.terminationStatus == 0)
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }
}
