import Foundation
import SQLiteStore
import Storage
import TestSupport
import Testing

/// A copy of a SQLite store is whole, whatever went on meanwhile.
struct BackupTests {
    @Test func `a copy made while writers are at work is sound and of one moment`() async throws {
        try await withEnginePlace(.sqlite, migrations: [.shelf]) { place in
            let copy = place.location + "-copy"
            defer { removeItem(copy) }
            let database = try SQLiteDatabase(path: place.location)
            let steps = Notes(0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for id in 0..<30 {
                            try await database.write { tx in
                                try tx.put(writer * 1_000 + id * 2)
                                try tx.put(writer * 1_000 + id * 2 + 1)
                            }
                        }
                    }
                }
                try await database.backup(to: copy) { _, _ in steps.note { $0 += 1 } }
                try await group.waitForAll()
            }
            try await database.close()
            #expect(steps.now > 0)
            #expect(try await SQLiteDatabase.faults(inFileAt: copy) == [])
            let restored = try SQLiteDatabase(path: copy)
            #expect(try await restored.count("shelf") % 2 == 0)
            try await restored.close()
        }
    }

    @Test func `a damaged file is found out`() async throws {
        try await withEnginePlace(.sqlite, migrations: [.shelf]) { place in
            let database = try SQLiteDatabase(path: place.location)
            try await database.write { tx in
                for id in 0..<2_000 { try tx.put(id) }
            }
            try await database.close()
            let file = try #require(FileHandle(forUpdatingAtPath: place.location))
            try file.seek(toOffset: 3 * 4_096)
            try file.write(contentsOf: Data(repeating: 0xAB, count: 4_096))
            try file.close()
            #expect(try await !SQLiteDatabase.faults(inFileAt: place.location).isEmpty)
        }
    }

    private func removeItem(_ path: String) {
        do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
    }
}
