import Storage

/// One caller's write while it waits for its turn and for the commit of its group.
struct WriteJob: Sendable {
    let number: Int
    /// Runs the write in a savepoint of its own, and gives back how to tell the caller what came of
    /// it, for when the group is committed.
    let run: @Sendable (SQLiteConnection) -> () -> Void
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
        refuse = { continuation.resume(throwing: $0) }
    }
}
