import Foundation
import SQLiteStore
import Storage
import Synchronization

/// SQLite files for tests: the migrations run once, and each test works on a copy.
enum EngineFiles {
    static func withFile<Answer>(
        migrations: [Migration],
        _ body: (EnginePlace) async throws -> Answer
    ) async throws -> Answer {
        try await gate.passing {
            let file = try freshPath()
            if !migrations.isEmpty {
                let template = try await template(migrations)
                try FileManager.default.copyItem(at: template, to: file)
            }
            defer { remove(file) }
            return try await body(EnginePlace(engine: .sqlite, location: file.path))
        }
    }

    /// A thousand parallel tests on two cores would only make each other wait past their limits.
    private static let gate = EngineGate(places: 6)

    private static let templates = Mutex<[String: URL]>([:])

    /// Two tests that come first at once both make one; the second one's is dropped.
    private static func template(_ migrations: [Migration]) async throws -> URL {
        let key = migrations.key
        if let made = templates.withLock({ $0[key] }) { return made }
        let file = try freshPath()
        let database = try SQLiteDatabase(path: file.path, readers: 1)
        try await Migrator.migrate(database, migrations: migrations)
        try await database.close()
        return templates.withLock { templates in
            let kept = templates[key] ?? file
            templates[key] = kept
            if kept != file { remove(file) }
            return kept
        }
    }

    private static func freshPath() throws -> URL {
        let name = "\(UUID().uuidString).db"
        return try folder.get().appendingPathComponent(name)
    }

    /// One folder for this run, removed when it ends.
    private static let folder = Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(
                "maplebridge-tests-\(ProcessInfo.processInfo.processIdentifier)"
            )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { EngineFiles.removeFolder() }
        return folder
    }

    private static func removeFolder() {
        if case .success(let folder) = folder { remove(folder) }
    }

    private static func remove(_ file: URL) {
        for suffix in ["", "-wal", "-shm"] {
            let path = file.path + suffix
            guard FileManager.default.fileExists(atPath: path) else { continue }
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                print("left behind: \(path)")
            }
        }
    }
}
