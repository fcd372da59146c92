package import Storage

/// Who or what is meant, as a UUIDv7 (RFC 9562): made here, sorted by the time it was made.
///
/// `ID<Matter>` and `ID<Officer>` are different types and cannot be mixed up.
package struct ID<Subject>: Hashable, Sendable {
    /// The first and the last eight bytes: two numbers are compared and copied faster than a list.
    private let high: UInt64
    private let low: UInt64

    package init(bytes: [UInt8]) throws {
        guard bytes.count == 16 else { throw StorageError.unreadable("an id of other length") }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Sixteen bytes in network order.
    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
            for place in 0..<8 {
                let shift = UInt64(56 - 8 * place)
                bytes[place] = UInt8(truncatingIfNeeded: high >> shift)
                bytes[place + 8] = UInt8(truncatingIfNeeded: low >> shift)
            }
            count = 16
        }
    }

    /// Forty-eight bits of milliseconds, the version, and seventy-four random bits.
    package init(at moment: Moment, random: some RandomNumberGenerator) {
        var random = random
        let time = UInt64(clamping: moment.milliseconds)
        high = (time << 16) | 0x7000 | (random.next() & 0x0fff)
        low = (random.next() & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000
    }
}

extension ID: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
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
        high = nibbles[..<16].reduce(0) { $0 << 4 | UInt64($1) }
        low = nibbles[16...].reduce(0) { $0 << 4 | UInt64($1) }
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
