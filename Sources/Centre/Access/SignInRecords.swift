import Storage

/// The book of failed sign-ins of one login, known or not.
struct SignInBook {
    let mark: [UInt8]
    let rule: LockOut

    func lock(in tx: Transaction) throws -> LockOut.Lock? {
        try tx.row(
            "SELECT times, locked_until FROM sign_in_locks WHERE login_mark = \(mark)"
        ).map { row in
            try LockOut.Lock(times: row["times"], until: row["locked_until"])
        }
    }

    func requireUnlocked(at now: Moment, in tx: Transaction) throws {
        guard let lock = try lock(in: tx), now < lock.until else { return }
        throw ComeBackLater(.accountLocked, until: lock.until, now: now)
    }

    /// Writes a failure down.
    /// - Returns: the lock, when it was one too many.
    func fail(_ id: ID<SignInBook>, at now: Moment, in tx: Transaction) throws -> LockOut.Lock? {
        try tx.run(
            "INSERT INTO sign_in_failures (id, login_mark, at) VALUES (\(id), \(mark), \(now))"
        )
        let start = rule.windowStart(at: now)
        let failures = try tx.value(
            """
            SELECT COUNT(*) FROM sign_in_failures
            WHERE login_mark = \(mark) AND at > \(start)
            """,
            as: Int.self
        )
        guard let failures, failures >= rule.failures else { return nil }
        let lock = rule.next(after: try lock(in: tx), at: now)
        try clear(in: tx)
        try tx.run(
            """
            INSERT INTO sign_in_locks (login_mark, times, locked_until)
            VALUES (\(mark), \(lock.times), \(lock.until))
            """
        )
        return lock
    }

    func clear(in tx: Transaction) throws {
        try tx.run("DELETE FROM sign_in_failures WHERE login_mark = \(mark)")
        try tx.run("DELETE FROM sign_in_locks WHERE login_mark = \(mark)")
    }

    /// Nothing older than this weighs on a sign-in any more.
    static func forget(before moment: Moment, in tx: Transaction) throws {
        try tx.run("DELETE FROM sign_in_failures WHERE at < \(moment)")
        try tx.run("DELETE FROM sign_in_locks WHERE locked_until < \(moment)")
    }
}
