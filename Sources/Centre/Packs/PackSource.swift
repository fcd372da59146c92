import Yams

/// The files of a pack on their way in: hands out tables and sheets, and notes what is missing.
struct PackSource {
    let findings: Findings
    private let files: [String: String]

    init(_ files: [PackFile], findings: Findings) {
        self.files = Dictionary(files.map { ($0.path, $0.content) }, uniquingKeysWith: { $1 })
        self.findings = findings
    }

    func has(_ path: String) -> Bool { files[path] != nil }

    func text(_ path: String) -> String? {
        guard let text = files[path] else {
            findings.note(.fileMissing, in: path, line: nil)
            return nil
        }
        return text
    }

    /// The rows of a table with exactly these columns, in any order.
    func rows(_ path: String, columns: [String]) -> [PackRow] {
        guard let text = text(path) else { return [] }
        let table = CSVTable(text)
        if let line = table.openQuote {
            findings.note(
                .unreadable,
                in: path,
                line: line,
                ["problem": "a quote is never closed"]
            )
            return []
        }
        checkColumns(table.columns, wanted: columns, in: path)
        let places = Dictionary(
            zip(table.columns, table.columns.indices),
            uniquingKeysWith: { first, _ in first }
        )
        return table.rows.compactMap { row in
            guard row.cells.count == table.columns.count else {
                findings.note(
                    .cellsMissing,
                    in: path,
                    line: row.line,
                    ["found": "\(row.cells.count)", "wanted": "\(table.columns.count)"]
                )
                return nil
            }
            return PackRow(
                file: path,
                line: row.line,
                cells: row.cells,
                places: places,
                findings: findings
            )
        }
    }

    private func checkColumns(_ found: [String], wanted: [String], in path: String) {
        for name in wanted where !found.contains(name) {
            findings.note(.columnMissing, in: path, line: 1, ["name": name])
        }
        for (place, name) in found.enumerated() {
            if let ground = findings.ground(against: name) {
                findings.note(.forbidden, in: path, line: 1, ["name": name, "ground": ground])
            } else if !wanted.contains(name) {
                findings.note(.columnUnknown, in: path, line: 1, ["name": name])
            } else if found[..<place].contains(name) {
                findings.note(.columnTwice, in: path, line: 1, ["name": name])
            }
        }
    }

    /// A YAML file whose top is a mapping.
    func sheet(_ path: String) -> PackSheet? {
        guard let text = text(path) else { return nil }
        do {
            guard let node = try Yams.compose(yaml: text, .basic), case .mapping(let mapping) = node
            else {
                findings.note(
                    .shape,
                    in: path,
                    line: 1,
                    ["name": path, "wanted": "a mapping of names"]
                )
                return nil
            }
            return PackSheet(mapping, name: "", file: path, line: 1, findings: findings)
        } catch let error as YamlError {
            findings.note(
                .unreadable,
                in: path,
                line: error.line,
                ["problem": error.problem]
            )
        } catch {
            findings.note(.unreadable, in: path, line: nil, ["problem": "no YAML"])
        }
        return nil
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        default: nil
        }
    }

    fileprivate var problem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping: "a name is there twice"
        default: "no YAML"
        }
    }
}
