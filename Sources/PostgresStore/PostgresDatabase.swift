package import Storage

/// The store of a centre with several servers: PostgreSQL 15 or newer behind a pool of connections.
///
/// Lost races and lost connections are tried again here, so callers see neither.
package final class PostgresDatabase: Database {
    package let dialect = Dialect.postgres

    private let pool: LinePool
    private let patience: Duration

    /// Connections are opened when they are first needed.
    /// - Parameters:
    ///   - url: a libpq connection string or URL.
    ///   - waiting: how long a caller waits for a connection to become free.
    ///   - patience: how long a server that went away is waited for.
    package init(
        url: String,
        connections: Int = 8,
        waiting: Duration = .seconds(10),
        patience: Duration = .seconds(15)
    ) {
        pool = LinePool(lines: (0..<connections).map { _ in Line(url: url) }, waiting: waiting)
        self.patience = patience
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await persist { line in
            try await line.perform(.reading, body)
        }
    }

    @discardableResult
    package func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        let opening = try Opening.writing(footing)
        return try await persist { line in
            try await line.perform(opening, body)
        }
    }

    /// Ends after the transactions under way; what comes later finds no store.
    package func close() async throws {
        for line in pool.close() {
            await line.close()
        }
    }

    /// Tries again after a lost race a number of times, after a lost connection for a time.
    ///
    /// Each try takes a place in the queue, so nobody holds a connection while pausing.
    private func persist<Answer: Sendable>(
        _ attempt: (Line) async throws -> Answer
    ) async throws -> Answer {
        var persistence = Persistence(patience: patience)
        while true {
            try Task.checkCancellation()
            do {
                return try await pool.lending(attempt)
            } catch StorageError.conflict {
                try await Task.sleep(for: persistence.pauseAfterConflict())
            } catch let loss as ConnectionLoss {
                try await Task.sleep(for: persistence.pause(after: loss))
            }
        }
    }
}
