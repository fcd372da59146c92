package import Storage

/// How much a store holds: what a backup writes down and a restored store has to show again.
package struct StoreCount: Sendable, Codable, Equatable {
    package let entries: Int
    package let chains: Int
    package let matters: Int
    package let concerns: Int
    /// The number of the last migration.
    package let schemaVersion: Int

    /// Reads every row once; for work beside the day's business.
    package init(in tx: Transaction) throws {
        func count(_ table: SQL) throws -> Int {
            try tx.value("SELECT COUNT(*) FROM \(table)") ?? 0
        }
        entries = try count("entries")
        chains = try count("chain_heads")
        matters = try count("matters")
        concerns = try count("concerns")
        schemaVersion = try tx.schemaVersion()
    }
}

extension Transaction {
    /// The number of the last migration that was applied.
    package func schemaVersion() throws -> Int {
        let last: Int? = try value("SELECT MAX(number) FROM schema_migrations") ?? nil
        return last ?? 0
    }
}
