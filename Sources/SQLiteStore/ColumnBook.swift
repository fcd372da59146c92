import Storage
import Synchronization

/// The columns of each statement's answer, made once and shared by all its rows.
final class ColumnBook: Sendable {
    /// Statements differ in the length of their lists; the book starts anew when it grows too long.
    private static let mostStatements = 1_000

    private let columns = Mutex<[String: Row.Columns]>([:])

    func columns(named names: [String], of text: String) -> Row.Columns {
        columns.withLock { columns in
            if let known = columns[text], known.names == names { return known }
            if columns.count >= Self.mostStatements { columns.removeAll() }
            let made = Row.Columns(names)
            columns[text] = made
            return made
        }
    }
}
