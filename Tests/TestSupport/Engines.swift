import Foundation
import PostgresStore
import SQLiteStore
package import Storage

/// The engines that every suite of the store runs on.
package enum Engine: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

extension Engine {
    /// The engines of this run, for `arguments:`.
    ///
    /// PostgreSQL is among them when `MAPLEBRIDGE_TEST_POSTGRES` says where it is; an engine that
    /// `MAPLEBRIDGE_TEST_ENGINES` names and that is not there makes its tests fail.
    package static let all: [Engine] = {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["MAPLEBRIDGE_TEST_ENGINES"] {
            return named.split(separator: ",").compactMap { Engine(rawValue: String($0)) }
        }
        if server == nil {
            print("PostgreSQL is not tested: MAPLEBRIDGE_TEST_POSTGRES is not set.")
            return [.sqlite]
        }
        return allCases
    }()

    static let server = ProcessInfo.processInfo.environment["MAPLEBRIDGE_TEST_POSTGRES"]
}

package struct EngineMissing: Error, CustomStringConvertible {
    package let description =
        "MAPLEBRIDGE_TEST_ENGINES asks for PostgreSQL, but MAPLEBRIDGE_TEST_POSTGRES is not set"
}

/// Where one test's store is: opened as often as the test needs, as several processes would.
package struct EnginePlace: Sendable {
    package let engine: Engine
    /// A file, or a URL with a schema of its own.
    package let location: String

    package func open(connections: Int = 4) throws -> any Database {
        switch engine {
        case .sqlite: try SQLiteDatabase(path: location, readers: connections)
        case .postgres:
            PostgresDatabase(url: location, connections: connections, waiting: .seconds(300))
        }
    }
}

/// Gives the test a fresh store with the migrations applied, and takes it away afterwards.
@discardableResult
package func withDatabase<Answer>(
    _ engine: Engine,
    migrations: [Migration] = [],
    connections: Int = 4,
    _ body: (any Database) async throws -> Answer
) async throws -> Answer {
    try await withEnginePlace(engine, migrations: migrations) { place in
        let database = try place.open(connections: connections)
        do {
            let answer = try await body(database)
            try await database.close()
            return answer
        } catch {
            try await database.close()
            throw error
        }
    }
}

/// Like ``withDatabase(_:migrations:connections:_:)``, for tests that open the store themselves.
@discardableResult
package func withEnginePlace<Answer>(
    _ engine: Engine,
    migrations: [Migration] = [],
    _ body: (EnginePlace) async throws -> Answer
) async throws -> Answer {
    switch engine {
    case .sqlite:
        try await EngineFiles.withFile(migrations: migrations, body)
    case .postgres:
        try await EngineSchemas.withSchema(migrations: migrations, body)
    }
}

extension [Migration] {
    /// Tells one set of migrations from another.
    var key: String {
        map { "\($0.number) \($0.digest)" }.joined(separator: ",")
    }
}
