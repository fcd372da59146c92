package import Centre
package import Hummingbird

/// The parameters of a list call, read like ``Fields``: each by name, the rest refused.
package struct Query {
    private var unread: [String: String] = [:]
    private let order: [String]

    package init(_ request: Request) throws {
        var order: [String] = []
        for part in (request.uri.query ?? "").split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Query.decoded(halves[0])
            guard unread[name] == nil else { throw Fault(.twice, name) }
            unread[name] = try Query.decoded(halves.count == 2 ? halves[1] : "")
            order.append(name)
        }
        self.order = order
    }

    /// Percent-encoding with `+` for a space, as forms and most libraries write it.
    static func decoded(_ text: Substring) throws -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { throw WebRefusal.malformed }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else {
            throw WebRefusal.malformed
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }

    /// Refuses the first parameter that was not read.
    package func nothingElse() throws(Fault) {
        guard let name = order.first(where: { unread[$0] != nil }) else { return }
        throw Fault(.unknown, String(name.prefix(50)))
    }

    mutating func drop(_ names: Set<String>) {
        for name in names { unread[name] = nil }
    }

    package mutating func text(_ name: String, _ length: ClosedRange<Int>) throws(Fault) -> String?
    {
        guard let text = unread.removeValue(forKey: name) else { return nil }
        return try Fields.text(.string(text), at: name, length)
    }

    package mutating func word<Word>(_ name: String, as kind: Word.Type) throws(Fault) -> Word?
    where Word: RawRepresentable<String> & CaseIterable {
        guard let text = unread.removeValue(forKey: name) else { return nil }
        return try Fields.word(.string(text), at: name, as: kind)
    }

    package mutating func flag(_ name: String) throws(Fault) -> Bool? {
        switch unread.removeValue(forKey: name) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw Fault(.notAllowed, name, ["allowed": "true, false"])
        }
    }

    package mutating func day(_ name: String) throws(Fault) -> Day? {
        try read(name, "date") { Day($0) }
    }

    package mutating func id<Subject>(
        _ name: String,
        of subject: Subject.Type = Subject.self
    ) throws(Fault) -> ID<Subject>? {
        try read(name, "uuid") { ID<Subject>($0) }
    }

    /// How many lines the page may have.
    package mutating func limit(usual: Int = 50) throws(Fault) -> Int {
        guard let text = unread.removeValue(forKey: "limit") else { return usual }
        guard text.isDigits, text.utf8.count <= 3, let limit = Int(text),
            (1...200).contains(limit)
        else { throw Fault(.outOfRange, "limit", ["range": "1–200"]) }
        return limit
    }

    /// After which line the page begins.
    package mutating func cursor(of list: String) throws -> Cursor? {
        guard let text = unread.removeValue(forKey: "after") else { return nil }
        guard let cursor = Cursor(text, of: list) else { throw WebRefusal.cursorUnreadable }
        return cursor
    }

    private mutating func read<Thing>(
        _ name: String,
        _ format: String,
        _ read: (String) -> Thing?
    ) throws(Fault) -> Thing? {
        guard let text = unread.removeValue(forKey: name) else { return nil }
        guard let thing = read(text) else { throw Fault(.impossible, name, ["format": format]) }
        return thing
    }
}
