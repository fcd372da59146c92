import Crypto

/// A foreign file as rows that say something of a concern.
package struct ImportSheet: Sendable {
    package let rows: [ImportRow]
    /// Of the file and the map it was read with.
    let digest: String

    /// - Parameter text: CSV (RFC 4180) with a heading.
    package init(_ text: String, map: ImportMap = .usual) throws(ImportRefusal) {
        let table = CSVTable(text)
        if let line = table.openQuote { throw .quoteOpen(line: line) }
        guard !table.rows.isEmpty else { throw .noRows }
        var places: [ImportMap.Field: Int] = [:]
        for field in ImportMap.Field.allCases {
            guard let column = map.columns[field] else { continue }
            guard let place = table.columns.firstIndex(of: column) else {
                throw .columnMissing(column)
            }
            places[field] = place
        }
        let width = table.columns.count
        rows = table.rows.enumerated().map { place, row in
            ImportRow(
                // As a spreadsheet counts, where the heading is row 1.
                number: place + 2,
                line: row.line,
                cells: row.cells.count == width ? places.mapValues { row.cells[$0] } : nil,
                width: (found: row.cells.count, wanted: width)
            )
        }
        var hash = SHA256()
        for part in [map.text, text] {
            hash.update(data: Array("\(part.utf8.count):".utf8))
            hash.update(data: Array(part.utf8))
        }
        digest = hash.finalize().map { twoHexDigits($0) }.joined()
    }
}

/// One row of the file.
package struct ImportRow: Sendable {
    package let number: Int
    /// Where it begins in the file; a cell may hold line breaks.
    package let line: Int
    /// What the mapped cells say; nil when the row does not fit the heading.
    let cells: [ImportMap.Field: String]?
    let width: (found: Int, wanted: Int)
}

/// What all rows of an import have in common.
package struct ImportSettings: Sendable, Equatable {
    package var kind = Concern.Kind.other
    /// The code of the area the concerns are from.
    package var area: String?
    /// How the centre calls the import.
    package var name: String

    package init(name: String) {
        self.name = name
    }

    var text: String { "\(kind.rawValue)/\(area ?? "")" }
}
