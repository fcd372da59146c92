import Storage

/// One caller's write while it waits for its turn and for the commit of its group.
struct WriteJob: Sendable {
    let number: Int
    /// Runs the write in a savepoint of its own, and gives back how to tell the caller what came of
    /// it, for when the group is committed.
    let run: @Sendable (SQLiteConnection) -> () -> Void
    /// The same for a write that has the whole transaction to itself and is undone with it: a
    /// savepoint would keep a journal of all that it changes.
    let runAlone: @Sendable (SQLiteConnection) throws -> () -> Void
    /// Tells the caller that nothing was changed.
    let refuse: @Sendable (any Error) -> Void

    init<Answer: Sendable>(
        number: Int,
        body: @escaping @Sendable (Transaction) throws -> Answer,
        continuation: CheckedContinuation<Answer, any Error>
    ) {
        self.number = number
        run = { connection in
            let outcome = Result { try connection.savepoint { try connection.perform(body) } }
            return { continuation.resume(with: outcome) }
        }
        runAlone = { connection in
            let answer = try connection.perform(body)
            return { continuation.resume(returning: answer) }
        }
        refuse = { continuation.resume(throwing: $0) }
    }
}
