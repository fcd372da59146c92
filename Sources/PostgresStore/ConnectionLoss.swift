/// The connection is gone, or never came about, and the server has kept nothing of the transaction.
struct ConnectionLoss: Error {
    /// libpq's words: they name hosts and users, never values.
    let reason: String
    /// Whether it is worth waiting for: a server that starts, not a password that is wrong.
    let mayPass: Bool
}
