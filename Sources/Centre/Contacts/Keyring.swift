import Crypto
import Foundation

/// The centre's keys by version.
///
/// They come from a file or the environment and are never in the store; the first line is the one
/// that new vaults are locked with.
package struct Keyring: Sendable {
    package let current: Int
    private let keys: [Int: SymmetricKey]

    package static let keyLength = 32

    /// Reads one key a line, `2:BASE64`; empty lines and lines that begin with `#` say nothing.
    package init(text: String) throws(KeyringRefusal) {
        var keys: [Int: SymmetricKey] = [:]
        var first: Int?
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let line = raw.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let (version, key) = try Self.key(line: line, number: index + 1)
            guard keys[version] == nil else { throw .versionTwice(version: version) }
            keys[version] = SymmetricKey(data: key)
            first = first ?? version
        }
        guard let first else { throw .empty }
        current = first
        self.keys = keys
    }

    package var versions: [Int] { keys.keys.sorted() }

    private static func key(
        line: String,
        number: Int
    ) throws(KeyringRefusal) -> (version: Int, key: Data) {
        let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let version = Int(halves[0]), version > 0 else {
            throw .unreadableLine(number)
        }
        guard let key = Data(base64Encoded: String(halves[1])) else {
            throw .notBase64(version: version)
        }
        guard key.count == keyLength else { throw .wrongLength(version: version) }
        return (version, key)
    }
}

extension Keyring {
    /// A line with a new key, to be put before the others.
    package static func newLine(version: Int, world: World) -> String {
        "\(version):\(Data(world.random(keyLength)).base64EncodedString())"
    }

    /// The line that takes over from the current key.
    package func successorLine(world: World) -> String {
        Self.newLine(version: (versions.last ?? 0) + 1, world: world)
    }
}

extension Keyring {
    package func newVault(world: World) throws -> LockedVault {
        try lock(world.random(Self.keyLength), as: Self.vaultPurpose)
    }

    package func open(_ locked: LockedVault) throws -> Vault {
        Vault(key: SymmetricKey(data: try unlock(locked, as: Self.vaultPurpose)))
    }

    /// The same vault under the current key; what is in it stays as it is.
    package func relock(_ locked: LockedVault) throws -> LockedVault {
        try relock(locked, as: Self.vaultPurpose)
    }

    private static let vaultPurpose = "vault"

    func lock(_ key: [UInt8], as purpose: String) throws -> LockedVault {
        let box = try Sealing.seal(
            key,
            with: try centreKey(current),
            as: Self.name(purpose, version: current)
        )
        return LockedVault(box: box, version: current)
    }

    func unlock(_ locked: LockedVault, as purpose: String) throws -> [UInt8] {
        try Sealing.open(
            locked.box,
            with: try centreKey(locked.version),
            as: Self.name(purpose, version: locked.version)
        )
    }

    func relock(_ locked: LockedVault, as purpose: String) throws -> LockedVault {
        try lock(try unlock(locked, as: purpose), as: purpose)
    }

    private func centreKey(_ version: Int) throws -> SymmetricKey {
        guard let key = keys[version] else { throw VaultError.keyMissing(version: version) }
        return key
    }

    private static func name(_ purpose: String, version: Int) -> String {
        "maplebridge.\(purpose)/\(version)"
    }
}

/// Says how many keys there are and nothing about them.
extension Keyring: CustomStringConvertible, CustomReflectable {
    package var description: String { "keyring of \(keys.count), current \(current)" }
    package var customMirror: Mirror { Mirror(self, children: ["current": current]) }
}
