import Dispatch
internal import GRDB
package import Storage

/// The store of one centre on one machine: a SQLite file in WAL mode with one writer and several
/// readers.
///
/// Every answer to a write comes after the change is on disk.
package final class SQLiteDatabase: Storage.Database {
    package let dialect = Dialect.sqlite

    let pool: DatabasePool
    private let columns = ColumnBook()
    private let writer: GroupWriter

    /// Opens the file, or makes it.
    package init(path: String, readers: Int = 4) throws {
        pool = try StorageError.translating {
            let pool = try DatabasePool(path: path, configuration: .house(readers: readers))
            // GRDB sets NORMAL with WAL, which may lose the last commits with the power.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
        writer = GroupWriter(pool: pool, columns: columns)
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        let columns = columns
        do {
            return try await pool.read { db in
                try SQLiteConnection(db, columns: columns).perform(body)
            }
        } catch {
            throw StorageError.translated(error)
        }
    }

    /// All writes queue here, so that each is alone on any footing.
    @discardableResult
    package func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await writer.write(body)
    }

    /// Ends after the writes and reads under way; what comes later finds no store.
    package func close() async throws {
        writer.close()
        try await offPool { [pool] in try pool.close() }
    }

    /// How well writes have been gathered since the file was opened.
    package var tally: GroupTally { writer.tally }
}

extension Configuration {
    fileprivate static func house(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            // Eight megabytes of pages for each connection.
            try db.execute(sql: "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }
}

/// Runs blocking work on a thread that may block.
func offPool<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(with: Result { try StorageError.translating(work) })
        }
    }
}
