import Centre
import Foundation

/// Where the centre's key comes from: a file, or the environment, and never the database.
enum ContactKeySource {
    case text(String)
    case file(String)
    /// The demo makes a key of its own where none is given.
    case madeForDemo(file: String)

    init(_ layers: ConfigurationLayers, isDemo: Bool, directory: String) throws {
        switch (layers.value(of: .contactKey), layers.value(of: .contactKeyFile)) {
        case (_?, _?): throw ConfigurationRefusal.contactKeyTwice
        case (let text?, nil): self = .text(text)
        case (nil, let path?): self = .file(path)
        case (nil, nil) where isDemo: self = .madeForDemo(file: "\(directory)/contact.key")
        case (nil, nil): throw ConfigurationRefusal.contactKeyMissing
        }
    }

    func keyring() throws -> Keyring {
        try Keyring(text: read())
    }

    /// The key as it is written: one line a version, `2:BASE64`, the current one first.
    private func read() throws -> String {
        switch self {
        case .text(let text): return text
        case .file(let path): return try Self.read(path)
        case .madeForDemo(let path):
            if !FileManager.default.fileExists(atPath: path) { try Self.make(at: path) }
            return try Self.read(path)
        }
    }

    private static func read(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationRefusal.contactKeyUnreadable(path)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o007 == 0 else {
            throw ConfigurationRefusal.contactKeyOpenToOthers(path)
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func make(at path: String) throws {
        let isMade = FileManager.default.createFile(
            atPath: path,
            contents: Data("\(Keyring.newLine(version: 1, world: .real))\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw ConfigurationRefusal.contactKeyUnreadable(path) }
    }
}
