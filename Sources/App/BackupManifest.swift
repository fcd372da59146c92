import Centre
import Crypto
import Foundation

/// What stands beside a backup: what the restored store has to be.
struct BackupManifest: Codable, Equatable {
    enum Kind: String, Codable {
        /// A copy of the store's file.
        case sqlite
        /// A dump of the database in pg_dump's custom format.
        case postgres
    }

    let format: String
    let madeAt: String
    let kind: Kind
    let count: StoreCount
    /// How many links of the timeline were broken already when the backup was made.
    let brokenLinks: Int
    /// SHA-256 of the backup.
    let digest: String

    static let format = "maplebridge.backup/1"

    init(_ kind: Kind, of path: String, count: StoreCount, brokenLinks: Int) throws {
        format = Self.format
        madeAt = World.real.now().text()
        self.kind = kind
        self.count = count
        self.brokenLinks = brokenLinks
        digest = try Self.digest(of: path)
    }

    static func path(of backup: String) -> String { backup + ".manifest.json" }

    func write(beside backup: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let data = try encoder.encode(self) + Data("\n".utf8)
        try data.write(to: URL(filePath: Self.path(of: backup)), options: .atomic)
    }

    static func read(beside backup: String) throws -> BackupManifest {
        let path = path(of: backup)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandRefusal.manifestMissing(path)
        }
        do {
            let manifest = try JSONDecoder().decode(BackupManifest.self, from: data)
            guard manifest.format == format else { throw CommandRefusal.manifestMalformed(path) }
            return manifest
        } catch is DecodingError {
            throw CommandRefusal.manifestMalformed(path)
        }
    }

    /// Read in pieces: a backup may be larger than memory.
    static func digest(of path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw CommandRefusal.fileMissing(path)
        }
        defer { file.closeFile() }
        var hash = SHA256()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            hash.update(data: piece)
        }
        let digits = hash.finalize().map { byte in
            String(repeating: "0", count: byte < 16 ? 1 : 0) + String(byte, radix: 16)
        }
        return "sha256:" + digits.joined()
    }
}
