import Foundation
import PostgresStore
import SQLiteStore
import Storage

extension Configuration {
    /// Opens the store; a file that is not there yet is made in its folder.
    func openStore() throws -> any Database {
        switch database {
        case .sqlite(let path):
            try makeDataDirectory()
            return try SQLiteDatabase(path: path, readers: readers)
        case .postgres(let url):
            return PostgresDatabase(url: url, connections: poolSize)
        }
    }
}

/// Closes the store after the body, whatever it comes to.
func withStore<Answer>(
    _ database: any Database,
    _ body: (any Database) async throws -> Answer
) async throws -> Answer {
    do {
        let answer = try await body(database)
        try await database.close()
        return answer
    } catch {
        try await database.close()
        throw error
    }
}
