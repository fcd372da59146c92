import Storage

/// One loaded edition of the pack.
package struct PackVersion: Sendable, Codable, Equatable {
    package let version: Int
    package let name: String
    package let label: String
    package let digest: String
    package let validFrom: Day
    package let loadedAt: Moment
    /// nil when it was loaded at the command line.
    package let loadedBy: ID<Officer>?
}

/// What loading the files that lie ready would come to; loading itself is a command.
package enum PackOutlook: Sendable, Equatable {
    case change(label: String, PackDifference)
    case faulty([PackFinding])
}

extension PackDesk {
    /// The editions loaded so far, the one in force first.
    package func versions(for viewer: Viewer) async throws -> [PackVersion] {
        try viewer.require(.loadPack)
        return try await database.read { tx in
            try tx.rows(
                """
                SELECT version, name, label, digest, valid_from, loaded_at, loaded_by
                FROM packs ORDER BY version DESC LIMIT 200
                """
            ).map(PackVersion.init)
        }
    }

    /// Compares the files with the pack in force; nothing is written.
    package func outlook(
        on files: @escaping @Sendable () throws -> [PackFile],
        for viewer: Viewer
    ) async throws -> PackOutlook {
        try viewer.require(.loadPack)
        // Reading a pack is a second's work, which does not belong on the pool that answers calls.
        return try await database.read { tx in
            let (pack, findings) = Pack.read(files: try files())
            guard let pack else { return .faulty(findings) }
            let difference = PackDifference(from: try packInForce(in: tx), to: pack)
            return .change(label: pack.manifest.version, difference)
        }
    }
}

extension PackVersion {
    fileprivate init(_ row: Row) throws {
        self.init(
            version: try row["version"],
            name: try row["name"],
            label: try row["label"],
            digest: try row["digest"],
            validFrom: try row["valid_from"],
            loadedAt: try row["loaded_at"],
            loadedBy: try row["loaded_by"]
        )
    }
}
