import CPQ
import Storage

/// An open connection at work: one transaction at a time, statements prepared once.
final class Session: Connection {
    private let wire: Wire
    private var statements = StatementBook()
    private var depth = 0
    private var changes = false
    /// What failed and was not undone yet.
    private var failure: (any Error)?

    /// - Throws: ``ConnectionLoss``, or ``StorageError/unavailable(_:)`` when the server will not do.
    init(url: String) throws {
        wire = try Wire(url: url)
        guard wire.serverVersion >= 150_000 else {
            throw StorageError.unavailable("the server is older than PostgreSQL 15")
        }
        guard wire.setting("server_encoding") == "UTF8" else {
            throw StorageError.unavailable("the database's encoding is not UTF8")
        }
        _ = try wire.command("SET synchronous_commit = on; SET client_min_messages = warning")
    }

    var isUsable: Bool { wire.isUp && !wire.isInTransaction }

    func begin(_ opening: Opening) throws {
        depth = 0
        failure = nil
        if statements.isFull {
            _ = try wire.command("DEALLOCATE ALL")
            statements = StatementBook()
        }
        _ = try wire.command(opening.command)
        changes = opening.changes
    }

    /// Commits; a failure that was swallowed on the way counts all the same.
    func commit() throws {
        if let failure { throw failure }
        do {
            let reply = try wire.command("COMMIT")
            guard reply.commandTag == "COMMIT" else { throw StorageError.conflict }
        } catch is ConnectionLoss where changes {
            throw StorageError.outcomeUnknown
        }
    }

    /// Undoes everything.
    /// - Returns: the reason that counts: a lost race or connection comes before what the caller's
    ///   code made of it.
    func abandon(because error: any Error) -> any Error {
        do {
            if wire.isUp, wire.isInTransaction { _ = try wire.command("ROLLBACK") }
        } catch {
            // The connection is given up, and the server undoes what it had.
        }
        return isFinal ? failure ?? error : error
    }

    /// Whether the failure goes beyond any savepoint.
    private var isFinal: Bool {
        failure is ConnectionLoss || failure as? StorageError == .conflict
    }

    func rows(_ sql: SQL) throws -> [Row] {
        try execute(sql) { statement, reply in
            try reply.rows(statement.columns(named: reply.columnNames))
        }
    }

    func run(_ sql: SQL) throws -> Int {
        try execute(sql) { _, reply in reply.changes }
    }

    func script(_ text: String) throws {
        try attempt { _ = try wire.command(text) }
    }

    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
        depth += 1
        defer { depth -= 1 }
        let name = "s\(depth)"
        try script("SAVEPOINT \(name)")
        do {
            let answer = try body()
            try script("RELEASE SAVEPOINT \(name)")
            return answer
        } catch {
            if isFinal { throw error }
            failure = nil
            try script("ROLLBACK TO SAVEPOINT \(name); RELEASE SAVEPOINT \(name)")
            throw error
        }
    }

    private func execute<Answer>(
        _ sql: SQL,
        _ read: (PreparedStatement, borrowing Reply) throws -> Answer
    ) throws -> Answer {
        try attempt {
            let (text, values) = sql.rendered { "$\($0)" }
            let parameters = try Parameters(values)
            let statement = try statements.statement(text, types: parameters.types) { name in
                try wire.prepare(name, text, types: parameters.types)
            }
            return try read(statement, wire.run(statement.name, parameters))
        }
    }

    private func attempt<Answer>(_ work: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}
