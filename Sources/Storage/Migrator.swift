/// Brings a store's schema up to this program, step by step, under a lock: of two processes that
/// start at once, one applies the steps and the other waits and finds nothing to do.
package enum Migrator {
    /// Applies what is missing, all of it or nothing.
    /// - Returns: the steps that were applied now, in their order.
    /// - Throws: ``MigrationRefusal`` when a landed step was edited, or the store is ahead.
    @discardableResult
    package static func migrate(
        _ database: any Database,
        migrations: [Migration]
    ) async throws -> [Migration] {
        try await database.write { tx in
            try tx.queueForMigration()
            try tx.script(book)
        }
        return try await database.write(.queueing(at: "schema_migrations")) { tx in
            try apply(migrations, in: tx)
        }
    }

    private static let book = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            number BIGINT PRIMARY KEY,
            name TEXT NOT NULL,
            digest TEXT NOT NULL
        )
        """

    private static func apply(_ migrations: [Migration], in tx: Transaction) throws -> [Migration] {
        let landed = try landedDigests(in: tx)
        try check(migrations, against: landed)
        let missing = migrations.filter { landed[$0.number] == nil }.sorted {
            $0.number < $1.number
        }
        for migration in missing {
            try tx.script(migration.text)
            try tx.run(
                """
                INSERT INTO schema_migrations (number, name, digest)
                VALUES (\(migration.number), \(migration.name), \(migration.digest))
                """
            )
        }
        return missing
    }

    private static func landedDigests(in tx: Transaction) throws -> [Int: String] {
        var digests: [Int: String] = [:]
        for row in try tx.rows("SELECT number, digest FROM schema_migrations") {
            digests[try row["number"]] = try row["digest"] as String
        }
        return digests
    }

    private static func check(_ migrations: [Migration], against landed: [Int: String]) throws {
        for migration in migrations {
            guard let digest = landed[migration.number] else { continue }
            guard digest == migration.digest else {
                throw MigrationRefusal.edited(number: migration.number)
            }
        }
        let known = Set(migrations.map(\.number))
        if let ahead = landed.keys.filter({ !known.contains($0) }).max() {
            throw MigrationRefusal.newerThanProgram(number: ahead)
        }
    }
}

extension Migration {
    /// FNV-1a over the text: it tells an edit, it does not keep out a forger.
    package var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Transaction {
    /// Waits until no other process is making the book of migrations.
    fileprivate func queueForMigration() throws {
        guard let lock = dialect.migrationLock else { return }
        _ = try rows(lock)
    }
}
