/// One row of a pack's table, read by column; what cannot be taken is noted with its line.
struct PackRow {
    let file: String
    let line: Int
    let cells: [String]
    let places: [String: Int]
    let findings: Findings

    func note(_ kind: PackFinding.Kind, _ particulars: [String: String] = [:]) {
        findings.note(kind, in: file, line: line, particulars)
    }

    func optional(_ column: String) -> String? {
        guard let place = places[column], cells.indices.contains(place) else { return nil }
        let cell = cells[place].trimmed
        return cell.isEmpty ? nil : cell
    }

    func text(_ column: String) -> String {
        guard let text = optional(column) else {
            if places[column] != nil { note(.empty, ["name": column]) }
            return ""
        }
        return text
    }

    func bilingual(_ zh: String = "name", _ en: String = "nameEn") -> Bilingual {
        Bilingual(zh: text(zh), en: text(en))
    }

    func words(_ column: String) -> [String] {
        (optional(column) ?? "").split(separator: "|").map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    func flag(_ column: String) -> Bool {
        switch optional(column)?.lowercased() {
        case nil, "false", "no", "0": return false
        case "true", "yes", "1": return true
        default:
            noteValue(optional(column) ?? "", column, allowed: ["true", "false"])
            return false
        }
    }

    func number(_ column: String, from least: Int) -> Int? {
        guard let number = Int(text(column)), number >= least else {
            note(.number, ["name": column, "from": "\(least)"])
            return nil
        }
        return number
    }

    func day(_ column: String) -> Day? {
        guard let day = Day(text(column)) else {
            note(.day, ["name": column])
            return nil
        }
        return day
    }

    func optionalDay(_ column: String) -> Day? {
        optional(column) == nil ? nil : day(column)
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ column: String,
        as type: Choice.Type = Choice.self
    ) -> Choice? {
        let value = text(column)
        guard !value.isEmpty else { return nil }
        guard let choice = Choice(rawValue: value) else {
            noteValue(value, column, allowed: Choice.allCases.map(\.rawValue))
            return nil
        }
        return choice
    }

    func noteValue(_ value: String, _ column: String, allowed: [String]) {
        note(
            .value,
            ["name": column, "value": value, "allowed": allowed.joined(separator: ", ")]
        )
    }
}
