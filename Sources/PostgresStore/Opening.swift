import Storage

/// How a transaction begins.
struct Opening: Sendable {
    let command: String
    let changes: Bool

    static let reading = Opening(
        command: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        changes: false
    )

    static let writing = Opening(command: "BEGIN ISOLATION LEVEL SERIALIZABLE", changes: true)

    /// Waits for the table before the transaction's view of the store is taken, so that it sees
    /// what those before it in the queue have done.
    static func writing(queueingAt table: String) throws -> Opening {
        guard !table.isEmpty, table.utf8.allSatisfy(isNameLetter) else {
            throw StorageError.statement("not the name of a table")
        }
        let lock = "LOCK TABLE \(table) IN SHARE ROW EXCLUSIVE MODE"
        return Opening(command: "\(writing.command); \(lock)", changes: true)
    }

    private static func isNameLetter(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    }
}
