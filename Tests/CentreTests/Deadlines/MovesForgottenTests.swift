import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The single moves of a change` {
    private func moves(_ sample: SampleCentre) async throws -> Int {
        try await sample.house.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM calendar_moves") ?? 0
        }
    }

    /// In batches smaller than there are rows.
    private func forget(_ sample: SampleCentre) async throws -> Int {
        let upkeep = UpkeepDesk(database: sample.house.database, world: sample.house.world)
        var forgotten = 0
        while case let some = try await upkeep.forgetMoves(limit: 2), some > 0 {
            #expect(some <= 2)
            forgotten += some
        }
        return forgotten
    }

    @Test(arguments: Engine.all)
    func `are forgotten a year after the decision, and the tally stays`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try CalendarOffice(sample)
            for _ in 0..<3 { _ = try await Walk(sample) }
            let id = try await office.propose(
                .overlay(days: [try Notices.day("2026-03-06")], off: true),
                reason: "台风"
            )
            let before = try await moves(sample)
            let tally = try await office.view(id).tally
            #expect(before > 2 && before == tally.later + tally.earlier + tally.kept)
            try await office.approve(id)
            try await office.settle()
            sample.clock.move(hours: 24 * 365)
            #expect(try await forget(sample) == 0, "a year is not over")
            sample.clock.move(hours: 24 * 2)
            #expect(try await forget(sample) == before)
            #expect(try await moves(sample) == 0)
            let after = try await office.view(id).tally
            #expect(after.later == tally.later && after.scanned == tally.scanned)
            #expect(after.moved == before)
        }
    }

    @Test func `of a change that waits are kept, however long it does`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try CalendarOffice(sample)
            _ = try await Walk(sample)
            _ = try await office.propose(
                .overlay(days: [try Notices.day("2026-03-06")], off: true),
                reason: "台风"
            )
            let before = try await moves(sample)
            sample.clock.move(hours: 24 * 400)
            #expect(try await forget(sample) == 0)
            #expect(try await moves(sample) == before && before > 0)
        }
    }
}
