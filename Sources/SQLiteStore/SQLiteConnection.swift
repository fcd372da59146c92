internal import GRDB
import Storage

/// What one transaction does on its connection.
final class SQLiteConnection: Connection {
    private let db: GRDB.Database
    private let columns: ColumnBook
    private var depth = 0
    /// The statement that failed and was not undone yet.
    private(set) var failure: StorageError?

    init(_ db: GRDB.Database, columns: ColumnBook) {
        self.db = db
        self.columns = columns
    }

    /// Runs the body; a failure it swallowed counts all the same.
    func perform<Answer>(_ body: (Transaction) throws -> Answer) throws -> Answer {
        let answer = try body(Transaction(dialect: .sqlite, connection: self))
        if let failure { throw failure }
        return answer
    }

    func rows(_ sql: Storage.SQL) throws -> [Storage.Row] {
        try attempt {
            let (text, arguments) = try sql.bound
            let statement = try db.cachedStatement(sql: text)
            let columns = columns.columns(named: statement.columnNames, of: text)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
            var rows: [Storage.Row] = []
            while let row = try cursor.next() {
                rows.append(Storage.Row(columns: columns, values: row.databaseValues.map(\.value)))
            }
            return rows
        }
    }

    func run(_ sql: Storage.SQL) throws -> Int {
        try attempt {
            let (text, arguments) = try sql.bound
            let statement = try db.cachedStatement(sql: text)
            try statement.execute(arguments: arguments)
            return statement.isReadonly ? 0 : db.changesCount
        }
    }

    func script(_ text: String) throws {
        try attempt { try db.execute(sql: text) }
    }

    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        depth += 1
        defer { depth -= 1 }
        let name = "s\(depth)"
        try command("SAVEPOINT \(name)")
        do {
            let answer = try body()
            if let failure { throw failure }
            try command("RELEASE \(name)")
            return answer
        } catch {
            // Nothing is left to undo when the engine has undone the whole transaction.
            guard db.isInsideTransaction else { throw error }
            failure = nil
            try command("ROLLBACK TO \(name)")
            try command("RELEASE \(name)")
            throw error
        }
    }

    private func command(_ text: String) throws {
        try attempt { try db.cachedStatement(sql: text).execute() }
    }

    private func attempt<Answer>(_ work: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            let translated = StorageError.translated(error)
            failure = translated as? StorageError
            throw translated
        }
    }
}
