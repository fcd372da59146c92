package import Storage

/// What keeps the house in order beside the day's business.
package struct UpkeepDesk: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func condition() async throws -> HouseCondition {
        try await database.read { [world] tx in
            try HouseCondition(at: world.now(), in: tx)
        }
    }

    /// How long a kept answer is given again to the same question.
    package static let daysOperationsAreKept = 30

    /// Forgets kept answers that nobody asks for any more, a batch a transaction.
    /// - Returns: how many were forgotten; fewer than the limit when none is left.
    package func forgetOperations(limit: Int = 500) async throws -> Int {
        try await database.write { [world] tx in
            let horizon = world.now().adding(hours: -24 * Self.daysOperationsAreKept)
            return try tx.run(
                """
                DELETE FROM operations WHERE id IN (
                    SELECT id FROM operations WHERE at < \(horizon) ORDER BY at LIMIT \(limit)
                )
                """
            )
        }
    }

    /// How long the single moves of a change are kept after its decision; the tally stays.
    package static let daysMovesAreKept = 366

    /// Forgets which clock a change moved from when to when, a batch a transaction: what moved is
    /// an entry of its matter.
    /// - Returns: how many were forgotten; fewer than the limit when none is left.
    package func forgetMoves(limit: Int = 500) async throws -> Int {
        try await database.write { [world] tx in
            let horizon = world.now().adding(hours: -24 * Self.daysMovesAreKept)
            return try ChangeRecords.forgetMoves(decidedBefore: horizon, limit: limit, in: tx)
        }
    }

    package func count() async throws -> StoreCount {
        try await database.read { tx in try StoreCount(in: tx) }
    }

    /// The chain of a concern, by its number.
    package func chains(ofConcern number: String) async throws -> [Chain] {
        try await database.read { tx in
            [.concern(try Concern.find(number: number, in: tx).id)]
        }
    }

    /// The chains of a matter and of the concerns linked to it.
    package func chains(ofMatter id: ID<Matter>) async throws -> [Chain] {
        try await database.read { tx in
            [.matter(id)] + (try Concern.all(of: id, in: tx)).map { .concern($0.id) }
        }
    }
}
