import Storage
import TestSupport

@testable import Centre

/// Gives the test a centre with officers of every role and so many seeded matters.
func withSeededCentre(
    _ engine: Engine,
    matters: Int,
    _ body: (SampleCentre) async throws -> Void
) async throws {
    try await withCentre(engine) { sample in
        try await sample.staff()
        try await SeedDesk(house: sample.house).seed(matters, seed: 1)
        try await body(sample)
    }
}

extension SampleCentre {
    /// Two people for each role at the centre, and a liaison in every unit.
    fileprivate func staff() async throws {
        guard let centre = town.unit(code: "centre") else { throw NotFound() }
        let central: [Role] = [
            .clerk, .dispatcher, .supervisor, .director, .visitor, .archivist,
        ]
        var people = (central + central).map { (role: $0, unit: centre.id) }
        people += town.units.map { (role: .liaison, unit: $0.id) }
        let posts = people
        let house = house
        try await house.database.write { tx in
            for (place, post) in posts.enumerated() {
                let officer: ID<Officer> = house.world.newID()
                try tx.run(
                    """
                    INSERT INTO officers (id, login, name, created_at)
                    VALUES (\(officer), \("officer\(place)"), '某某', 0)
                    """
                )
                try tx.run(
                    """
                    INSERT INTO posts (id, officer, unit, role, valid_from)
                    VALUES (\(house.world.newID(of: Post.self)), \(officer), \(post.unit),
                        \(post.role), 0)
                    """
                )
            }
        }
    }

    /// All matters a dispatcher meets, page by page.
    func walked(_ order: Worklist.Order) async throws -> [ID<Matter>] {
        var list = Worklist()
        list.order = order
        list.limit = 37
        var seen: [ID<Matter>] = []
        let dispatcher = try officer(.dispatcher)
        repeat {
            let page = try await matters.worklist(list, for: dispatcher)
            seen += page.items.map(\.id)
            list.after = page.next
        } while list.after != nil
        return seen
    }

    func standingMatters() async throws -> Int {
        try await house.look { turn in
            try turn.tx.value("SELECT COUNT(*) FROM matters WHERE linked_into IS NULL") ?? 0
        }
    }

    /// How many different values a column has.
    func kinds(of column: String, in table: String) async throws -> Int {
        try await house.look { turn in
            let (column, table) = (SQL(trusted: column), SQL(trusted: table))
            return try turn.tx.value("SELECT COUNT(DISTINCT \(column)) FROM \(table)") ?? 0
        }
    }

    func plan(_ count: Int) async throws -> SeedPlan {
        try await SeedDesk(house: house).plan(count, seed: 1)
    }
}
