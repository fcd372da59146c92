import Storage

/// The fields of the server's report that are of use.
struct ErrorReport {
    /// The SQLSTATE.
    let state: String
    let message: String
    let table: String
    let column: String
    let constraint: String

    /// Errors of libpq itself have no SQLSTATE; the server says class 08 or 57P when it goes away.
    var isLoss: Bool {
        state.isEmpty || state.hasPrefix("08") || state.hasPrefix("57P")
    }
}

extension StorageError {
    init(_ report: ErrorReport) {
        self =
            switch report.state {
            case "40001", "40P01": .conflict
            case "23505": .constraint(.unique, named: report.constraint)
            case "23503": .constraint(.foreignKey, named: report.constraint)
            case "23514": .constraint(.check, named: report.constraint)
            case "23502": .constraint(.notNull, named: "\(report.table).\(report.column)")
            default: Self.breakage(report)
            }
    }

    /// SQLSTATE classes: 42 wrong statement, 53 out of resources, 58 a fault of the system.
    ///
    /// The message goes along only for wrong statements, where it names columns; elsewhere it may
    /// quote values.
    private static func breakage(_ report: ErrorReport) -> StorageError {
        switch report.state.prefix(2) {
        case "42": .statement("\(report.state): \(report.message)")
        case "53", "58": .unavailable("SQLSTATE \(report.state)")
        default: .statement("SQLSTATE \(report.state)")
        }
    }
}
