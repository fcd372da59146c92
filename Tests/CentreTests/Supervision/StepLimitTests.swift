import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Each step of supervision has its own limit` {
    private func limits(_ case1: Supervised) async throws -> [ClockLine] {
        try await case1.sample.matters.clocks(case1.walk.id, for: case1.walk.supervisor)
            .filter { $0.subject == "step" }
    }

    private func lateAlarms(_ case1: Supervised, _ state: Alarm.State) async throws -> [String] {
        let desk = AlarmDesk(house: case1.sample.house)
        while try await desk.raise(limit: 50).looked == 50 {}
        var list = AlarmList()
        list.kinds = [.overdue]
        list.state = state
        return try await desk.page(list, for: case1.walk.supervisor).items.map(\.rule)
            .filter { $0.hasPrefix("SUPERVISION") }
    }

    /// Closed minutes before the limit with an answer to another question: two signs at once.
    @Test(arguments: Engine.all)
    func `two signs about one closing are two limits, and the answer to one ends one`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Supervised(sample)
            try await case1.walk.reply("justice", "感谢来电")
            try await case1.walk.verify()
            let due = try #require(case1.walk.view.due)
            sample.clock.move(to: due.adding(milliseconds: -12 * 60_000))
            try await case1.walk.close()
            let signs = try await case1.desk.steps(of: case1.walk.id, for: case1.walk.supervisor)
                .filter { $0.kind == .sign }
            #expect(Set(signs.map(\.ground.code)) == ["replyOffTopic", "closedNearLimit"])
            let both = try await limits(case1)
            #expect(both.map(\.rule) == ["SUPERVISION-SIGN", "SUPERVISION-SIGN"])
            #expect(both.allSatisfy { $0.state == .running })
            let part = try case1.walk.part(of: "justice")
            #expect(both.allSatisfy { $0.of == "\(part)" }, "the unit is named by its part")

            _ = try await case1.move(signs[0].id, .answer, by: case1.liaison)
            #expect(try await limits(case1).map(\.state).count { $0 == .running } == 1)
            let left = try await case1.desk.page(.init(), for: case1.walk.supervisor).items
            let other = try #require(left.first { $0.id == signs[1].id })
            #expect(other.waits == .unit && other.due != nil)

            // Sent back, the first runs anew and the second goes on as it was.
            sample.clock.move(hours: 24 * 3)
            let back = try await case1.move(signs[0].id, .sendBack, by: case1.walk.supervisor)
            let still = try await case1.desk.step(signs[1].id, for: case1.walk.supervisor)
            #expect(still.due == other.due)
            let (anew, before) = (try #require(back.due), try #require(still.due))
            #expect(anew > before)
        }
    }

    /// Nine days after a slip of five working days.
    @Test(arguments: Engine.all, [true, false])
    func `a withdrawn step has missed nothing, answered or not, and its entries stay`(
        engine: Engine,
        answered: Bool
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let letter = try await case1.open(case1.order(.letter, skip: "急"))
            sample.clock.move(hours: 24 * 9)
            #expect(try await lateAlarms(case1, .open) == ["SUPERVISION-LETTER"])
            if answered {
                _ = try await case1.move(letter.id, .answer, by: case1.liaison)
                #expect(try await limits(case1).map(\.state) == [.missed])
                #expect(try await lateAlarms(case1, .answered) == ["SUPERVISION-LETTER"])
            }
            let before = try await case1.entries().count
            let gone = try await case1.move(
                letter.id,
                .withdraw,
                "时限算错,按原程序撤回",
                by: case1.walk.supervisor
            )
            #expect(gone.state == .withdrawn && gone.due == nil && !gone.overdue)
            #expect(try await limits(case1).map(\.state) == [.cancelled])
            #expect(try await lateAlarms(case1, .open) == [])
            #expect(try await lateAlarms(case1, .answered) == [])
            #expect(try await case1.entries().count == before + 1)
            let kept: Int? = try await sample.house.database.read { tx in
                try tx.value(
                    """
                    SELECT COUNT(*) FROM alarms
                    WHERE rule = 'SUPERVISION-LETTER' AND void_at IS NOT NULL
                    """
                )
            }
            #expect(kept ?? 0 > 0, "the rows stay as history")
        }
    }

    @Test(arguments: Engine.all)
    func `the clocks of steps come out the same when they are made anew`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let letter = try await case1.open(case1.order(.letter, skip: "急"))
            _ = try await case1.open(case1.order(.reminder))
            sample.clock.move(hours: 30)
            _ = try await case1.move(letter.id, .answer, by: case1.liaison)
            let (kept, made) = try await sample.house.database.read { tx in
                let turn = sample.house.turn(in: tx)
                let file = try File.reading(case1.walk.id, in: turn)
                let kept = try Clock.clocks(of: case1.walk.id, in: tx)
                return (kept, try file.clocks())
            }
            let steps = { (clocks: [Clock]) in
                clocks.filter { $0.subject.kind == .step }.map { "\($0.rule) \($0.dueAt)" }.sorted()
            }
            #expect(steps(kept).count == 2 && steps(kept) == steps(made))
        }
    }

    /// A part given back has nothing left to answer; the step's limit goes with it.
    @Test func `a unit that gave its part back is late with nothing`() async throws {
        try await withCentre(.sqlite) { sample in
            var case1 = try await Supervised(sample, signed: false)
            _ = try await case1.open(case1.order(.reminder))
            #expect(try await limits(case1).map(\.state) == [.running])
            try await case1.walk.giveBack("justice", better: "landResources")
            #expect(try await limits(case1).map(\.state) == [.cancelled])
        }
    }

    /// A store whose pack is of before still runs the limit of the part.
    @Test func `a rule whose subject is the part counts as it did`() throws {
        let calendar = try SamplePack.pack().calendar
        let town = try SamplePack.pack().limits
        let now = try #require(town.first { $0.code == "SUPERVISION-LETTER" })
        let old = LimitRule(
            code: now.code,
            title: now.title,
            subject: .assignment,
            starts: now.starts,
            ends: now.ends,
            amount: now.amount,
            unit: now.unit,
            basis: now.basis,
            validFrom: now.validFrom
        )
        let world = World.real
        let (step, part): (ID<SupervisionStep>, ID<Assignment>) = (world.newID(), world.newID())
        let start = try #require(Moment(text: "2026-03-04T10:00:00+08:00"))
        let events = [(Act.letterIssued, 0), (.letterAnswered, 24)].map { act, hours in
            ClockEvent(
                act,
                at: start.adding(hours: hours),
                subject: .step(step),
                part: part
            )
        }
        let clocks = Clock.replay(events, rules: [old], calendar: calendar)
        #expect(clocks.map(\.subject) == [.assignment(part)])
        #expect(clocks.map(\.state) == [.met])
        #expect(old.check().isEmpty && now.check().isEmpty)
    }
}
