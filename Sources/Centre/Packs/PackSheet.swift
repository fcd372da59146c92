import Yams

/// A mapping of a pack's YAML file, read by name.
///
/// What is missing or of another shape is noted with its line; what nobody asked for is noted at
/// the end.
final class PackSheet {
    let file: String
    let line: Int?
    let findings: Findings
    private let name: String
    private let keys: [Node]
    private let nodes: [String: Node]
    private var asked: Set<String> = []

    init(_ mapping: Node.Mapping, name: String, file: String, line: Int?, findings: Findings) {
        keys = mapping.map(\.key)
        nodes = Dictionary(
            mapping.map { ($0.key.word, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        self.name = name
        self.file = file
        self.line = mapping.mark?.line ?? line
        self.findings = findings
        for key in keys {
            guard let ground = findings.ground(against: key.word) else { continue }
            asked.insert(key.word)
            note(.forbidden, key.mark?.line, ["name": key.word, "ground": ground])
        }
    }

    func note(
        _ kind: PackFinding.Kind,
        _ line: Int? = nil,
        _ particulars: [String: String] = [:]
    ) {
        findings.note(kind, in: file, line: line ?? self.line, particulars)
    }

    /// Notes every name that was not asked for: a misspelt one would else be silently without
    /// effect.
    func noteUnknown() {
        for key in keys where !asked.contains(key.word) {
            note(.keyUnknown, key.mark?.line, ["name": place(key.word)])
        }
    }

    var names: [String] { keys.map(\.word) }

    func line(of key: String) -> Int? {
        node(key)?.mark?.line ?? line
    }

    private func node(_ key: String) -> Node? {
        asked.insert(key)
        guard let node = nodes[key] else { return nil }
        if case .scalar(let scalar) = node, scalar.style == .plain,
            ["", "~", "null"].contains(scalar.string)
        {
            return nil
        }
        return node
    }

    private func place(_ key: String) -> String {
        name.isEmpty ? key : "\(name).\(key)"
    }

    func isText(_ key: String) -> Bool { nodes[key]?.scalar != nil }

    private func noteShape(_ key: String, _ node: Node, _ wanted: String) {
        note(.shape, node.mark?.line, ["name": place(key), "wanted": wanted])
    }

    func optional(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar else {
            noteShape(key, node, "a text")
            return nil
        }
        let text = scalar.string.trimmed
        return text.isEmpty ? nil : text
    }

    func text(_ key: String) -> String {
        if let text = optional(key) { return text }
        if nodes[key]?.scalar != nil || nodes[key] == nil {
            note(.keyMissing, nodes[key]?.mark?.line, ["name": place(key)])
        }
        return ""
    }

    func number(_ key: String, from least: Int, otherwise: Int? = nil) -> Int? {
        if let otherwise, node(key) == nil { return otherwise }
        let text = text(key)
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), number >= least else {
            note(.number, line(of: key), ["name": place(key), "from": "\(least)"])
            return nil
        }
        return number
    }

    func flag(_ key: String, otherwise: Bool = false) -> Bool {
        switch optional(key) {
        case nil: return otherwise
        case "true": return true
        case "false": return false
        case let value?:
            noteValue(value, key, allowed: ["true", "false"])
            return otherwise
        }
    }

    func day(_ key: String) -> Day? {
        let text = text(key)
        guard !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            note(.day, line(of: key), ["name": place(key)])
            return nil
        }
        return day
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        as type: Choice.Type = Choice.self
    ) -> Choice? {
        let text = text(key)
        guard !text.isEmpty else { return nil }
        guard let choice = Choice(rawValue: text) else {
            noteValue(text, key, allowed: Choice.allCases.map(\.rawValue))
            return nil
        }
        return choice
    }

    /// A list of texts; one text alone is a list of one, and nothing is an empty list.
    func words(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if let scalar = node.scalar { return [scalar.string.trimmed] }
        guard let sequence = node.sequence else {
            noteShape(key, node, "a list of texts")
            return []
        }
        return sequence.compactMap { element in
            guard let scalar = element.scalar else {
                noteShape(key, element, "a list of texts")
                return nil
            }
            return scalar.string.trimmed
        }
    }

    /// A list of pairs of texts.
    func pairs(_ key: String) -> [(String, String)] {
        guard let node = node(key) else {
            note(.keyMissing, nil, ["name": place(key)])
            return []
        }
        return (node.sequence ?? [node]).compactMap { element in
            let pair = element.sequence?.compactMap { $0.scalar?.string } ?? []
            guard pair.count == 2 else {
                noteShape(key, element, "a list of pairs")
                return nil
            }
            return (pair[0], pair[1])
        }
    }

    func bilingual(_ key: String) -> Bilingual {
        guard let sheet = sheet(key) else { return Bilingual(zh: "", en: "") }
        let text = Bilingual(zh: sheet.text("zh"), en: sheet.text("en"))
        sheet.noteUnknown()
        return text
    }

    /// A name in both languages, or one text that serves for both.
    func name(_ key: String) -> Bilingual {
        if case .mapping? = nodes[key] { return bilingual(key) }
        let text = text(key)
        return Bilingual(zh: text, en: text)
    }

    func optionalName(_ key: String) -> Bilingual? {
        node(key) == nil ? nil : name(key)
    }

    func optionalSheet(_ key: String) -> PackSheet? {
        guard let node = node(key) else { return nil }
        guard case .mapping(let mapping) = node else {
            noteShape(key, node, "a mapping of names")
            return nil
        }
        return PackSheet(
            mapping,
            name: place(key),
            file: file,
            line: node.mark?.line,
            findings: findings
        )
    }

    func sheet(_ key: String) -> PackSheet? {
        let sheet = optionalSheet(key)
        if sheet == nil, nodes[key] == nil { note(.keyMissing, nil, ["name": place(key)]) }
        return sheet
    }

    func sheets(_ key: String) -> [PackSheet] {
        guard let node = node(key) else {
            note(.keyMissing, nil, ["name": place(key)])
            return []
        }
        guard let sequence = node.sequence else {
            noteShape(key, node, "a list")
            return []
        }
        return sequence.enumerated().compactMap { index, element in
            guard case .mapping(let mapping) = element else {
                noteShape(key, element, "a list of mappings")
                return nil
            }
            return PackSheet(
                mapping,
                name: "\(place(key))[\(index)]",
                file: file,
                line: element.mark?.line,
                findings: findings
            )
        }
    }

    func noteValue(_ value: String, _ key: String, allowed: [String]) {
        note(
            .value,
            line(of: key),
            [
                "name": place(key), "value": value,
                "allowed": allowed.joined(separator: ", "),
            ]
        )
    }
}

extension Node {
    /// A key as text; one that is none cannot be asked for and so is noted as unknown.
    fileprivate var word: String { scalar?.string ?? "?" }
}
