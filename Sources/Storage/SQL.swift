/// A statement with its values, written as an interpolated literal: text is text, every
/// `\(value)` is bound, and a `\(sql)` is spliced in with its own values.
///
///     let late: SQL = "SELECT id FROM matters WHERE due_at < \(now) LIMIT \(limit)"
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package private(set) var pieces: [Piece]

    package enum Piece: Sendable {
        case text(String)
        case value(Value)
    }

    package init(stringLiteral text: String) {
        pieces = [.text(text)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            pieces.append(.text(literal))
        }

        package mutating func appendInterpolation(_ value: some Storable) {
            pieces.append(.value(value.stored))
        }

        package mutating func appendInterpolation<Column: Storable>(_ value: Column?) {
            pieces.append(.value(value.stored))
        }

        package mutating func appendInterpolation(_ sql: SQL) {
            pieces.append(contentsOf: sql.pieces)
        }

        /// The values of an `IN` list, bound one by one.
        ///
        /// An empty list reads as `(NULL)`, which holds nothing.
        package mutating func appendInterpolation(list values: [some Storable]) {
            guard !values.isEmpty else { return pieces.append(.text("(NULL)")) }
            pieces.append(.text("("))
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value.stored))
            }
            pieces.append(.text(")"))
        }
    }

    /// The text with a placeholder for each value, and the values in their order.
    package func rendered(_ placeholder: (Int) -> String) -> (text: String, values: [Value]) {
        var text = ""
        var values: [Value] = []
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value):
                values.append(value)
                text += placeholder(values.count)
            }
        }
        return (text, values)
    }
}

extension SQL {
    /// Text that is not a literal of the program: migrations, and names from a closed list.
    ///
    /// Never anything that came from outside.
    package init(trusted text: String) {
        pieces = [.text(text)]
    }

    package static func + (left: SQL, right: SQL) -> SQL {
        var whole = left
        whole.append(right)
        return whole
    }

    package mutating func append(_ other: SQL) {
        pieces.append(contentsOf: other.pieces)
    }
}

extension [SQL] {
    /// The parts one after the other; the separator is a literal of the program.
    package func joined(by separator: String) -> SQL {
        var whole = SQL(trusted: "")
        for (index, part) in enumerated() {
            if index > 0 { whole.append(SQL(trusted: separator)) }
            whole.append(part)
        }
        return whole
    }
}
