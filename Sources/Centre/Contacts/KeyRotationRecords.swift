import Storage

/// The tables whose rows have a vault of their own.
enum VaultTable: String, CaseIterable {
    case contacts
    case matters

    var name: SQL { SQL(trusted: rawValue) }
}

enum KeyRotationRecords {
    static func versions(in tx: Transaction) throws -> Set<Int> {
        var versions: Set<Int> = []
        for table in VaultTable.allCases { versions.formUnion(try self.versions(in: table, tx)) }
        for (_, locked) in try HouseKeyRecords.all(in: tx) { versions.insert(locked.version) }
        return versions
    }

    /// One look into the index a version, however many rows there are.
    static func versions(in table: VaultTable, _ tx: Transaction) throws -> [Int] {
        var versions: [Int] = []
        while let next = try version(after: versions.last ?? 0, in: table, tx) {
            versions.append(next)
        }
        return versions
    }

    private static func version(
        after version: Int,
        in table: VaultTable,
        _ tx: Transaction
    ) throws -> Int? {
        try tx.value(
            """
            SELECT key_version FROM \(table.name) WHERE key_version > \(version)
            ORDER BY key_version LIMIT 1
            """
        )
    }

    static func batch(
        of table: VaultTable,
        _ version: Int,
        limit: Int,
        in tx: Transaction
    ) throws -> [(id: [UInt8], box: [UInt8]?)] {
        let rows = try tx.rows(
            """
            SELECT id, key_box FROM \(table.name) WHERE key_version = \(version)
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map { (try $0["id"], try $0["key_box"]) }
    }

    static func put(
        _ box: [UInt8]?,
        _ version: Int,
        _ id: [UInt8],
        table: VaultTable,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE \(table.name) SET key_box = \(box), key_version = \(version) WHERE id = \(id)
            """
        )
    }
}
