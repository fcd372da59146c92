/// Checks a paper's text before anybody prints it: that it names only what the paper knows and
/// everything it has to tell, and that its tags are those of a paper.
///
/// A renderer leaves out what it does not know without a word, so that a misspelt name would
/// silently be a hole in a letter.
struct DocumentCheck {
    private let file: String
    private let fields: Document.Fields
    private let extra: Set<String>
    private let findings: Findings
    private var open: [(name: String, line: Int)] = []
    private var used: Set<String> = []

    /// - Parameter extra: further names that are known, such as the town's legal routes.
    init(_ kind: Document.Kind, in file: String, extra: Set<String>, findings: Findings) {
        self.file = file
        self.extra = extra
        self.findings = findings
        fields = kind.fields
    }

    mutating func check(_ text: String) {
        var line = 1
        var rest = Substring(text)
        while let sign = rest.firstIndex(where: { $0 == "{" || $0 == "<" || $0.isNewline }) {
            let from = rest[sign...]
            if from.hasPrefix("{{") {
                rest = place(in: from, &line)
            } else if from.first == "<" {
                rest = tag(in: from, &line)
            } else {
                if from.first?.isNewline == true { line += 1 }
                rest = from.dropFirst()
            }
        }
        for section in open { note(.unreadable, section.line, Self.unclosed(section.name)) }
        for name in fields.needed.subtracting(used).sorted() {
            note(.keyMissing, 1, ["name": name])
        }
    }

    private func note(_ kind: PackFinding.Kind, _ line: Int, _ particulars: [String: String]) {
        findings.note(kind, in: file, line: line, particulars)
    }

    private static func unclosed(_ name: String) -> [String: String] {
        ["problem": "the part '\(name)' is never closed"]
    }
}

// MARK: Places to fill

extension DocumentCheck {
    private mutating func place(in text: Substring, _ line: inout Int) -> Substring {
        guard let end = text.firstRange(of: "}}") else {
            note(.unreadable, line, ["problem": "'{{' is never closed"])
            return text.dropFirst(text.count)
        }
        let inside = text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound]
        let name = String(inside.drop { "#^/".contains($0) }).trimmed
        switch inside.first {
        case "#", "^":
            know(name, isSection: true, at: line)
            open.append((name, line))
        case "/": close(name, at: line)
        case let sign? where sign.isLetter || sign.isWhitespace:
            know(name, isSection: false, at: line)
        default:
            // What is not escaped or comes from elsewhere has no place in a letter.
            let allowed = "{{name}}, {{#name}}, {{^name}}, {{/name}}"
            note(.value, line, ["value": "{{\(inside)}}", "name": "text", "allowed": allowed])
        }
        line += inside.count(where: \.isNewline)
        return text[end.upperBound...]
    }

    private mutating func close(_ name: String, at line: Int) {
        guard let last = open.popLast() else {
            return note(.unreadable, line, ["problem": "'\(name)' is closed and was not open"])
        }
        if last.name != name { note(.unreadable, line, Self.unclosed(last.name)) }
    }

    private mutating func know(_ name: String, isSection: Bool, at line: Int) {
        for section in open.reversed() where fields.known[section.name]?.contains(name) == true {
            used.insert("\(section.name).\(name)")
            return
        }
        guard let inside = fields.known[name] else {
            if isSection, extra.contains(name) { return }
            return note(.codeUnknown, line, ["kind": "field", "code": name])
        }
        if !inside.isEmpty, !isSection {
            return note(.shape, line, ["name": name, "wanted": "a part, {{#\(name)}}"])
        }
        used.insert(name)
    }
}

// MARK: Tags

extension DocumentCheck {
    private static let tags: Set<String> = [
        "h1", "h2", "p", "br", "strong", "em", "small", "span", "div", "section", "ol", "ul", "li",
        "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td",
    ]

    /// How a paper looks is the stylesheet's, so that a tag has at most a class.
    private func tag(in text: Substring, _ line: inout Int) -> Substring {
        let inside = text.dropFirst().prefix { $0 != ">" && $0 != "<" }
        let rest = text.dropFirst(inside.count + 1)
        let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        let more = inside.drop { $0 == "/" }.dropFirst(name.count)
        let isClosed = rest.first == ">"
        if !isClosed || !Self.tags.contains(String(name)) || !Self.isPlain(more) {
            let allowed = Self.tags.sorted().joined(separator: ", ") + "; class"
            let found = String(inside.prefix(40))
            note(.value, line, ["value": "<\(found)>", "name": "text", "allowed": allowed])
        }
        line += inside.count(where: \.isNewline)
        return isClosed ? rest.dropFirst() : rest
    }

    private static func isPlain(_ attributes: Substring) -> Bool {
        if attributes.isEmpty { return true }
        guard attributes.hasPrefix(" class=\""), attributes.hasSuffix("\"") else { return false }
        let classes = attributes.dropFirst(8).dropLast()
        return classes.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == " ") }
    }
}
