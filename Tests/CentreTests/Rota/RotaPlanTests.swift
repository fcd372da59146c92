import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The lists of the rota` {
    /// A centre's year of turns, and some matters.
    @Test func `are read from their indexes`() async throws {
        try await withSeededCentre(.sqlite, matters: 300) { sample in
            let office = try RotaOffice(sample)
            let today = sample.clock.now.day()
            _ = try await office.published("\(today)", "\(today.adding(360))")
            try await sample.house.database.write { tx in try tx.script("ANALYZE") }
            let unit = try sample.unit("labour")
            let plans = try await sample.house.look { turn in
                let explaining = Explaining(turn.tx)
                let watched = turn.explained(by: explaining)
                let now = HalfDay(at: turn.at, in: turn.town.offset)
                let week = now.adding(days: 7)
                let rota: ID<Rota> = turn.newID()
                _ = try SittingRecords.inForce(from: now, to: week, in: watched)
                _ = try SittingRecords.next(of: unit, from: now, limit: 6, in: watched)
                _ = try SittingRecords.next(at: "T1", after: now, in: watched)
                let place = SittingPlace(halfDay: now, seat: "T1")
                _ = try SittingRecords.page(of: rota, after: place, limit: 20, in: watched)
                _ = try RotaRecords.asked(weeks: 13, in: watched)
                _ = try RotaRecords.absences(from: now, to: week, in: watched.tx)
                _ = try SwapRecords.page(
                    openOnly: false,
                    of: [unit],
                    below: turn.newID(),
                    limit: 20,
                    in: watched.tx
                )
                return explaining.plans
            }
            let indexes = [
                "sittings_in_force", "sittings_of_unit", "sittings_in_force", "sittings_of_rota",
                "matters_by_creation", "unit_absences_by_half_day", "sitting_swaps_by_asking_unit",
            ]
            #expect(plans.count == indexes.count)
            for (plan, index) in zip(plans, indexes) {
                #expect(plan.contains(index), "\(plan)")
                #expect(!plan.contains("SCAN s\""), "\(plan)")
            }
        }
    }
}
