/// What an engine does for a transaction.
///
/// Implemented by the two stores, never by others.
///
/// After a statement has failed, only leaving the savepoint it failed in (or the transaction) is
/// left: every further statement throws the same error again, and swallowing it does not help.
package protocol Connection: AnyObject {
    func rows(_ sql: SQL) throws -> [Row]
    /// - Returns: how many rows the statement changed.
    func run(_ sql: SQL) throws -> Int
    /// Several statements without values, for migrations.
    func script(_ text: String) throws
    func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer
}

/// The ground every read and write stands on.
///
/// Not `Sendable`, on purpose: it cannot leave the closure it was given to.
package struct Transaction {
    package let dialect: Dialect
    let connection: any Connection

    package init(dialect: Dialect, connection: any Connection) {
        self.dialect = dialect
        self.connection = connection
    }

    package func rows(_ sql: SQL) throws -> [Row] {
        try connection.rows(sql)
    }

    package func row(_ sql: SQL) throws -> Row? {
        try connection.rows(sql).first
    }

    /// The first column of the first row, for counts and look-ups of one thing.
    package func value<Column: Storable>(
        _ sql: SQL,
        as type: Column.Type = Column.self
    ) throws
        -> Column?
    {
        guard let row = try row(sql) else { return nil }
        return try row[0]
    }

    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try connection.run(sql)
    }

    package func script(_ text: String) throws {
        try connection.script(text)
    }

    /// Runs the body so that its own changes can be undone without undoing what came before:
    /// whatever it throws, they are, and the caller may go on.
    package func savepoint<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try connection.savepoint(body)
    }
}
