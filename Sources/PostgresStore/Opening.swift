import Storage

/// How a transaction begins.
struct Opening: Sendable {
    let command: String
    let changes: Bool

    static let reading = Opening(
        command: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        changes: false
    )

    static func writing(_ footing: Footing) throws -> Opening {
        switch footing {
        case .alone: Opening(command: "BEGIN ISOLATION LEVEL SERIALIZABLE", changes: true)
        // A view of one moment: who waited for a locked row that another changed meanwhile is told
        // that it lost the race, and tries again on the new state.
        case .onLockedRow:
            Opening(command: "BEGIN ISOLATION LEVEL REPEATABLE READ", changes: true)
        case .queueing(let table): try queueing(at: table)
        }
    }

    /// Waits for the table before the transaction's view of the store is taken, so that it sees
    /// what those before it in the queue have done.
    private static func queueing(at table: String) throws -> Opening {
        guard !table.isEmpty, table.utf8.allSatisfy(isNameLetter) else {
            throw StorageError.statement("not the name of a table")
        }
        let command = """
            BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE \(table) IN SHARE ROW EXCLUSIVE MODE
            """
        return Opening(command: command, changes: true)
    }

    private static func isNameLetter(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    }
}
