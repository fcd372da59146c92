/// A table in the CSV of RFC 4180, with the line on which each row begins: a finding has to name
/// it, and quoted cells may hold line breaks.
struct CSVTable: Sendable {
    let columns: [String]
    let rows: [Row]
    /// The line of a quote that is never closed.
    let openQuote: Int?

    struct Row: Sendable {
        let line: Int
        let cells: [String]
    }

    init(_ text: String) {
        var scanner = Scanner(text)
        var rows: [Row] = []
        while let row = scanner.nextRow() {
            if row.cells.count > 1 || !row.cells.allSatisfy(\.isEmpty) { rows.append(row) }
        }
        columns = (rows.first?.cells ?? []).map(\.trimmed)
        self.rows = Array(rows.dropFirst())
        openQuote = scanner.openQuote
    }

    private struct Scanner {
        private let scalars: [Unicode.Scalar]
        private var place = 0
        private var line = 1
        private(set) var openQuote: Int?

        init(_ text: String) {
            scalars = Array(text.unicodeScalars)
            if scalars.first == "\u{FEFF}" { place = 1 }
        }

        mutating func nextRow() -> Row? {
            guard place < scalars.count else { return nil }
            let start = line
            var cells: [String] = []
            while true {
                cells.append(nextCell())
                guard place < scalars.count else { break }
                let end = scalars[place]
                place += 1
                if end == "," { continue }
                if end == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
                line += 1
                break
            }
            return Row(line: start, cells: cells)
        }

        /// Stops before the comma or line break that ends the cell.
        private mutating func nextCell() -> String {
            var cell = String.UnicodeScalarView()
            guard place < scalars.count, scalars[place] == "\"" else {
                while place < scalars.count, !"\r\n,".unicodeScalars.contains(scalars[place]) {
                    cell.append(scalars[place])
                    place += 1
                }
                return String(cell)
            }
            let start = line
            place += 1
            while place < scalars.count {
                let scalar = scalars[place]
                place += 1
                if scalar == "\"" {
                    guard place < scalars.count, scalars[place] == "\"" else {
                        return String(cell) + restOfCell()
                    }
                    place += 1
                }
                if scalar == "\n" { line += 1 }
                cell.append(scalar)
            }
            openQuote = start
            return String(cell)
        }

        /// What stands between a closing quote and the comma is kept, and the row still ends.
        private mutating func restOfCell() -> String {
            var rest = String.UnicodeScalarView()
            while place < scalars.count, !"\r\n,".unicodeScalars.contains(scalars[place]) {
                rest.append(scalars[place])
                place += 1
            }
            return String(rest)
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
