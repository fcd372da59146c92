import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Up and down between levels` {
    @Test(arguments: Engine.all)
    func `a village proposes, the director decides, the street leads, and no limit begins anew`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample)
            let village = try case1.walk.liaison("v206")
            try await case1.walk.sign("v206")
            let before = try await case1.limits()
            let open = try await case1.propose("justice", by: village)
            #expect(open.level == .village && open.lead?.code == "v206")
            #expect(open.changes.last?.state == .open && open.steps == [])
            #expect(open.changes.last?.steps == [.withdraw])
            #expect(case1.lead?.unit.code == "v206")
            await #expect(throws: LevelRefusal.openAlready) {
                var case1 = case1
                try await case1.propose("justice")
            }
            let done = try await case1.take(.approve, LevelSaid("同意"), by: case1.walk.director)
            let change = try #require(done.changes.last)
            #expect(done.level == .town && change.state == .done && change.answer == "同意")
            #expect(change.from?.code == "v206" && change.to.code == "justice")
            #expect(case1.lead?.unit.code == "justice" && case1.lead?.designated == true)
            #expect(case1.lead?.instruction == "请依法办理")
            #expect(case1.walk.view.returns == 0)
            let former = case1.walk.view.assignments.first { $0.unit.code == "v206" }
            #expect(former?.state == .cancelled)
            let after = try await case1.limits()
            #expect(!before.isEmpty)
            #expect(before.allSatisfy { after[$0.key] == $0.value })
            let dues = try await case1.dues()
            #expect(!dues.isEmpty && dues.allSatisfy { $0.part <= $0.matter })
            #expect(try await case1.told().contains(.matterEscalated))
            let steps = try await case1.walk.follow().steps
            #expect(steps.contains { $0.act == .matterEscalated && $0.unit == "司法所" })
            // The unit that led goes on seeing the matter.
            #expect(try await case1.desk.levels(of: case1.walk.id, for: village).level == .town)
            await #expect(throws: AssignmentRefusal.self) {
                var case1 = case1
                try await case1.walk.giveBack("justice", better: "v206")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the dispatcher sends down alone, and the village may give it back`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample, lead: "justice")
            let before = try await case1.limits()
            let sent = try await case1.sendDown("v206")
            #expect(sent.level == .village && sent.changes.last?.direction == .down)
            #expect(case1.lead?.unit.code == "v206" && case1.lead?.designated == false)
            let after = try await case1.limits()
            #expect(before.allSatisfy { after[$0.key] == $0.value })
            #expect(try await case1.told().contains(.matterSentDown))
            #expect(try await case1.walk.follow().steps.contains { $0.act == .matterSentDown })
            try await case1.walk.giveBack("v206", better: "justice")
            #expect(case1.walk.view.returns == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `street to city goes by the director alone, and no higher`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample, lead: nil)
            await #expect(throws: LevelRefusal.directorDecides) {
                var case1 = case1
                try await case1.walk.assign("cityCentre")
            }
            try await case1.walk.assign("justice")
            try await case1.propose("cityCentre", reason: "outOfAuthority")
            try await case1.take(.approve, LevelSaid(), by: case1.walk.director)
            #expect(case1.lead?.unit.code == "cityCentre")
            let view = try await case1.desk.levels(of: case1.walk.id, for: case1.walk.dispatcher)
            #expect(view.level == .city && view.above.isEmpty && view.steps == [.sendDown])
            await #expect(throws: LevelRefusal.highest) {
                var case1 = case1
                try await case1.propose("cityCentre")
            }
            // Back to the street: a town unit lies below the city.
            try await case1.sendDown("justice")
            #expect(case1.lead?.unit.code == "justice")
        }
    }

    @Test(arguments: Engine.all)
    func `a proposal is declined or taken back, and the unit works on`(engine: Engine) async throws
    {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample)
            try await case1.propose("justice")
            let declined = try await case1.take(
                .decline,
                LevelSaid("村里可以办"),
                by: case1.walk.director
            )
            #expect(declined.changes.last?.state == .declined)
            #expect(declined.changes.last?.answer == "村里可以办")
            #expect(try await case1.told().contains(.escalationDeclined))
            try await case1.propose("justice")
            let back = try await case1.take(
                .withdraw,
                LevelSaid("双方已经和解"),
                by: case1.walk.dispatcher
            )
            #expect(back.changes.map(\.state) == [.declined, .withdrawn])
            #expect(case1.lead?.unit.code == "v206")
            await #expect(throws: LevelRefusal.over) {
                var case1 = case1
                try await case1.take(.approve, LevelSaid(), by: case1.walk.director)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `what cannot move is refused by name`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Lifted(sample)
            await #expect(throws: LevelRefusal.notAbove) {
                var case1 = case1
                try await case1.propose("v207")
            }
            await #expect(throws: LevelRefusal.lowest) {
                var case1 = case1
                try await case1.sendDown("v207")
            }
            await #expect(throws: Fault(.unknownCode, "reason")) {
                var case1 = case1
                try await case1.propose("justice", reason: "nearHome")
            }
            let assisting = try case1.walk.liaison("women")
            await #expect(throws: NotFound.self) {
                var case1 = case1
                try await case1.propose("justice", by: assisting)
            }
            var assisted = case1
            try await assisted.walk.assign("women", .assist)
            let helped = assisted
            await #expect(throws: LevelRefusal.notLead) {
                var case1 = helped
                try await case1.propose("justice", by: assisting)
            }
            _ = try await sample.dispatch.markConflict(
                .unit(try sample.unit("justice")),
                on: case1.walk.id,
                by: case1.walk.dispatcher,
                operation: sample.operation()
            )
            await #expect(throws: AssignmentRefusal.conflictOfInterest) {
                var case1 = case1
                try await case1.propose("justice")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an answered matter stays where it is, and an ended one takes its proposal with it`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample)
            try await case1.walk.sign("v206")
            try await case1.propose("justice")
            _ = try await sample.intake.withdraw(
                case1.walk.number,
                code: case1.walk.code,
                operation: sample.operation()
            )
            let ended = try await case1.desk.levels(of: case1.walk.id, for: case1.walk.dispatcher)
            #expect(ended.changes.map(\.state) == [.withdrawn] && ended.steps == [])

            var case2 = try await Lifted(sample)
            try await case2.walk.sign("v206")
            try await case2.walk.reply("v206")
            let answered = case2
            await #expect(throws: LevelRefusal.answered) {
                var case2 = answered
                try await case2.propose("justice")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the same operation moves it once`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample, lead: "justice")
            let operation = sample.operation()
            let said = try case1.saying("v206", "nearHome")
            let first = try await case1.take(
                .sendDown,
                said,
                by: case1.walk.dispatcher,
                operation: operation
            )
            let again = try await case1.take(
                .sendDown,
                said,
                by: case1.walk.dispatcher,
                operation: operation
            )
            #expect(again.changes.count == 1)
            #expect(first.changes.map(\.id) == again.changes.map(\.id))
        }
    }

    @Test(arguments: Engine.all)
    func `proposals are found along their index by those who decide`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Lifted(sample)
            try await case1.propose("justice")
            let database = ExplainedDatabase(base: sample.house.database)
            let desk = LevelDesk(house: sample.house.on(database))
            for viewer in [case1.walk.director, case1.walk.dispatcher, case1.walk.supervisor] {
                let page = try await desk.page(LevelList(), for: viewer)
                #expect(page.items.map(\.matter) == [case1.walk.id])
                #expect(page.items.first?.reason.code == "triedTwice")
                var list = LevelList()
                list.after = page.items.first?.id
                #expect(try await desk.page(list, for: viewer).items.isEmpty)
                _ = try await desk.levels(of: case1.walk.id, for: viewer)
            }
            let growing = [
                "level_changes", "l", "matters", "m", "concerns", "c", "assignments", "a", "s",
                "whistle_calls", "w", "joint_units", "j", "matter_conflicts", "x", "entries", "e",
                "clocks", "k", "matter_papers",
            ]
            #expect(!database.plans.all.isEmpty)
            #expect(database.plans.scans(of: growing, on: database.dialect) == [])
            let desk2 = LevelDesk(house: sample.house)
            await #expect(throws: NotFound.self) {
                _ = try await desk2.page(LevelList(), for: try case1.walk.liaison("v206"))
            }
        }
    }
}
