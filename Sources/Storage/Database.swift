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

    /// Runs the body, kept apart from other writes as it asks, and answers after the change is
    /// durable.
    @discardableResult
    func write<Answer: Sendable>(
        _ footing: Footing,
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer

    func close() async throws
}

extension Database {
    /// Runs the body as if it were alone, and answers after the change is durable.
    @discardableResult
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Answer
    ) async throws -> Answer {
        try await write(.alone, body)
    }
}
