import Storage
import TestSupport
import Testing

/// A rule of the schema says which rule it was, and never what was written.
struct ConstraintTests {
    struct Breach: Sendable, CustomTestStringConvertible {
        let statement: SQL
        let constraint: StorageError.Constraint
        /// Found in the name on either engine.
        let named: String

        var testDescription: String { "\(constraint)" }
    }

    private static let breaches = [
        Breach(
            statement: "INSERT INTO rules (id, shelf, code, amount) VALUES (2, 1, 'secret', 1)",
            constraint: .unique,
            named: "code"
        ),
        Breach(
            statement: "INSERT INTO shelf (id) VALUES (1)",
            constraint: .unique,
            named: "shelf"
        ),
        Breach(
            statement: "INSERT INTO rules (id, shelf, code, amount) VALUES (3, 77, 'secret3', 1)",
            constraint: .foreignKey,
            named: ""
        ),
        Breach(
            statement: "INSERT INTO rules (id, shelf, code, amount) VALUES (4, 1, NULL, 1)",
            constraint: .notNull,
            named: "rules.code"
        ),
        Breach(
            statement: "INSERT INTO rules (id, shelf, code, amount) VALUES (5, 1, 'secret5', -5)",
            constraint: .check,
            named: "amount_is_positive"
        ),
    ]

    @Test(arguments: Engine.all, breaches)
    func `each kind of rule is told apart and named`(engine: Engine, breach: Breach) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            try await database.write { tx in
                try tx.run("INSERT INTO shelf (id) VALUES (1)")
                try tx.run("INSERT INTO rules (id, shelf, code, amount) VALUES (1, 1, 'secret', 1)")
            }
            let error = await #expect(throws: StorageError.self) {
                try await database.write { tx in try tx.run(breach.statement) }
            }
            guard case .constraint(let constraint, let name) = error else {
                Issue.record("\(String(describing: error)) is not a constraint")
                return
            }
            #expect(constraint == breach.constraint)
            #expect(name.contains(breach.named))
            #expect(!name.contains("secret"))
        }
    }

    @Test(arguments: Engine.all, ["SELEKT 1", "SELECT wrong FROM shelf", "SELECT id FROM nowhere"])
    func `a wrong statement is called one`(engine: Engine, text: String) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.read { tx in _ = try tx.rows(SQL(trusted: text)) }
            }
            guard case .statement = error else {
                Issue.record("\(String(describing: error)) is not a wrong statement")
                return
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a read cannot change anything`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: [.shelf]) { database in
            await #expect(throws: StorageError.self) {
                try await database.read { tx in _ = try tx.run("INSERT INTO shelf (id) VALUES (1)")
                }
            }
            let count = try await database.count("shelf")
            #expect(count == 0)
        }
    }
}
