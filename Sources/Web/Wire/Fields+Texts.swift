package import Centre

/// How a text may be written: in one line, or in several.
package enum TextShape: Sendable {
    case line
    case lines
}

extension Fields {
    package mutating func text(
        _ name: String,
        _ length: ClosedRange<Int>,
        _ shape: TextShape = .line
    ) throws(Fault) -> String {
        guard let text = try optionalText(name, length, shape) else { throw missing(name) }
        return text
    }

    package mutating func optionalText(
        _ name: String,
        _ length: ClosedRange<Int>,
        _ shape: TextShape = .line
    ) throws(Fault) -> String? {
        guard let value = take(name) else { return nil }
        return try Fields.text(value, at: full(name), length, shape)
    }

    package mutating func texts(
        _ name: String,
        upTo most: Int,
        _ length: ClosedRange<Int>
    ) throws -> [String] {
        try list(name, upTo: most) { value, path in try Fields.text(value, at: path, length) }
    }

    /// Like ``texts(_:upTo:_:)``, where an empty list says something else than an absent one.
    package mutating func optionalTexts(
        _ name: String,
        upTo most: Int,
        _ length: ClosedRange<Int>
    ) throws -> [String]? {
        try optionalList(name, upTo: most) { value, path in
            try Fields.text(value, at: path, length)
        }
    }

    /// A word of a closed list.
    package mutating func word<Word>(_ name: String, as kind: Word.Type) throws(Fault) -> Word
    where Word: RawRepresentable<String> & CaseIterable {
        guard let word = try optionalWord(name, as: kind) else { throw missing(name) }
        return word
    }

    package mutating func optionalWord<Word>(
        _ name: String,
        as kind: Word.Type
    ) throws(Fault) -> Word? where Word: RawRepresentable<String> & CaseIterable {
        guard let value = take(name) else { return nil }
        return try Fields.word(value, at: full(name), as: kind)
    }

    /// Words of a closed list, each at most once.
    package mutating func words<Word>(
        _ name: String,
        upTo most: Int,
        as kind: Word.Type
    ) throws -> [Word] where Word: RawRepresentable<String> & CaseIterable {
        var seen: Set<String> = []
        return try list(name, upTo: most) { value, path in
            let word = try Fields.word(value, at: path, as: kind)
            guard seen.insert(word.rawValue).inserted else { throw Fault(.twice, path) }
            return word
        }
    }

    static func word<Word>(
        _ value: JSON,
        at path: String,
        as kind: Word.Type
    ) throws(Fault) -> Word where Word: RawRepresentable<String> & CaseIterable {
        let text = try string(value, at: path)
        guard let word = Word(rawValue: text) else {
            let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(.notAllowed, path, ["allowed": allowed])
        }
        return word
    }

    static func string(_ value: JSON, at path: String) throws(Fault) -> String {
        guard case .string(let text) = value else {
            throw Fault(.wrongType, path, ["expected": "string"])
        }
        return text
    }

    /// The text as it was written, save that a line ends in one character: forms of browsers send
    /// two.
    package static func text(
        _ value: JSON,
        at path: String,
        _ length: ClosedRange<Int>,
        _ shape: TextShape = .line
    ) throws(Fault) -> String {
        var text = try string(value, at: path)
        if shape == .lines, text.unicodeScalars.contains("\r") {
            text = String(text.map { $0 == "\r\n" ? "\n" : $0 })
        }
        guard !text.unicodeScalars.contains(where: { !shape.takes($0) }) else {
            throw Fault(.control, path)
        }
        guard length.lowerBound == 0 || !text.isBlank else { throw Fault(.empty, path) }
        // One character can be a base with marks without end, so code points are bounded too.
        guard text.unicodeScalars.count <= 4 * length.upperBound, text.count <= length.upperBound
        else { throw Fault(.tooLong, path, ["most": "\(length.upperBound)"]) }
        guard text.count >= length.lowerBound else {
            throw Fault(.outOfRange, path, ["range": "\(length.lowerBound)–\(length.upperBound)"])
        }
        return text
    }
}

extension TextShape {
    /// Control characters and overrides of the writing direction can show another text than the
    /// one that is kept.
    fileprivate func takes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\t", "\u{2028}", "\u{2029}": self == .lines
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": false
        case "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": false
        case "\u{fffe}", "\u{ffff}": false
        default: true
        }
    }
}

extension String {
    /// Nothing that can be seen.
    fileprivate var isBlank: Bool {
        unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }
}
