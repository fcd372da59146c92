package import Storage

/// Who or what is meant, as a UUIDv7 (RFC 9562): made here, sorted by the time it was made.
///
/// `ID<Matter>` and `ID<Officer>` are different types and cannot be mixed up.
package struct ID<Subject>: Hashable, Sendable {
    /// Sixteen bytes in network order.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) throws {
        guard bytes.count == 16 else { throw StorageError.unreadable("an id of other length") }
        self.bytes = bytes
    }

    /// Forty-eight bits of milliseconds, the version, and seventy-four random bits.
    package init(at moment: Moment, random: some RandomNumberGenerator) {
        var random = random
        let time = UInt64(clamping: moment.milliseconds)
        let high = (time << 16) | 0x7000 | (random.next() & 0x0fff)
        let low = (random.next() & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for word in [high, low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        self.bytes = bytes
    }
}

extension ID: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension ID: Storable {
    package var stored: Value { .bytes(bytes) }
    package init(stored: Value) throws {
        try self.init(bytes: [UInt8](stored: stored))
    }
}

extension ID: LosslessStringConvertible {
    private static var digits: [UInt8] { Array("0123456789abcdef".utf8) }

    /// The usual 36 characters with four dashes.
    package var description: String {
        let digits = Self.digits
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    package init?(_ description: String) {
        let text = Array(description.utf8)
        guard text.count == 36 else { return nil }
        var nibbles: [UInt8] = []
        for (index, byte) in text.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
                nibbles.append(UInt8(digit))
            }
        }
        bytes = stride(from: 0, to: 32, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = ID(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
