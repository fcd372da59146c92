import TestSupport
import Testing

@testable import Centre

@Suite struct `The rota at its desk` {
    @Test(arguments: Engine.all)
    func `is drafted, published by the director, and holds`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let draft = try await office.draft()
            #expect(draft.state == .draft && draft.figures.empty == 0)
            #expect(draft.figures.places == 15 * 4)
            #expect(draft.figures.most - draft.figures.least <= 1 && draft.figures.again == 0)
            let day = try #require(Day("2026-03-05"))
            #expect(try await office.desk.inForce(from: day, to: day, for: office.clerk) == [])
            await #expect(throws: NotFound()) {
                try await office.take(.publish, draft.id, by: office.dispatcher)
            }
            await #expect(throws: NotFound()) {
                _ = try await office.desk.rota(draft.id, for: office.clerk)
            }
            let rota = try await office.take(.publish, draft.id)
            #expect(rota.state == .published)
            #expect(rota.history.map(\.act) == [.rotaDrafted, .rotaPublished])
            let here = try await office.desk.inForce(from: day, to: day, for: office.clerk)
            #expect(here.count == 4 && here.allSatisfy { $0.unit != nil && $0.reason != nil })
            let second = try await office.draft("2026-03-20", "2026-04-03")
            await #expect(throws: RotaRefusal.overlaps) {
                try await office.take(.publish, second.id)
            }
            try await office.take(.discard, second.id)
            await #expect(throws: StageRefusal(stage: "discarded", step: "publish")) {
                try await office.take(.publish, second.id)
            }
            let whole = try await sample.house.timeline.verify(sample.house.database)
            #expect(whole.isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `counts what residents asked for, and tells it with each line`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            // Land questions, which are the land office's, from Wednesday to Saturday.
            for day in 0..<4 {
                sample.clock.move(hours: day == 0 ? 0 : 24)
                _ = try await sample.intake.register(
                    .sample,
                    by: office.clerk,
                    operation: sample.operation()
                )
            }
            let draft = try await office.draft("2026-03-09", "2026-03-20")
            let lines = try await office.sittings(of: draft.id).filter {
                $0.unit == "landResources"
            }
            #expect(!lines.isEmpty)
            for line in lines {
                let reason = try #require(line.reason)
                let asked = [3: 1, 4: 1, 5: 1, 6: 1][line.day.weekday] ?? 0
                #expect(reason.asked == asked && reason.weeks == 13)
            }
            let other = try await office.draft("2026-03-09", "2026-03-20")
            let units = try await office.sittings(of: draft.id).map(\.unit)
            #expect(try await office.sittings(of: other.id).map(\.unit) == units)
        }
    }

    @Test func `keeps to the calendar, to the pack and to what units have said`() async throws {
        try await withCentre(.sqlite, at: "2026-09-01T09:00:00+08:00") { sample in
            let office = try RotaOffice(sample)
            try await office.tell("labour", "2026-09-14", "2026-09-18")
            try await office.tell("police", "2026-09-21", "2026-09-21", .morning)
            let draft = try await office.draft("2026-09-07", "2026-10-16")
            let sittings = try await office.sittings(of: draft.id)
            let days = Set(sittings.map(\.day))
            #expect(days.allSatisfy(sample.town.calendar.isWorking))
            #expect(days.contains(try #require(Day("2026-09-20"))), "a Sunday that is worked")
            #expect(!days.contains(try #require(Day("2026-10-01"))))
            for sitting in sittings {
                let week = ("2026-09-14"..."2026-09-18").contains("\(sitting.day)")
                #expect(!(week && sitting.unit == "labour"))
                #expect(
                    !("\(sitting.halfDay)" == "2026-09-21 morning" && sitting.unit == "police")
                )
                let weekly = WeeklyHalf(sitting.halfDay)
                #expect(
                    !(weekly == WeeklyHalf("1 morning") && sitting.unit == "politicalLegal")
                )
                #expect(
                    !(weekly == WeeklyHalf("5 afternoon") && sitting.unit == "landResources")
                )
            }
            #expect(draft.figures.most - draft.figures.least <= 1)
        }
    }

    static let wrong: [(String, String, RotaRefusal)] = [
        ("2026-03-10", "2026-03-09", .endsBeforeItBegins),
        ("2026-03-03", "2026-03-09", .beginsInThePast),
        ("2026-03-05", "2027-03-06", .tooLong), ("2026-03-07", "2026-03-08", .noWorkingDay),
    ]

    @Test(arguments: wrong)
    func `is not drafted for days that cannot be`(
        from: String,
        to: String,
        refusal: RotaRefusal
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let office = try RotaOffice(sample)
            await #expect(throws: refusal) { _ = try await office.draft(from, to) }
            #expect(try await office.desk.page(for: office.director, limit: 5).items == [])
        }
    }

    @Test(arguments: Engine.all)
    func `changes by hand only with a reason once it is published`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let draft = try await office.draft()
            let first = try #require(try await office.sittings(of: draft.id).first)
            let free = try await office.set(first, "housing", because: nil)
            #expect(free.unit == "housing" && free.origin == .byHand && free.reason == nil)
            try await office.take(.publish, draft.id)
            let later = try await office.sittings(of: draft.id)[8]
            await #expect(throws: RotaRefusal.reasonMissing) {
                try await office.set(later, "market", because: nil)
            }
            let beside = try await office.sittings(of: draft.id)[9]
            await #expect(throws: RotaRefusal.sitsAlready) {
                try await office.set(later, beside.unit)
            }
            await #expect(throws: NotFound()) {
                try await office.set(later, "market", by: office.clerk)
            }
            try await office.set(later, "market", because: "消费投诉多")
            let file = try await office.desk.sitting(later.id, for: office.clerk)
            #expect(file.sitting.unit == "market")
            #expect(file.history.map(\.words) == ["消费投诉多"])
            #expect(try await office.replayed(draft.id).allSatisfy(\.self))
            sample.clock.move(hours: 24 * 30)
            await #expect(throws: RotaRefusal.past) { try await office.set(later, "labour") }
        }
    }

    @Test(arguments: Engine.all)
    func `a unit names its people, the centre ticks the seat on its half-day`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let people = [
                try await sample.enrolled(.deskOfficer, "labour", named: "甲"),
                try await sample.enrolled(.liaison, "labour", named: "乙"),
            ]
            let stranger = try await sample.enrolled(.liaison, "women", named: "丙")
            let rota = try await office.published()
            let all = try await office.sittings(of: rota.id)
            let turn = try #require(all.first { $0.unit == "labour" })
            #expect(turn.officer?.name == "甲" && turn.substitute?.name == "乙")
            func name(
                _ one: Viewer,
                _ other: Viewer?,
                by viewer: Viewer
            ) async throws
                -> SittingView
            {
                try await office.desk.name(
                    one.officer,
                    substitute: other?.officer,
                    at: turn.id,
                    by: viewer,
                    operation: sample.operation()
                ).answer
            }
            await #expect(throws: NotFound()) {
                _ = try await name(people[1], nil, by: stranger)
            }
            await #expect(throws: RotaRefusal.officerOfOtherUnit) {
                _ = try await name(stranger, nil, by: people[1])
            }
            await #expect(throws: RotaRefusal.substituteIsOfficer) {
                _ = try await name(people[1], people[1], by: people[1])
            }
            let named = try await name(people[1], people[0], by: people[1])
            #expect(named.officer?.name == "乙" && named.origin == .drafted)

            let today = all[0]
            func tick() async throws -> SittingView {
                try await office.desk.tick(
                    today.id,
                    by: office.clerk,
                    operation: sample.operation()
                ).answer
            }
            await #expect(throws: RotaRefusal.notNow) { _ = try await tick() }
            sample.clock.move(hours: 24)
            #expect(try await office.hall.today().halves[0].seats.allSatisfy { !$0.taken })
            #expect(try await tick().takenAt != nil)
            await #expect(throws: RotaRefusal.takenAlready) { _ = try await tick() }
            let hall = try await office.hall.today()
            #expect(hall.halves[0].seats.filter(\.taken).map(\.seat) == [today.seat])
            #expect(try await office.replayed(rota.id).allSatisfy(\.self))
        }
    }

    @Test(arguments: Engine.all)
    func `work done at the counter shows that the seat is taken`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let rota = try await office.published("2026-03-04", "2026-03-20")
            let turn = try #require(try await office.sittings(of: rota.id).first)
            let unit = try #require(turn.unit)
            let officer = try await sample.enrolled(.deskOfficer, unit, named: "甲")
            #expect(try await office.hall.today().halves[0].seats.allSatisfy { !$0.taken })
            _ = try await sample.intake.register(
                .sample,
                by: officer,
                operation: sample.operation()
            )
            let hall = try await office.hall.today()
            #expect(hall.halves[0].seats.filter(\.taken).map(\.unit) == [unit])
            #expect(hall.halves[1].seats.allSatisfy { !$0.taken })
        }
    }
}
