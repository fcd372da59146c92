import Storage

enum HouseKeyRecords {
    static func all(in tx: Transaction) throws -> [(HouseKeys.Purpose, LockedVault)] {
        try tx.rows("SELECT purpose, key_box, key_version FROM house_keys ORDER BY purpose").map {
            (try $0["purpose"], LockedVault(box: try $0["key_box"], version: try $0["key_version"]))
        }
    }

    static func add(_ key: LockedVault, for purpose: HouseKeys.Purpose, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO house_keys (purpose, key_box, key_version)
            VALUES (\(purpose), \(key.box), \(key.version))
            """
        )
    }

    static func put(_ key: LockedVault, for purpose: HouseKeys.Purpose, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE house_keys SET key_box = \(key.box), key_version = \(key.version)
            WHERE purpose = \(purpose)
            """
        )
    }
}
