import Crypto
package import Storage

/// The keys of the house itself: one for the equality index, one for the seals of chain ends, one
/// for kept answers and officers' second factors.
///
/// The store holds them locked.
package struct HouseKeys: Sendable {
    private let index: SymmetricKey
    private let seal: SymmetricKey
    private let answers: SymmetricKey

    enum Purpose: String, Storable, CaseIterable {
        case index
        case seal
        case answers

        var name: String { "house.\(rawValue)" }
    }

    /// Opens the house's keys, and makes those that are missing: all of them at the first start.
    package static func load(
        keyring: Keyring,
        world: World,
        in tx: Transaction
    ) throws -> HouseKeys {
        var opened: [Purpose: [UInt8]] = [:]
        for (purpose, locked) in try HouseKeyRecords.all(in: tx) {
            opened[purpose] = try keyring.unlock(locked, as: purpose.name)
        }
        for purpose in Purpose.allCases where opened[purpose] == nil {
            let key = world.random(Keyring.keyLength)
            opened[purpose] = key
            try HouseKeyRecords.add(try keyring.lock(key, as: purpose.name), for: purpose, in: tx)
        }
        return HouseKeys { opened[$0] ?? [] }
    }

    private init(_ key: (Purpose) -> [UInt8]) {
        index = SymmetricKey(data: key(.index))
        seal = SymmetricKey(data: key(.seal))
        answers = SymmetricKey(data: key(.answers))
    }
}

extension HouseKeys {
    /// A keyed hash for equality search: without the key it tells nothing.
    package func mark(_ text: String, kind: String) -> [UInt8] {
        Array(indexHash(text, kind: kind).prefix(16))
    }

    /// The marks of a title's words, for finding a matter by them.
    package func wordMarks(of title: String) -> [Int64] {
        TitleWords(title).runs.map { run in
            let bytes = indexHash(run, kind: "word").prefix(8)
            return Int64(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    /// The keyed seal of a chain's end.
    func seal(of content: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: content, using: seal))
    }

    func seals(_ code: [UInt8], _ content: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: seal)
    }

    package func sealAnswer(_ text: String, as purpose: String = "answer") throws -> [UInt8] {
        try Sealing.seal(Array(text.utf8), with: answers, as: purpose)
    }

    package func openAnswer(_ box: [UInt8], as purpose: String = "answer") throws -> String {
        try Sealing.text(try Sealing.open(box, with: answers, as: purpose))
    }

    private func indexHash(_ text: String, kind: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array("\(kind)\u{0}\(text)".utf8), using: index)
    }
}

extension HouseKeys: CustomStringConvertible, CustomReflectable {
    package var description: String { "house keys" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
