internal import GRDB
import Storage

extension StorageError {
    static let closed = StorageError.unavailable("the store is closed")

    static func translating<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do { return try work() } catch { throw translated(error) }
    }

    /// An error of the engine in the seam's words; everything else is the caller's own.
    static func translated(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return StorageError(error)
    }

    private init(_ error: DatabaseError) {
        // SQLite's messages name tables and columns, never values.
        let message = error.message ?? "\(error.resultCode)"
        if let constraint = Constraint(error.extendedResultCode) {
            self = .constraint(constraint, named: Self.name(in: message))
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_BUSY where error.extendedResultCode == .SQLITE_BUSY_SNAPSHOT: .conflict
            case .SQLITE_LOCKED: .conflict
            case .SQLITE_MISUSE where message.contains("closed"): .closed
            case .SQLITE_BUSY, .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_FULL, .SQLITE_IOERR,
                .SQLITE_NOMEM, .SQLITE_NOTADB, .SQLITE_PERM, .SQLITE_PROTOCOL:
                .unavailable(message)
            default: .statement(message)
            }
    }

    /// What stands after the colon in "UNIQUE constraint failed: units.code".
    private static func name(in message: String) -> String {
        guard let colon = message.firstRange(of: ": ") else { return "" }
        return String(message[colon.upperBound...])
    }
}

extension StorageError.Constraint {
    fileprivate init?(_ code: ResultCode) {
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
        case .SQLITE_CONSTRAINT_NOTNULL: self = .notNull
        case .SQLITE_CONSTRAINT_CHECK: self = .check
        default: return nil
        }
    }
}
