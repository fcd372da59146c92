import Crypto

/// A vault's key, locked with the centre's key of that version: the columns `key_box` and
/// `key_version`.
package struct LockedVault: Sendable, Equatable {
    package let box: [UInt8]
    package let version: Int

    package init(box: [UInt8], version: Int) {
        self.box = box
        self.version = version
    }
}

/// The sealed words of one person or one matter, opened.
///
/// What is sealed for one purpose cannot be read for another, so boxes moved to other columns do
/// not open.
package struct Vault: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) {
        self.key = key
    }

    package func seal(_ text: String, as purpose: String) throws -> [UInt8] {
        try Sealing.seal(Array(text.utf8), with: key, as: purpose)
    }

    package func open(_ box: [UInt8], as purpose: String) throws -> String {
        try Sealing.text(try Sealing.open(box, with: key, as: purpose))
    }

    package func seal(_ bytes: [UInt8], as purpose: String) throws -> [UInt8] {
        try Sealing.seal(bytes, with: key, as: purpose)
    }

    package func open(bytes box: [UInt8], as purpose: String) throws -> [UInt8] {
        try Sealing.open(box, with: key, as: purpose)
    }
}

extension Vault: CustomStringConvertible, CustomReflectable {
    package var description: String { "vault" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A box did not open.
///
/// Says nothing of what is inside.
package enum VaultError: Error, Equatable {
    /// The keyring has no key of this version.
    case keyMissing(version: Int)
    /// Another key, another purpose, or the box was changed.
    case doesNotOpen
}
