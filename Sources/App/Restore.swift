import ArgumentParser
import Centre
import Foundation
import SQLiteStore
import Storage

struct Restore: PlainCommand {
    static let configuration = CommandConfiguration(
        abstract: "Restores a backup into an empty place, and proves that it is whole.",
        discussion: """
            The backup must be the file its manifest tells of, and the restored store must hold \
            what the manifest counts, with the chains as they were. Erasures made after the \
            backup are to be made again.
            """
    )

    @Argument(help: "The backup; its manifest stands beside it.")
    var from: String

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let opening = Opening(try options.configuration())
        let keyring = try opening.configuration.contactKey.keyring()
        let manifest = try BackupManifest.read(beside: from)
        let known = try Schema.migrations().map(\.number).max() ?? 0
        guard manifest.count.schemaVersion <= known else {
            throw CommandRefusal.backupNewer(schema: manifest.count.schemaVersion)
        }
        guard try BackupManifest.digest(of: from) == manifest.digest else {
            throw CommandRefusal.backupDamaged
        }
        switch (opening.configuration.database, manifest.kind) {
        case (.sqlite(let path), .sqlite):
            try await restoreFile(to: path, manifest, opening, keyring)
        case (.postgres, .postgres): try await restoreDump(manifest, opening, keyring)
        default: throw CommandRefusal.manifestOfOtherStore(manifest.kind.rawValue)
        }
        let count = manifest.count
        print(
            """
            Restored: \(count.concerns) concerns, \(count.matters) matters, \(count.entries) \
            entries on \(count.chains) chains. Make erasures since \(manifest.madeAt) again.
            """
        )
    }

    /// The file appears under its name only when it has been proved.
    private func restoreFile(
        to path: String,
        _ manifest: BackupManifest,
        _ opening: Opening,
        _ keyring: Keyring
    ) async throws {
        let files = FileManager.default
        for suffix in ["", "-wal", "-shm"] where files.fileExists(atPath: path + suffix) {
            throw CommandRefusal.storeNotEmpty
        }
        try opening.configuration.makeDataDirectory()
        let partial = path + ".partial"
        let examination = StoreExamination(partial, opening, keyring)
        try examination.remove()
        try files.copyItem(atPath: from, toPath: partial)
        do {
            try manifest.require(try await examination.examined())
        } catch {
            try examination.remove()
            throw error
        }
        try files.moveItem(atPath: partial, toPath: path)
    }

    private func restoreDump(
        _ manifest: BackupManifest,
        _ opening: Opening,
        _ keyring: Keyring
    ) async throws {
        let server = ServerTools(opening.configuration.database)
        try await withStore(try opening.configuration.openStore()) { database in
            let tables: Int? = try await database.read { tx in
                try tx.value(
                    """
                    SELECT COUNT(*) FROM information_schema.tables
                    WHERE table_schema = current_schema()
                    """
                )
            }
            guard tables == 0 else { throw CommandRefusal.storeNotEmpty }
            try await Blocking.run {
                try server.tool(
                    "pg_restore",
                    ["--no-owner", "--single-transaction", "--exit-on-error", from]
                ).run()
            }
            let keys = try await opening.keys(of: database, keyring)
            try manifest.require(try await database.examined(keys))
        }
    }
}

extension BackupManifest {
    fileprivate func require(_ found: (StoreCount, brokenLinks: Int)) throws {
        guard found == (count, brokenLinks) else { throw CommandRefusal.backupDiffers }
    }
}
