import Crypto
import Foundation

/// AES-GCM over bytes: nonce, ciphertext and tag as one box, the purpose authenticated.
enum Sealing {
    static func seal(
        _ content: [UInt8],
        with key: SymmetricKey,
        as purpose: String
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(content, using: key, authenticating: Array(purpose.utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    static func open(_ box: [UInt8], with key: SymmetricKey, as purpose: String) throws -> [UInt8] {
        do {
            let sealed = try AES.GCM.SealedBox(combined: box)
            return Array(try AES.GCM.open(sealed, using: key, authenticating: Array(purpose.utf8)))
        } catch is CryptoKitError {
            throw VaultError.doesNotOpen
        }
    }

    static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw VaultError.doesNotOpen
        }
        return text
    }
}
