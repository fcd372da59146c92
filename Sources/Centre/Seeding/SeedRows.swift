import Storage

/// Rows for one table, written many a statement.
struct SeedRows {
    private let head: String
    private let tail: String
    private let width: Int
    private var rows: [[Value]] = []

    /// As many values as one statement takes on every engine, with room to spare.
    private static let valuesAtOnce = 2_000

    init(_ table: String, _ columns: [String], onConflict tail: String = "") {
        head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
        self.tail = tail.isEmpty ? "" : " ON CONFLICT \(tail)"
        width = columns.count
    }

    mutating func add(_ values: [Value]) {
        rows.append(values)
    }

    func write(in tx: Transaction) throws {
        for part in rows.parts(of: max(1, Self.valuesAtOnce / width)) {
            try tx.run(statement(part))
        }
    }

    private func statement(_ part: ArraySlice<[Value]>) -> SQL {
        var text = SQL.StringInterpolation(
            literalCapacity: head.utf8.count,
            interpolationCount: part.count * width
        )
        text.appendLiteral(head)
        for (place, row) in part.enumerated() {
            text.appendLiteral(place == 0 ? "(" : "), (")
            for (column, value) in row.enumerated() {
                if column > 0 { text.appendLiteral(", ") }
                text.appendInterpolation(Cell(stored: value))
            }
        }
        text.appendLiteral(")\(tail)")
        return SQL(stringInterpolation: text)
    }
}

/// A value that goes into a statement as it is.
private struct Cell: Storable {
    let stored: Value
}
