import CPQ
import Storage

/// The statements that one connection has prepared, by text and types of their values.
struct StatementBook {
    /// Lists of different lengths make statements of their own; the server keeps each one.
    private static let mostStatements = 500

    private struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    private var statements: [Key: PreparedStatement] = [:]

    var isFull: Bool { statements.count >= Self.mostStatements }

    mutating func statement(
        _ text: String,
        types: [Oid],
        preparing: (_ name: String) throws -> Void
    ) throws -> PreparedStatement {
        let key = Key(text: text, types: types)
        if let known = statements[key] { return known }
        let statement = PreparedStatement(name: "s\(statements.count)")
        try preparing(statement.name)
        statements[key] = statement
        return statement
    }
}

final class PreparedStatement {
    let name: String
    private var columns: Row.Columns?

    init(name: String) {
        self.name = name
    }

    /// The columns of its answers, made with the first one.
    func columns(named names: [String]) -> Row.Columns {
        if let columns, columns.names == names { return columns }
        let made = Row.Columns(names)
        columns = made
        return made
    }
}
