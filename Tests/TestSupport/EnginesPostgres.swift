import Foundation
import PostgresStore
import Storage
import Synchronization

/// Schemas for tests: each test has one to itself on the shared server.
///
/// A migrated schema is swept and lent again, because making forty tables takes longer than most
/// tests.
enum EngineSchemas {
    static func withSchema<Answer>(
        migrations: [Migration],
        _ body: (EnginePlace) async throws -> Answer
    ) async throws -> Answer {
        guard let server = Engine.server, let admin else { throw EngineMissing() }
        return try await gate.passing {
            let schema = try await schema(with: migrations, by: admin, at: server)
            do {
                let answer = try await body(place(schema, at: server))
                try await sweep(schema, by: admin, for: migrations)
                return answer
            } catch {
                try await drop(schema, by: admin)
                throw error
            }
        }
    }

    /// Keeps a thousand parallel tests from asking for a thousand times four connections.
    private static let gate = EngineGate(places: 6)

    /// Makes and drops the schemas; open as long as the run.
    private static let admin = Engine.server.map {
        PostgresDatabase(url: $0, connections: 4, waiting: .seconds(300))
    }

    /// Empty schemas that wait for a test, by the migrations they have.
    private static let waiting = Mutex<[String: [Schema]]>([:])

    private struct Schema {
        let name: String
        /// All tables the migrations made; none when they also wrote rows, which a sweep would lose.
        let tables: [String]
    }

    private static func schema(
        with migrations: [Migration],
        by admin: PostgresDatabase,
        at server: String
    ) async throws -> Schema {
        if let swept = waiting.withLock({ $0[migrations.key]?.popLast() }) { return swept }
        let name = "t_" + UUID().uuidString.filter(\.isHexDigit).lowercased()
        try await admin.write { tx in try tx.script("CREATE SCHEMA \(name)") }
        let empty = Schema(name: name, tables: [])
        guard !migrations.isEmpty else { return empty }
        let database = try place(empty, at: server).open(connections: 1)
        try await Migrator.migrate(database, migrations: migrations)
        try await database.close()
        return try await admin.read { tx in
            let tables = try tables(of: name, in: tx)
            let filled = try tables.contains { try isFilled($0, in: tx) }
            return Schema(name: name, tables: filled ? [] : tables)
        }
    }

    private static func place(_ schema: Schema, at server: String) -> EnginePlace {
        let joint = server.contains("?") ? "&" : "?"
        let location = "\(server)\(joint)options=-csearch_path%3D\(schema.name)"
        return EnginePlace(engine: .postgres, location: location)
    }

    /// Empties the tables for the next test; a schema that was changed or heavily used is dropped.
    private static func sweep(
        _ schema: Schema,
        by admin: PostgresDatabase,
        for migrations: [Migration]
    ) async throws {
        guard !schema.tables.isEmpty else { return try await drop(schema, by: admin) }
        let reusable = try await admin.write { tx in
            guard try tables(of: schema.name, in: tx) == schema.tables else { return false }
            // Without the checks of foreign keys the order does not matter.
            try tx.script("SET LOCAL session_replication_role = replica")
            var rows = 0
            for table in schema.tables { rows += try tx.run("DELETE FROM \(SQL(trusted: table))") }
            return rows < 2_000
        }
        guard reusable else { return try await drop(schema, by: admin) }
        waiting.withLock { $0[migrations.key, default: []].append(schema) }
    }

    private static func drop(_ schema: Schema, by admin: PostgresDatabase) async throws {
        try await admin.write { tx in try tx.script("DROP SCHEMA \(schema.name) CASCADE") }
    }

    private static func tables(of schema: String, in tx: Transaction) throws -> [String] {
        let rows = try tx.rows(
            """
            SELECT schemaname || '.' || tablename AS name FROM pg_tables
            WHERE schemaname = \(schema) AND tablename <> 'schema_migrations' ORDER BY tablename
            """
        )
        return try rows.map { try $0["name"] }
    }

    private static func isFilled(_ table: String, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT 1 FROM \(SQL(trusted: table)) LIMIT 1") != nil
    }
}
