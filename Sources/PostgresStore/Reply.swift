import CPQ
import Storage

/// What the server answered; its memory goes with it.
@safe
struct Reply: ~Copyable {
    private let result: OpaquePointer

    init(owning result: OpaquePointer) {
        unsafe self.result = unsafe result
    }

    deinit {
        unsafe PQclear(result)
    }

    /// How many rows the command changed; none for a query.
    var changes: Int {
        guard let digits = unsafe PQcmdTuples(result) else { return 0 }
        return Int(unsafe String(cString: digits)) ?? 0
    }

    var commandTag: String {
        guard let tag = unsafe PQcmdStatus(result) else { return "" }
        return unsafe String(cString: tag)
    }

    var columnNames: [String] {
        unsafe (0..<PQnfields(result)).map { column in
            guard let name = unsafe PQfname(result, column) else { return "" }
            return unsafe String(cString: name)
        }
    }

    func rows(_ columns: Row.Columns) throws -> [Row] {
        let types = unsafe (0..<PQnfields(result)).map { unsafe PQftype(result, $0) }
        return try unsafe (0..<PQntuples(result)).map { row in
            let values = try types.indices.map { try value(row, Int32($0), type: types[$0]) }
            return Row(columns: columns, values: values)
        }
    }

    private func value(_ row: Int32, _ column: Int32, type: Oid) throws -> Value {
        guard unsafe PQgetisnull(result, row, column) == 0 else { return .null }
        let length = Int(unsafe PQgetlength(result, row, column))
        let bytes = unsafe UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column),
            count: length
        )
        return try unsafe Value(binary: bytes.bytes, type: type)
    }

    /// What went wrong, if it did.
    var report: ErrorReport? {
        switch unsafe PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            nil
        default:
            ErrorReport(
                state: field("C"),
                message: field("M"),
                table: field("t"),
                column: field("c"),
                constraint: field("n")
            )
        }
    }

    /// A field of the error report, by the letter that the protocol gives it.
    private func field(_ letter: UnicodeScalar) -> String {
        guard let text = unsafe PQresultErrorField(result, Int32(letter.value)) else { return "" }
        return unsafe String(cString: text)
    }
}
