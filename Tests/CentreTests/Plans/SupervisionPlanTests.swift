import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Lists of supervision, alarms and changes` {
    /// The tables that grow with the centre's work, by the names they have in its statements; a year has
    /// a handful of calendar changes.
    private static let growing = [
        "supervision_steps", "s", "matters", "m", "concerns", "c", "assignments", "a", "entries",
        "e", "clocks", "k", "alarms", "watches", "listings", "recheck_draws", "d",
        "recheck_choices", "calendar_moves", "v", "outbox", "notices",
        "own_promises", "p", "attachments", "o", "matter_conflicts", "x",
    ]

    private func explained(
        _ sample: SampleCentre,
        _ body: (House) async throws -> Void
    ) async throws {
        let database = ExplainedDatabase(base: sample.house.database)
        try await body(sample.house.on(database))
        #expect(!database.plans.all.isEmpty)
        let scans = database.plans.scans(of: Self.growing, on: database.dialect)
        #expect(scans == [])
    }

    /// A letter, a card and a listing in hand, a draw, and a change that is decided.
    private func work(_ sample: SampleCentre) async throws -> (Supervised, RecheckView) {
        let case1 = try await Supervised(sample)
        _ = try await case1.open(case1.order(.reminder))
        _ = try await case1.open(case1.order(.letter))
        var closed = try await Walk(sample)
        try await closed.toClosed()
        let day = sample.clock.now.day()
        sample.clock.move(hours: 30)
        let draw = try await RecheckDesk(house: sample.house).draw(
            RecheckOrder(seed: "s", size: 1, from: day, to: day),
            by: case1.walk.supervisor,
            operation: sample.operation()
        ).answer
        sample.clock.move(hours: 24 * 9)
        return (case1, draw)
    }

    @Test(arguments: Engine.all)
    func `steps are found along their indexes, whoever asks`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (case1, _) = try await work(sample)
            let walk = case1.walk
            let grid = try sample.officer(.villageHead, "v200")
            try await explained(sample) { house in
                let desk = SupervisionDesk(house: house)
                for viewer in [walk.supervisor, walk.director, walk.dispatcher, grid] {
                    _ = try await desk.page(.init(), for: viewer)
                }
                var list = SupervisionList()
                list.waits = .unit
                list.kind = .letter
                list.unit = try sample.unit("justice")
                list.after = sample.house.world.newID()
                _ = try await desk.page(list, for: walk.supervisor)
                _ = try await desk.page(list, for: case1.liaison)
                _ = try await desk.counts(for: walk.supervisor)
                _ = try await desk.counts(for: case1.liaison)
                _ = try await desk.late(for: walk.supervisor)
                _ = try await desk.late(for: case1.liaison)
                let steps = try await desk.steps(of: walk.id, for: walk.supervisor)
                _ = try await desk.step(try #require(steps.first).id, for: walk.supervisor)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the register and the draws are paged along their indexes`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (case1, draw) = try await work(sample)
            let supervisor = case1.walk.supervisor
            try await explained(sample) { house in
                let listings = ListingDesk(house: house)
                for openOnly in [true, false] {
                    for viewer in [supervisor, try case1.liaison] {
                        _ = try await listings.page(openOnly: openOnly, for: viewer, limit: 20)
                        _ = try await listings.page(
                            openOnly: openOnly,
                            for: viewer,
                            after: house.world.newID(),
                            limit: 20
                        )
                    }
                }
                let desk = RecheckDesk(house: house)
                _ = try await desk.page(for: supervisor, limit: 20)
                _ = try await desk.page(for: supervisor, after: draw.id, limit: 20)
                _ = try await desk.draw(draw.id, for: supervisor)
                _ = try await desk.repeat(draw.id, for: supervisor)
                _ = try await desk.rehearse(
                    RecheckOrder(seed: "s", size: 1, from: draw.from, to: draw.to)
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what an officer promised is found along the officer's index`(engine: Engine) async throws
    {
        try await withCentre(engine) { sample in
            let (case1, _) = try await work(sample)
            try await explained(sample) { house in
                let desk = OwnPromiseDesk(house: house)
                let last = OwnPromiseDesk.Cursor(day: 9, id: house.world.newID())
                for viewer in [case1.walk.director, try case1.liaison] {
                    _ = try await desk.page(for: viewer)
                    _ = try await desk.page(for: viewer, after: last)
                }
                _ = try await desk.catchUp()
            }
        }
    }

    @Test(arguments: Engine.all)
    func `alarms are raised and listed along their indexes`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let (case1, _) = try await work(sample)
            let village = try #require(sample.town.areas.first { $0.level == .village })
            let inVillage = try sample.officer(.villageHead, "v200", area: village.code)
            try await explained(sample) { house in
                let desk = AlarmDesk(house: house)
                #expect(try await desk.raise(limit: 50).raised > 0)
                _ = try await desk.outlook(until: house.world.now().adding(hours: 24))
                for viewer in [case1.walk.supervisor, try case1.liaison, inVillage] {
                    for state in Alarm.State.allCases {
                        var list = AlarmList()
                        list.state = state
                        _ = try await desk.page(list, for: viewer)
                        list.unit = try sample.unit("justice")
                        list.after = house.world.newID()
                        _ = try await desk.page(list, for: viewer)
                    }
                }
                _ = try await sample.matters.clocks(case1.walk.id, for: case1.walk.supervisor)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `changes, their moves and the walk go along their indexes`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            _ = try await work(sample)
            _ = try await Walk(sample)
            let day = try #require(
                (1...9).map { sample.clock.now.day().adding($0) }
                    .first { sample.town.calendar.isWorking($0) }
            )
            try await explained(sample) { house in
                let office = try CalendarOffice(sample)
                let desk = CalendarDesk(house: house)
                let id = try await desk.propose(
                    .overlay(days: [day], off: true),
                    reason: "台风停工",
                    by: office.supervisor,
                    operation: sample.operation()
                ).answer
                while let progress = try await desk.count(limit: 3), !progress.isDone {}
                _ = try await desk.changes(for: office.director, limit: 20)
                _ = try await desk.changes(for: office.director, below: 9, limit: 20)
                for outcome in ClockMove.Outcome.allCases {
                    for viewer in [office.director, try sample.officer(.systemAdministrator)] {
                        _ = try await desk.moves(of: id, outcome, for: viewer, limit: 20)
                    }
                }
                try await office.approve(id)
                sample.clock.move(
                    to: sample.clock.now.adding(milliseconds: CalendarChange.grace)
                )
                while let progress = try await desk.settle(limit: 3), !progress.isDone {}
                sample.clock.move(hours: 24 * 400)
                let upkeep = UpkeepDesk(database: house.database, world: house.world)
                #expect(try await upkeep.forgetMoves() > 0)
                _ = try await OutboxDesk(house: house).deadLetters(limit: 20)
            }
        }
    }
}
