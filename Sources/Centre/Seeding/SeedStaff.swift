import Storage

/// The officers whose names the seeded work bears: those of the store, by what they may do.
struct SeedStaff: Sendable {
    struct Hand: Sendable {
        let officer: ID<Officer>
        let role: Role

        var actor: Actor { .officer(officer, role) }
    }

    let dispatchers: [Hand]
    let supervisors: [Hand]
    let visitors: [Hand]
    let archivists: [Hand]
    let directors: [Hand]
    let clerks: [Hand]
    /// Who signs and replies for a unit.
    let handlers: [ID<Unit>: [Hand]]
    /// The units that have such a person, in the town's order.
    let units: [ID<Unit>]

    init(in town: Town, tx: Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT p.officer, p.role, p.unit FROM posts p
            JOIN officers o ON o.id = p.officer
            WHERE p.valid_to IS NULL AND o.ended_at IS NULL
            ORDER BY o.login, p.id
            """
        )
        let posts: [(hand: Hand, unit: ID<Unit>)] = try rows.map { row in
            (Hand(officer: try row[0], role: try row[1]), try row[2])
        }
        func hands(_ right: Right) -> [Hand] {
            posts.map(\.hand).filter { $0.role.rights.contains(right) }
        }
        dispatchers = hands(.accept)
        supervisors = hands(.verify)
        visitors = hands(.visit)
        archivists = hands(.archive)
        directors = hands(.designate)
        clerks = posts.map(\.hand).filter { $0.role == .clerk }
        let signing = posts.filter { $0.hand.role.rights.contains(.sign) }
        let handlers = Dictionary(grouping: signing, by: \.unit).mapValues { $0.map(\.hand) }
        self.handlers = handlers
        units = town.units.map(\.id).filter { handlers[$0] != nil }
        let needed = [dispatchers, supervisors, visitors, archivists, directors, clerks]
        guard !needed.contains(where: \.isEmpty), !units.isEmpty else {
            throw SeedingRefusal.officersMissing
        }
    }
}

/// Why the load cannot be made.
package enum SeedingRefusal: String, Refusal, CaseIterable {
    case officersMissing = "seeding-officers-missing"
    case townTooSmall = "seeding-town-too-small"
}
