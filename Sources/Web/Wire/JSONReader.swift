/// Reads JSON (RFC 8259) strictly and in linear time.
///
/// Own code, because no library at hand tells that a name stands twice in an object or bounds the
/// depth: of two equal names most keep one without a word, and a program that keeps the other one
/// then checks a different text than was stored.
package struct JSONReader {
    package static let deepest = 32

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static func read(_ bytes: [UInt8]) throws(JSONRefusal) -> JSON {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw JSONRefusal(.notUTF8, at: 0)
        }
        var reader = JSONReader(bytes)
        reader.skipSpace()
        guard reader.index < bytes.count else { throw JSONRefusal(.missing, at: 0) }
        let value = try reader.value()
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.refusal(.textAfterEnd) }
        return value
    }

    private func refusal(_ kind: JSONRefusal.Kind) -> JSONRefusal {
        JSONRefusal(kind, at: index)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
            index += 1
        }
    }

    private mutating func value() throws(JSONRefusal) -> JSON {
        guard let byte = current else { throw refusal(.endsEarly) }
        switch byte {
        case UInt8(ascii: "{"):
            return try nested { reader throws(JSONRefusal) in try reader.object() }
        case UInt8(ascii: "["):
            return try nested { reader throws(JSONRefusal) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw refusal(.unexpected)
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONRefusal) -> JSON
    ) throws(JSONRefusal) -> JSON {
        guard depth < Self.deepest else { throw refusal(.tooDeep) }
        depth += 1
        index += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONRefusal) -> JSON {
        for byte in word.description.utf8 {
            guard let current else { throw refusal(.endsEarly) }
            guard current == byte else { throw refusal(.unexpected) }
            index += 1
        }
        return value
    }

    private mutating func array() throws(JSONRefusal) -> JSON {
        var elements: [JSON] = []
        skipSpace()
        if take("]") { return .array(elements) }
        while true {
            skipSpace()
            elements.append(try value())
            skipSpace()
            if take("]") { return .array(elements) }
            try expect(",")
        }
    }

    private mutating func object() throws(JSONRefusal) -> JSON {
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            let start = index
            guard current == UInt8(ascii: "\"") else {
                throw refusal(current == nil ? .endsEarly : .unexpected)
            }
            let name = try string()
            guard names.insert(name).inserted else { throw JSONRefusal(.nameTwice, at: start) }
            skipSpace()
            try expect(":")
            skipSpace()
            members.append(JSON.Member(name, try value()))
            skipSpace()
            if take("}") { return .object(members) }
            try expect(",")
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws(JSONRefusal) {
        guard !take(sign) else { return }
        throw refusal(current == nil ? .endsEarly : .unexpected)
    }
}

// MARK: Numbers

extension JSONReader {
    private mutating func number() throws(JSONRefusal) -> JSON {
        let start = index
        _ = take("-")
        if take("0") {
            guard !isDigit(current) else { throw refusal(.number) }
        } else {
            try digits()
        }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func digits() throws(JSONRefusal) {
        guard isDigit(current) else { throw refusal(.number) }
        while isDigit(current) { index += 1 }
    }

    private func isDigit(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

// MARK: Strings

extension JSONReader {
    private mutating func string() throws(JSONRefusal) -> String {
        index += 1
        var text: [UInt8] = []
        var start = index
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[start..<index])
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[start..<index])
                index += 1
                text.append(contentsOf: Array(String(Character(try escape())).utf8))
                start = index
            case 0..<0x20: throw refusal(.control)
            default: index += 1
            }
        }
        throw refusal(.endsEarly)
    }

    private mutating func escape() throws(JSONRefusal) -> Unicode.Scalar {
        guard let byte = current else { throw refusal(.endsEarly) }
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default:
            index -= 1
            throw refusal(.escape)
        }
    }

    private mutating func codePoint() throws(JSONRefusal) -> Unicode.Scalar {
        let start = index
        let unit = try fourHexDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xdc00, take("\\"), take("u") else {
            throw JSONRefusal(.loneSurrogate, at: start)
        }
        let low = try fourHexDigits()
        guard (0xdc00...0xdfff).contains(low),
            let scalar = Unicode.Scalar(
                0x10000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
            )
        else { throw JSONRefusal(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func fourHexDigits() throws(JSONRefusal) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw refusal(.endsEarly) }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw refusal(.escape)
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}
