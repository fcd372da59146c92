import TestSupport
import Testing

@testable import Centre

@Suite struct `Swaps and gaps of the rota` {
    @Test func `the machine of a swap is its table and has no dead end`() {
        let machine = SittingSwap.machine
        for state in SittingSwap.State.allCases {
            #expect(machine.steps(from: state).isEmpty == !state.isOpen)
        }
        #expect(machine.transitions.count == 7)
        #expect(machine.transitions.allSatisfy { $0.right != nil })
        #expect(Set(SittingSwap.Step.allCases) == Set(machine.transitions.map(\.step)))
    }

    @Test(arguments: Engine.all)
    func `asked, agreed to and approved, the units change places`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let rota = try await office.published()
            let (mine, other) = try office.exchangeable(try await office.sittings(of: rota.id))
            let (asking, partner) = (
                try office.liaison(try #require(mine.unit)),
                try office.liaison(try #require(other.unit))
            )
            await #expect(throws: NotFound()) {
                _ = try await office.ask(mine, for: other, by: partner)
            }
            let swap = try await office.ask(mine, for: other)
            await #expect(throws: SwapRefusal.openAlready) {
                _ = try await office.ask(mine, for: other)
            }
            #expect(try await office.desk.today(for: partner).swaps == 1)
            #expect(try await office.desk.today(for: office.director).swaps == 0)
            await #expect(throws: NotFound()) {
                try await office.take(.agree, swap, by: asking)
            }
            await #expect(throws: StageRefusal(stage: "asked", step: "approve")) {
                try await office.take(.approve, swap, by: office.director)
            }
            try await office.take(.agree, swap, by: partner)
            #expect(try await office.desk.today(for: office.director).swaps == 1)
            let done = try await office.take(.approve, swap, by: office.dispatcher)
            #expect(done.state == .approved && done.reason == "单位有会")
            #expect(done.asked.unit == other.unit && done.other.unit == mine.unit)
            #expect(done.asked.origin == .swapped)
            #expect(try await office.replayed(rota.id).allSatisfy(\.self))
            let seen = try await office.desk.swaps(openOnly: false, for: asking, limit: 5)
            #expect(seen.items.map(\.id) == [swap.id])
            let stranger = try office.liaison("housing")
            let theirs = try await office.desk.swaps(openOnly: false, for: stranger, limit: 5)
            #expect(theirs.items == [])
            let whole = try await sample.house.timeline.verify(sample.house.database)
            #expect(whole.isWhole)
        }
    }

    @Test(arguments: Engine.all)
    func `what was changed meanwhile is not swapped, and nobody comes who cannot`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let rota = try await office.published()
            let (mine, other) = try office.exchangeable(try await office.sittings(of: rota.id))
            let swap = try await office.ask(mine, for: other)
            let partner = try office.liaison(try #require(other.unit))
            let asking = try office.liaison(try #require(mine.unit))
            try await office.tell(
                try #require(mine.unit),
                "\(other.day)",
                "\(other.day)",
                other.half
            )
            await #expect(throws: SwapRefusal.cannotCome) {
                try await office.take(.agree, swap, by: partner)
            }
            try await office.tell(
                try #require(mine.unit),
                "\(other.day)",
                "\(other.day)",
                other.half,
                takingBack: true
            )
            try await office.take(.agree, swap, by: partner)
            try await office.set(mine, "housing")
            await #expect(throws: SwapRefusal.stale) {
                try await office.take(.approve, swap, by: office.director)
            }
            let left = try await office.take(.withdraw, swap, by: asking)
            #expect(left.state == .withdrawn)
            let states = try await sample.house.look { turn in
                SittingSwap.state(
                    swap.id,
                    after: try turn.house.timeline.entries(of: .sitting(mine.id), in: turn.tx)
                )
            }
            #expect(states == .withdrawn)
        }
    }

    @Test(arguments: Engine.all)
    func `gaps are seen a week ahead`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let none = try await office.desk.gaps(for: office.director)
            // From Wednesday morning to the next one's afternoon: six working days, two seats.
            #expect(none.count == 24 && none.allSatisfy { $0.kind == .nobody })
            let rota = try await office.published("2026-03-04", "2026-03-20")
            #expect(try await office.desk.gaps(for: office.director) == [])
            let all = try await office.sittings(of: rota.id)
            try await office.set(all[4], nil)
            let unit = try #require(all[5].unit)
            try await office.tell(unit, "\(all[5].day)", "\(all[5].day)", all[5].half)
            let gaps = try await office.desk.gaps(for: office.clerk)
            #expect(gaps.map(\.kind) == [.nobody, .cannotCome])
            #expect(gaps.map(\.sitting) == [all[4].id, all[5].id])
            #expect(gaps.map(\.unit) == [nil, unit])
            let file = try await office.desk.sitting(all[5].id, for: office.clerk)
            #expect(file.sitting.cannotCome)
        }
    }

    @Test func `a unit that residents ask for and that does not come is a gap`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try RotaOffice(sample)
            var order = WorkOrder.sample
            order.classCode = "0602-D"
            for _ in 0..<39 {
                _ = try await sample.intake.register(
                    order,
                    by: office.clerk,
                    operation: sample.operation()
                )
            }
            _ = try await office.published("2026-03-04", "2026-03-20")
            let gaps = try await office.desk.gaps(for: office.director)
            #expect(gaps.map(\.kind) == [.inDemand])
            #expect(gaps.map(\.unit) == ["housing"])
            #expect(gaps.map(\.classCode) == ["0602-D"] && gaps.map(\.aWeek) == [3])
        }
    }

    @Test func `everybody learns when the right one is here`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try RotaOffice(sample)
            let rota = try await office.published()
            let turns = try await office.sittings(of: rota.id).filter { $0.unit == "labour" }
            let right = try #require(try await office.hall.next(forClass: "0701-W"))
            #expect(right.unit == "labour" && right.presence == "rotating")
            #expect(right.turns.map(\.day) == turns.prefix(6).map(\.day))
            let daily = try #require(try await office.hall.next(of: "justice"))
            #expect(daily.presence == "resident" && daily.turns.isEmpty)
            #expect(try await office.hall.next(of: "nowhere") == nil)
            let week = try await office.hall.days(
                from: try #require(Day("2026-03-06")),
                count: 3
            )
            #expect(week.map(\.isOpen) == [true, false, false])
            #expect(week[0].halves[0].seats.map(\.unit).prefix(2) == ["justice", "petition"])
        }
    }

    @Test(arguments: Engine.all)
    func `a note at a seat goes to whoever sits there next, also when that changes`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try RotaOffice(sample)
            let rota = try await office.published("2026-03-04", "2026-03-20")
            let all = try await office.sittings(of: rota.id)
            let here = all[0]
            let next = try #require(all.first { $0.seat == here.seat && $0.half == .afternoon })
            let writer = try office.liaison(try #require(here.unit))
            let shifts = ShiftDesk(house: sample.house)
            func handover(_ seat: String) throws -> ShiftHandover {
                ShiftHandover(
                    unit: try sample.unit(try #require(here.unit)),
                    desk: .unit,
                    day: here.day,
                    shift: .morning,
                    words: "等回电",
                    openEnds: [],
                    seat: seat
                )
            }
            await #expect(throws: ShiftRefusal.otherSeat) {
                _ = try await shifts.write(
                    try handover(try #require(all.map(\.seat).first { $0 != here.seat })),
                    by: writer,
                    operation: sample.operation()
                )
            }
            let id = try await shifts.write(
                try handover(here.seat),
                by: writer,
                operation: sample.operation()
            ).answer
            let planned = try office.liaison(try #require(next.unit))
            let found = try await shifts.notes(for: planned, limit: 5).items
            #expect(found.map(\.id) == [id] && found.first?.next?.halfDay == next.halfDay)
            try await office.set(next, "housing")
            #expect(try await shifts.notes(for: planned, limit: 5).items == [])
            let instead = try office.liaison("housing")
            _ = try await shifts.take(id, by: instead, operation: sample.operation())
            #expect(try await shifts.notes(for: instead, limit: 5).items.count == 1)
        }
    }
}
