package import Storage

/// What those who run the house watch.
///
/// Each figure is one look into an index, so that it can be asked every few seconds.
package struct HouseCondition: Sendable, Equatable {
    package let schemaVersion: Int
    /// The version of the pack in force; nil before the first load.
    package let packVersion: Int?
    /// When the side effect that waits longest was ordered; nil when none waits.
    package let oldestUnsent: Moment?
    /// Side effects that were given up after so many attempts, counted up to ``most``.
    package let deadLetters: Int
    /// Running clocks past their due moment, counted up to ``most``.
    package let overdueClocks: Int

    package static let most = 1000

    package init(at now: Moment, in tx: Transaction) throws {
        schemaVersion = try tx.schemaVersion()
        packVersion = try PackRecords.newest(in: tx)?.version
        oldestUnsent = try tx.value(
            """
            SELECT created_at FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL
            ORDER BY id LIMIT 1
            """
        )
        deadLetters =
            try tx.value(
                """
                SELECT COUNT(*) FROM (
                    SELECT id FROM outbox WHERE dead_at IS NOT NULL
                    ORDER BY dead_at, id LIMIT \(Self.most)
                ) AS dead
                """
            ) ?? 0
        overdueClocks =
            try tx.value(
                """
                SELECT COUNT(*) FROM (
                    SELECT subject FROM clocks WHERE state = 'running' AND due_at < \(now)
                    ORDER BY due_at, subject, rule LIMIT \(Self.most)
                ) AS late
                """
            ) ?? 0
    }
}
