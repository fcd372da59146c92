import ArgumentParser
import Centre
import Foundation
import SQLiteStore
import Storage

struct Backup: PlainCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the store as it is at one moment, while the centre works.",
        discussion: """
            Beside the backup stands a manifest with what it holds and its digest. A file store \
            is copied and the copy examined; a database server is asked through pg_dump. The \
            contact key is not in it: keep that apart.
            """
    )

    @Argument(help: "The file to write.")
    var to: String

    @OptionGroup var options: ConfigurationOptions

    func work() async throws {
        let opening = Opening(try options.configuration())
        for path in [to, BackupManifest.path(of: to)]
        where FileManager.default.fileExists(atPath: path) {
            throw CommandRefusal.fileThere(path)
        }
        let manifest = try await opening.vaults { database, keyring, keys in
            if let file = database as? SQLiteDatabase {
                return try await BackupCopy(of: file, to: to, opening, keyring).make()
            }
            return try await BackupDump(of: database, to: to, opening.configuration, keys).make()
        }
        try manifest.write(beside: to)
        let count = manifest.count
        print(
            """
            \(to): \(count.concerns) concerns, \(count.matters) matters, \(count.entries) entries \
            on \(count.chains) chains, migration \(count.schemaVersion).
            """
        )
        guard manifest.brokenLinks == 0 else {
            throw CommandRefusal.broken(links: manifest.brokenLinks)
        }
    }
}
