package import Storage

/// The loaded packs: their files by version, and the identities of areas and units.
package enum PackRecords {
    /// The version in force and the digest of its files; nil before the first load.
    package static func newest(in tx: Transaction) throws -> (version: Int, digest: String)? {
        let row = try tx.row("SELECT version, digest FROM packs ORDER BY version DESC LIMIT 1")
        guard let row else { return nil }
        return (try row["version"], try row["digest"])
    }

    package static func files(of version: Int, in tx: Transaction) throws -> [PackFile] {
        let rows = try tx.rows(
            "SELECT path, content FROM pack_files WHERE version = \(version) ORDER BY path"
        )
        return try rows.map { PackFile(path: try $0["path"], content: try $0["content"]) }
    }

    static func insert(
        _ pack: Pack,
        version: Int,
        at moment: Moment,
        by officer: ID<Officer>?,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO packs (version, name, label, digest, valid_from, loaded_at, loaded_by)
            VALUES (\(version), \(pack.manifest.name), \(pack.manifest.version),
                \(pack.files.digest), \(pack.manifest.validFrom), \(moment), \(officer))
            """
        )
        for file in pack.files.kept {
            try tx.run(
                """
                INSERT INTO pack_files (version, path, content)
                VALUES (\(version), \(file.path), \(file.content))
                """
            )
        }
    }

    package static func identities(in tx: Transaction) throws -> TownIdentities {
        var identities = TownIdentities()
        for row in try tx.rows("SELECT id, code, valid_from FROM areas") {
            identities.add(try row["id"], code: try row["code"], validFrom: try row["valid_from"])
        }
        for row in try tx.rows("SELECT id, code FROM units") {
            let id: ID<Unit> = try row["id"]
            identities.add(id, code: try row["code"])
        }
        return identities
    }

    /// Writes the identities that are new and the days on which areas end.
    static func save(
        _ identities: TownIdentities,
        of pack: Pack,
        in tx: Transaction
    ) throws {
        for area in pack.areas {
            guard let id = identities.id(of: area) else { continue }
            try tx.run(
                """
                INSERT INTO areas (id, code, valid_from, valid_to)
                VALUES (\(id), \(area.code), \(area.validFrom),
                    \(area.validTo))
                ON CONFLICT (code, valid_from) DO UPDATE SET valid_to = excluded.valid_to
                """
            )
        }
        for unit in pack.units {
            guard let id = identities.id(ofUnit: unit.code) else { continue }
            try tx.run(
                """
                INSERT INTO units (id, code) VALUES (\(id), \(unit.code))
                ON CONFLICT (code) DO NOTHING
                """
            )
        }
    }

    /// Whether anybody works for the unit or ever got a matter there.
    static func isUsed(_ unit: ID<Unit>, in tx: Transaction) throws -> Bool {
        let used = try tx.row(
            """
            SELECT 1 FROM units u WHERE u.id = \(unit)
                AND (EXISTS (SELECT 1 FROM posts p WHERE p.unit = u.id)
                    OR EXISTS (SELECT 1 FROM assignments a WHERE a.unit = u.id))
            """
        )
        return used != nil
    }
}

extension Town {
    /// The town of the newest pack; nil before the first load.
    package static func inForce(in tx: Transaction) throws -> Town? {
        guard let newest = try PackRecords.newest(in: tx) else { return nil }
        let files = try PackRecords.files(of: newest.version, in: tx)
        let (pack, findings) = Pack.read(files: files)
        guard let pack else { throw PackRefusal(findings: findings) }
        let identities = try PackRecords.identities(in: tx)
        let changes = try ChangeRecords.approved(in: tx).read(beside: pack)
        return try Town(pack, version: newest.version, identities: identities, changes: changes)
    }
}
