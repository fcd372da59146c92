import Foundation
internal import GRDB
import Storage

extension SQLiteDatabase {
    /// Copies the store as it is at one moment into a new file while work goes on.
    ///
    /// The file appears under its name only when it is whole.
    /// - Parameter progress: told the pages copied and all pages, at least once.
    package func backup(
        to path: String,
        progress: @escaping @Sendable (_ copied: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws {
        try await offPool { [pool] in
            let partial = path + ".partial"
            try removeFile(at: partial)
            let copy = try DatabaseQueue(path: partial)
            try pool.backup(to: copy, pagesPerStep: 1_000) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
            try copy.close()
            try replaceFile(at: path, with: partial)
        }
    }

    /// Reads a whole file and lists what is wrong with it, by SQLite's own integrity check; a sound
    /// file gives an empty list.
    package static func faults(inFileAt path: String) async throws -> [String] {
        try await offPool {
            do {
                return try readFaults(inFileAt: path)
            } catch let error as DatabaseError where error.isDamage {
                // So damaged that the check itself cannot go on.
                return ["\(error.resultCode)"]
            }
        }
    }

    private static func readFaults(inFileAt path: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let faults = try queue.read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            let orphans = try GRDB.Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "row without its parent in \(row[0] as String)"
            }
            return pages.filter { $0 != "ok" } + orphans
        }
        try queue.close()
        return faults
    }
}

extension DatabaseError {
    fileprivate var isDamage: Bool {
        resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB
    }
}

private func removeFile(at path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
}

private func replaceFile(at path: String, with partial: String) throws {
    guard rename(partial, path) == 0 else {
        throw StorageError.unavailable(String(cString: strerror(errno)))
    }
}
