import Storage

/// Who a matter is about.
///
/// They, and what is under them, neither get nor read it.
package enum Conflict: Sendable, Hashable {
    case officer(ID<Officer>)
    case unit(ID<Unit>)

    var kind: String {
        switch self {
        case .officer: "officer"
        case .unit: "unit"
        }
    }

    var subject: [UInt8] {
        switch self {
        case .officer(let id): id.bytes
        case .unit(let id): id.bytes
        }
    }

    static func mark(
        _ conflict: Conflict,
        matter: ID<Matter>,
        concern: ID<Concern>?,
        in turn: Turn
    ) throws {
        try turn.tx.run(
            """
            INSERT INTO matter_conflicts (matter, kind, subject, concern)
            VALUES (\(matter), \(conflict.kind), \(conflict.subject), \(concern))
            ON CONFLICT (matter, kind, subject) DO NOTHING
            """
        )
    }

    static func units(of matter: ID<Matter>, in tx: Transaction) throws -> Set<ID<Unit>> {
        let rows = try tx.rows(
            "SELECT subject FROM matter_conflicts WHERE matter = \(matter) AND kind = 'unit'"
        )
        return Set(try rows.map { try $0["subject"] })
    }
}
