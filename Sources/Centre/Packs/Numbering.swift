/// How the centre's numbers look.
///
/// A concern's number ends in a check character, so that a number misheard on the phone is noticed
/// before the wrong file is opened.
package struct Numbering: Sendable, Equatable {
    package let prefix: String
    package let pattern: [Piece]
    package let book: [Piece]
    /// The numbers of papers that hang below a concern or matter.
    package let documents: [DocumentNumber]

    /// A pattern such as `{prefix}{yyyy}{serial:6}{check}`.
    package enum Piece: Sendable, Equatable {
        case text(String)
        case prefix
        case year
        /// Padded with zeros to this length; longer when the year was.
        case serial(Int)
        case check
    }

    /// - Returns: nil for a pattern with an unknown part, without a serial, or with the check
    ///   anywhere but at its end.
    package init?(
        prefix: String,
        pattern: String,
        series: String,
        documents: [DocumentNumber] = []
    ) {
        guard let pieces = Self.pieces(pattern), let book = Self.pieces(series),
            pieces.filter(\.isSerial).count == 1, pieces.last == .check,
            pieces.filter({ $0 == .check }).count == 1, pieces.contains(.year),
            !book.contains(where: { $0.isSerial || $0 == .check })
        else { return nil }
        self.prefix = prefix
        self.pattern = pieces
        self.book = book
        self.documents = documents
    }

    /// The name of the book the year's serials come from.
    package func series(year: Int) -> String {
        book.map { $0.text(prefix: prefix, year: year, serial: 0) }.joined()
    }

    package func number(serial: Int, year: Int) -> String {
        let body = pattern.dropLast().map { $0.text(prefix: prefix, year: year, serial: serial) }
            .joined()
        return body + Self.check(of: body)
    }

    /// The number in its own spelling, if its check character is right: blanks and small letters
    /// are the caller's.
    package func verified(_ text: String) -> String? {
        let plain = text.plainNumber
        let own = pattern.contains(.text("-")) ? text.trimmed.uppercased() : plain
        guard let last = own.last, own.hasPrefix(prefix.uppercased()) else { return nil }
        let body = String(own.dropLast())
        return Self.check(of: body) == String(last) ? prefix + own.dropFirst(prefix.count) : nil
    }

    /// Over the digits alone: the letters before them are the same in every number.
    private static func check(of body: String) -> String {
        let digits = body.filter { $0.isASCII && $0.isNumber }
        return CheckCharacter.mod11(of: digits).map(String.init) ?? ""
    }

    private static func pieces(_ pattern: String) -> [Piece]? {
        var pieces: [Piece] = []
        var rest = Substring(pattern)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}"),
                let piece = piece(rest[rest.index(after: open)..<close])
            else { return nil }
            pieces.append(piece)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    private static func piece(_ word: Substring) -> Piece? {
        let halves = word.split(separator: ":", omittingEmptySubsequences: false)
        switch halves.first {
        case "prefix" where halves.count == 1: return .prefix
        case "year" where halves.count == 1, "yyyy" where halves.count == 1: return .year
        case "check" where halves.count == 1: return .check
        case "serial" where halves.count == 1: return .serial(6)
        case "serial" where halves.count == 2:
            guard let width = Int(halves[1]), (1...12).contains(width) else { return nil }
            return .serial(width)
        default: return nil
        }
    }
}

/// How the number of one kind of paper looks, such as `{number}-受{serial:2}`.
package struct DocumentNumber: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let pattern: String
}

extension Numbering.Piece {
    fileprivate var isSerial: Bool {
        if case .serial = self { return true }
        return false
    }

    fileprivate func text(prefix: String, year: Int, serial: Int) -> String {
        switch self {
        case .text(let text): return text
        case .prefix: return prefix
        case .year: return "\(year)"
        case .serial(let width):
            let digits = "\(serial)"
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        case .check: return ""
        }
    }
}
