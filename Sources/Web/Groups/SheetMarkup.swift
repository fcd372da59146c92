/// The XML of a worksheet as a run of tags and texts: what SpreadsheetML needs and no more.
///
/// A document type is refused, so that no entity can be made up.
struct SheetMarkup {
    enum Piece {
        case open(String, [String: String], isEmpty: Bool)
        case close(String)
        case text(String)
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() throws -> Piece? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else { return .text(try run(to: "<")) }
            place += 1
            let tag = try run(to: ">", isRaw: true)
            place += 1
            if tag.hasPrefix("?") || tag.hasPrefix("!--") { continue }
            guard !tag.hasPrefix("!") else { throw ZipFile.Unreadable() }
            return try SheetMarkup.piece(tag)
        }
        return nil
    }

    private mutating func run(to end: Unicode.Scalar, isRaw: Bool = false) throws -> String {
        let stop = UInt8(ascii: end)
        let start = place
        while place < bytes.count, bytes[place] != stop { place += 1 }
        guard place < bytes.count || !isRaw else { throw ZipFile.Unreadable() }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        return isRaw ? text : try SheetMarkup.plain(text)
    }

    private static func piece(_ tag: String) throws -> Piece {
        if tag.hasPrefix("/") { return .close(local(String(tag.dropFirst()))) }
        let isEmpty = tag.hasSuffix("/")
        let body = isEmpty ? tag.dropLast() : tag[...]
        let name = body.prefix { !$0.isWhitespace }
        var attributes: [String: String] = [:]
        var rest = body.dropFirst(name.count)
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].filter { !$0.isWhitespace }
            let after = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
            guard let quote = after.first, quote == "\"" || quote == "'" else { break }
            let value = after.dropFirst().prefix { $0 != quote }
            attributes[key] = try plain(String(value))
            rest = after.dropFirst(value.count + 2)
        }
        return .open(local(String(name)), attributes, isEmpty: isEmpty)
    }

    /// Without the prefix of a name space.
    private static func local(_ name: String) -> String {
        let plain = name.filter { !$0.isWhitespace }
        return plain.split(separator: ":").last.map(String.init) ?? plain
    }

    private static let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    private static func plain(_ text: String) throws -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var plain = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            plain += rest[..<sign]
            guard let end = rest[sign...].firstIndex(of: ";") else { throw ZipFile.Unreadable() }
            plain += try character(String(rest[rest.index(after: sign)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }

    private static func character(_ name: String) throws -> String {
        if let known = named[name] { return known }
        let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
        guard name.hasPrefix("#"),
            let code = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
            let scalar = Unicode.Scalar(code)
        else { throw ZipFile.Unreadable() }
        return String(Character(scalar))
    }
}
