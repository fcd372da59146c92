import Crypto
import Foundation

/// What an officer's program shows with each call: 32 random bytes behind a prefix by which a
/// token that leaks into a text is recognised.
struct BearerToken: Sendable {
    let text: String

    static let prefix = "mb_"
    static let length = 32

    init(random: [UInt8]) {
        text = Self.prefix + base64URL(random)
    }

    /// - Returns: nil for what cannot be a token; nothing is asked of the store then.
    init?(text: String) {
        guard text.hasPrefix(Self.prefix), text.utf8.count == 46,
            let bytes = bytes(base64URL: String(text.dropFirst(Self.prefix.count))),
            bytes.count == Self.length
        else { return nil }
        self.text = text
    }

    /// The token has 256 random bits, so a quick hash keeps it as well as a slow one.
    var hash: [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }
}

/// RFC 4648 section 5, without padding.
func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
        .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
}

/// - Returns: nil unless the text is exactly what ``base64URL(_:)`` writes.
func bytes(base64URL text: String) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: plain + padding) else { return nil }
    let bytes = Array(data)
    return base64URL(bytes) == text ? bytes : nil
}

/// Takes the same time wherever the two differ.
func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
