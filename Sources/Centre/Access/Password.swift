import Crypto
import CryptoExtras
import Foundation

/// How much work one guess costs: scrypt (RFC 7914) with 128 · N · r bytes of memory.
package struct PasswordCost: Sendable, Equatable {
    /// A power of two.
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 32 MiB and about a tenth of a second.
    package static let usual = PasswordCost(rounds: 1 << 15)
}

/// A password as it is kept, written `scrypt$N$r$p$salt$hash`: what it cost stays with it, so
/// that the cost can rise without locking anybody out.
package struct PasswordHash: Sendable, Equatable {
    package let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    static let saltLength = 16
    static let hashLength = 32

    /// Slow on purpose: computed in the ``PasswordRoom`` only.
    init(of password: String, cost: PasswordCost, salt: [UInt8]) throws {
        let key = try KDF.Scrypt.deriveKey(
            from: Self.signs(of: password),
            salt: salt,
            outputByteCount: Self.hashLength,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism
        )
        self.cost = cost
        self.salt = salt
        hash = key.withUnsafeBytes { Array($0) }
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// What an unknown login is compared with, so that it takes as long as a known one.
    ///
    /// No password leads to it.
    static func decoy(cost: PasswordCost) -> PasswordHash {
        PasswordHash(
            cost: cost,
            salt: Array(repeating: 0, count: saltLength),
            hash: Array(repeating: 0, count: hashLength)
        )
    }

    func matches(_ password: String) throws -> Bool {
        let given = try PasswordHash(of: password, cost: cost, salt: salt)
        return equalInConstantTime(given.hash, hash)
    }

    /// The same characters typed on another keyboard are the same password (NFKC).
    private static func signs(of password: String) -> [UInt8] {
        Array(password.precomposedStringWithCompatibilityMapping.utf8)
    }
}

extension PasswordHash {
    package var text: String {
        let numbers = "\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)"
        return "scrypt$\(numbers)$\(base64URL(salt))$\(base64URL(hash))"
    }

    /// - Returns: nil for a text that is none of ours, or would cost more than a sign-in may.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt",
            let rounds = Int(parts[1]), (2...(1 << 18)).contains(rounds),
            rounds.nonzeroBitCount == 1,
            let blockSize = Int(parts[2]), (1...16).contains(blockSize),
            let parallelism = Int(parts[3]), (1...4).contains(parallelism),
            let salt = bytes(base64URL: parts[4]), salt.count == Self.saltLength,
            let hash = bytes(base64URL: parts[5]), hash.count == Self.hashLength
        else { return nil }
        cost = PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.hash = hash
    }
}
