import Storage

/// An entry's facts as the text that is stored and hashed: compact JSON, keys in order.
enum Facts {
    static func text(_ facts: [String: String]) -> String {
        var text = "{"
        for (index, fact) in facts.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { text += "," }
            quote(fact.key, onto: &text)
            text += ":"
            quote(fact.value, onto: &text)
        }
        text += "}"
        return text
    }

    /// Reads what ``text(_:)`` wrote and nothing else: every write reads whole chains, and a reader
    /// of all JSON takes ten times as long.
    static func read(_ text: String) throws -> [String: String] {
        var text = text
        return try text.withUTF8 { bytes in
            var reading = FactsReading(bytes)
            return try reading.facts()
        }
    }

    private static func quote(_ word: String, onto text: inout String) {
        text += "\""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{0}"..."\u{1f}": text += "\\u00\(twoHexDigits(UInt8(scalar.value)))"
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

/// A walk through the text of one entry's facts.
private struct FactsReading {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func facts() throws -> [String: String] {
        var facts: [String: String] = [:]
        try take("{")
        while next != UInt8(ascii: "}") {
            if !facts.isEmpty { try take(",") }
            let key = try word()
            try take(":")
            facts[key] = try word()
        }
        try take("}")
        guard place == bytes.count else { throw unreadable }
        return facts
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private var unreadable: StorageError { .unreadable("facts that are not words by name") }

    private mutating func take(_ sign: Unicode.Scalar) throws {
        guard next == UInt8(ascii: sign) else { throw unreadable }
        place += 1
    }

    private mutating func word() throws -> String {
        try take("\"")
        var word: [UInt8] = []
        while let byte = next, byte != UInt8(ascii: "\"") {
            place += 1
            word.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
        }
        try take("\"")
        return String(decoding: word, as: UTF8.self)
    }

    /// After the backslash: a quote, a backslash, or a control character as `u00` and two digits.
    private mutating func escaped() throws -> UInt8 {
        guard let sign = next else { throw unreadable }
        place += 1
        guard sign == UInt8(ascii: "u") else { return sign }
        guard place + 4 <= bytes.count else { throw unreadable }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        guard let code = UInt8(digits, radix: 16) else { throw unreadable }
        place += 4
        return code
    }
}
