package import Storage

/// Puts every vault under the keyring's current key, a batch a transaction.
///
/// Killed at any point it goes on where it stopped, because what is done no longer carries an old
/// version.
package struct KeyRotation: Sendable {
    package let keyring: Keyring
    package let batchSize: Int
    package let world: World

    package init(keyring: Keyring, batchSize: Int = 500, world: World) {
        self.keyring = keyring
        self.batchSize = batchSize
        self.world = world
    }

    /// What one run has locked anew.
    package struct Tally: Sendable, Equatable {
        package var contacts = 0
        package var matters = 0
        package var houseKeys = 0
    }

    @discardableResult
    package func run(
        _ database: any Database,
        by actor: Actor,
        progress: @Sendable (Tally) -> Void = { _ in }
    ) async throws -> Tally {
        try await checkVersions(database)
        var tally = Tally()
        for table in VaultTable.allCases {
            while let done = try await relockBatch(of: table, database), done > 0 {
                tally.count(done, in: table)
                progress(tally)
            }
        }
        let rotated = tally
        tally.houseKeys = try await database.write { tx in
            try finish(rotated, by: actor, in: tx)
        }
        return tally
    }

    /// A version nobody has the key of stops the rotation before it begins.
    private func checkVersions(_ database: any Database) async throws {
        let known = keyring.versions
        let strange = try await database.read { tx in
            try KeyRotationRecords.versions(in: tx).first { !known.contains($0) }
        }
        if let strange { throw VaultError.keyMissing(version: strange) }
    }

    /// - Returns: how many rows carried an old version, or nil when none is left.
    private func relockBatch(of table: VaultTable, _ database: any Database) async throws -> Int? {
        try await database.write { tx in
            let old = try KeyRotationRecords.versions(in: table, tx).first { $0 != keyring.current }
            guard let old else { return nil }
            let batch = try KeyRotationRecords.batch(of: table, old, limit: batchSize, in: tx)
            for row in batch {
                let box = try row.box.map { box in
                    try relock(LockedVault(box: box, version: old), of: row.id, in: table).box
                }
                try KeyRotationRecords.put(box, keyring.current, row.id, table: table, in: tx)
            }
            return batch.count
        }
    }

    private func relock(
        _ locked: LockedVault,
        of id: [UInt8],
        in table: VaultTable
    ) throws -> LockedVault {
        do {
            return try keyring.relock(locked)
        } catch VaultError.doesNotOpen {
            throw RotationStopped(table: table.rawValue, row: try ID<Vault>(bytes: id).description)
        }
    }

    /// The house's own keys go last, with the entry: as long as they carry an old version, the
    /// rotation is not finished.
    private func finish(_ tally: Tally, by actor: Actor, in tx: Transaction) throws -> Int {
        let old = try HouseKeyRecords.all(in: tx).filter { $0.1.version != keyring.current }
        for (purpose, locked) in old {
            let relocked = try keyring.relock(locked, as: purpose.name)
            try HouseKeyRecords.put(relocked, for: purpose, in: tx)
        }
        guard !old.isEmpty || tally != Tally() else { return 0 }
        let keys = try HouseKeys.load(keyring: keyring, world: world, in: tx)
        try Timeline(keys: keys).record(
            .keysRotated,
            on: .house,
            by: actor,
            at: world.now(),
            facts: ["version": "\(keyring.current)"],
            world: world,
            in: tx
        )
        return old.count
    }
}

extension KeyRotation.Tally {
    mutating func count(_ rows: Int, in table: VaultTable) {
        switch table {
        case .contacts: contacts += rows
        case .matters: matters += rows
        }
    }
}

/// A vault that does not open under the key it names: the row was changed, or the key is another.
package struct RotationStopped: Error, Equatable {
    package let table: String
    package let row: String
}
