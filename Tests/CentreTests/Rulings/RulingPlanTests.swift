import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Lists of rulings` {
    /// The tables that grow with the centre's work, by the names they have in its statements.
    private static let growing = [
        "rulings", "r", "ruling_parties", "matters", "m", "concerns", "c", "v", "assignments", "a",
        "s", "whistle_calls", "w", "joint_units", "j", "matter_conflicts", "x", "entries", "e",
        "clocks", "k", "matter_papers",
    ]

    @Test(arguments: Engine.all)
    func `rulings and precedents are found along their indexes`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var given = try await Disputed(sample, order: .ofVillage)
            try await given.ask("petition")
            try await given.take(.rule, given.ruling("landResources", reach: .village))
            var open = try await Disputed(sample, order: .ofVillage)
            try await open.ask("petition")
            let (walk, director) = (open.walk, open.director)
            let database = ExplainedDatabase(base: sample.house.database)
            let house = sample.house.on(database)
            let desk = RulingDesk(house: house)
            for viewer in [walk.dispatcher, director, walk.supervisor] {
                var list = RulingList()
                list.after = .init(due: sample.clock.now, id: sample.house.world.newID())
                _ = try await desk.page(list, for: viewer)
                var precedents = PrecedentList()
                precedents.after = sample.house.world.newID()
                _ = try await desk.precedents(precedents, for: viewer)
                precedents.classCode = "0902"
                _ = try await desk.precedents(precedents, for: viewer)
                _ = try await desk.rulings(of: walk.id, for: viewer)
            }
            _ = try await DispatchDesk(house: house).suggestion(for: walk.id, to: walk.dispatcher)
            #expect(!database.plans.all.isEmpty)
            #expect(database.plans.scans(of: Self.growing, on: database.dialect) == [])
        }
    }
}
