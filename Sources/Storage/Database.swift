/// A store of the centre's records.
///
/// Closures are synchronous and run off the cooperative pool; a write may run more than once (lost
/// races are tried again), so it changes nothing outside.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs the body on one consistent view of the store.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer

    /// Runs the body as if it were alone, and answers after the change is durable.
    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer

    /// Like ``write(_:)``, for writes that all pass through one row (a book of numbers): they
    /// queue up at the table instead of colliding.
    @discardableResult
    func write<Answer: Sendable>(
        queueingAt table: String,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer

    func close() async throws
}
