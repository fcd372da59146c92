/// Why the centre's keys cannot be read.
///
/// Names lines and versions, never a key.
package enum KeyringRefusal: Refusal, Equatable {
    case empty
    case unreadableLine(Int)
    case notBase64(version: Int)
    case wrongLength(version: Int)
    case versionTwice(version: Int)

    package var word: String {
        switch self {
        case .empty: "keyring-empty"
        case .unreadableLine: "keyring-line-unreadable"
        case .notBase64: "keyring-not-base64"
        case .wrongLength: "keyring-key-length"
        case .versionTwice: "keyring-version-twice"
        }
    }

    package var grade: RefusalGrade { .malformed }

    package var particulars: [String: String] {
        switch self {
        case .empty: [:]
        case .unreadableLine(let line): ["line": "\(line)"]
        case .notBase64(let version), .versionTwice(let version): ["version": "\(version)"]
        case .wrongLength(let version):
            ["version": "\(version)", "bytes": "\(Keyring.keyLength)"]
        }
    }
}
