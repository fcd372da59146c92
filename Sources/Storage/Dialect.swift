/// The engines' differences, by name.
///
/// Five at most; a sixth is a design fault.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres

    /// Takes the rows a `SELECT` found for this transaction alone.
    ///
    /// One writer needs no lock.
    package var forUpdate: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Takes jobs that nobody else is working on.
    package var skippingLocked: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Holds other starting processes back while the book of migrations does not exist yet and no
    /// row or table of it can be locked.
    ///
    /// One writer needs no lock.
    package var migrationLock: SQL? {
        switch self {
        case .sqlite: nil
        case .postgres:
            """
            SELECT pg_advisory_xact_lock(
                hashtext('schema_migrations'), hashtext(current_schema())
            )
            """
        }
    }

    /// Asks for the plan of a statement instead of running it.
    package var explain: SQL {
        switch self {
        case .sqlite: "EXPLAIN QUERY PLAN"
        case .postgres: "EXPLAIN"
        }
    }
}
