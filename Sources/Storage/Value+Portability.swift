extension Value {
    /// Refuses what only one of the engines could keep: PostgreSQL has no place for U+0000 in a
    /// text, and SQLite turns a NaN into NULL.
    package func checkPortable() throws {
        switch self {
        case .text(let text) where text.utf8.contains(0):
            throw StorageError.statement("a text with U+0000 cannot be stored")
        case .real(let number) where number.isNaN:
            throw StorageError.statement("a number that is not a number cannot be stored")
        default:
            break
        }
    }
}
