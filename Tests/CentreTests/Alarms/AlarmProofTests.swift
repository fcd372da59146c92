import Storage
import TestSupport
import Testing

@testable import Centre

/// Random lives of matters beside a house that is killed, started again, closed for days, run by
/// two processes, and set to another time; what was raised is what should have been.
@Suite struct `The alarms of random lives` {
    @Test(arguments: Engine.all, [UInt64(1), 2, 3, 4])
    func `are the alarms that should have been, each once`(
        engine: Engine,
        seed: UInt64
    ) async throws {
        try await withTwoHouses(engine) { houses in
            var life = Life(houses.sample, seed: seed)
            for _ in 0..<140 { try await life.step(&houses) }
            try await life.round(AlarmDesk(house: houses.sample.house))
            try await life.check()
        }
    }
}

/// One random life.
private struct Life {
    let sample: SampleCentre
    var dice: SeededDice
    var plain: PlainAlarms
    var walks: [Walk] = []
    /// Where a concern is that is not at home, by its number.
    var linked: [String: ID<Matter>] = [:]
    /// How often one came and went.
    var links = 0
    var unlinks = 0

    init(_ sample: SampleCentre, seed: UInt64) {
        self.sample = sample
        dice = SeededDice(seed: seed)
        plain = PlainAlarms(rules: sample.town.limits, calendar: sample.town.calendar)
    }

    mutating func step(_ houses: inout TwoHouses) async throws {
        switch dice.within(1...100) {
        case ...45: try await act()
        case ...60: pass(hours: 1...30)
        case ...70: pass(hours: 20...200)
        case ...74: pass(hours: -100 ... -1)
        case ...77: pass(hours: 300...1500)
        case ...80: try await race(houses)
        case ...86: try await kill(&houses)
        default: try await round(AlarmDesk(house: sample.house))
        }
    }

    private mutating func pass(hours: ClosedRange<Int64>) {
        let milliseconds = dice.within(hours) * 3_600_000 + dice.within(1...3_599_999)
        sample.clock.move(to: sample.clock.now.adding(milliseconds: milliseconds))
    }

    /// A whole round, in small batches.
    mutating func round(_ desk: AlarmDesk) async throws {
        let now = sample.clock.now
        while try await desk.raise(limit: 3).looked == 3 {}
        plain.look(at: now)
    }

    private mutating func race(_ houses: TwoHouses) async throws {
        let (one, other) = (AlarmDesk(house: sample.house), AlarmDesk(house: houses.other))
        let now = sample.clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for desk in [one, other, one, other] {
                group.addTask { while try await desk.raise(limit: 2).looked > 0 {} }
            }
            try await group.waitForAll()
        }
        plain.look(at: now)
    }

    /// Killed in the middle of a round; the house stays closed for a while, and goes on.
    private mutating func kill(_ houses: inout TwoHouses) async throws {
        _ = try await AlarmDesk(house: houses.other).raise(limit: 2)
        let dying = DyingDatabase(base: houses.other.database, keeps: dice.within(0...1) == 1)
        do {
            _ = try await AlarmDesk(house: houses.other.on(dying)).raise(limit: 2)
        } catch is DyingDatabase.Death {}
        try await houses.restart()
        if dice.within(0...2) > 0 { pass(hours: 1...80) }
        try await round(AlarmDesk(house: houses.other))
    }
}

extension Life {
    private mutating func act() async throws {
        if walks.isEmpty || walks.count < 12 && dice.within(1...4) == 1 {
            var order = WorkOrder.sample
            order.urgency = dice.within(1...3) == 1 ? .urgent : .normal
            walks.append(try await Walk(sample, order: order))
        } else if walks.count > 1, dice.within(1...5) == 1 {
            do {
                try await relink()
            } catch is any Refusal {
                // Not every matter may be linked at every time.
            } catch is NotFound {}
        } else {
            let place = Int(dice.within(0...Int64(walks.count - 1)))
            var walk = walks[place]
            do {
                try await act(&walk)
            } catch is any Refusal {
                // Not every act is possible at every time; then nothing has happened.
            } catch is NotFound {}
            walks[place] = walk
        }
        for walk in walks { try await look(at: walk.id) }
    }

    /// A concern goes to another matter, or comes back to its own.
    private mutating func relink() async throws {
        let away = linked
        if dice.within(1...2) == 1, let walk = pick({ away[$0.number] != nil }),
            let other = away[walk.number]
        {
            _ = try await sample.dispatch.unlink(
                walk.number,
                from: other,
                reason: "不是一回事",
                by: walk.dispatcher,
                operation: sample.operation()
            )
            linked[walk.number] = nil
            unlinks += 1
            return
        }
        let untouched = { (walk: Walk) in
            [.registered, .accepted].contains(walk.view.stage) && away[walk.number] == nil
        }
        guard let walk = pick(untouched), let other = pick({ $0.id != walk.id }) else { return }
        _ = try await sample.dispatch.link(
            walk.number,
            to: other.id,
            reason: "同一件事",
            by: walk.dispatcher,
            operation: sample.operation()
        )
        linked[walk.number] = other.id
        links += 1
    }

    private mutating func pick(_ fits: (Walk) -> Bool) -> Walk? {
        let some = walks.filter(fits)
        guard !some.isEmpty else { return nil }
        return some[Int(dice.within(0...Int64(some.count - 1)))]
    }

    private mutating func look(at matter: ID<Matter>) async throws {
        let clocks = try await sample.house.look { turn in
            try Clock.clocks(of: matter, in: turn.tx)
        }
        plain.matter(matter, stands: clocks, at: sample.clock.now)
    }

    private mutating func act(_ walk: inout Walk) async throws {
        let chance = dice.within(1...16)
        switch (walk.view.stage, chance) {
        case (.registered, _): try await walk.accept(route: chance < 9 ? "mediation" : "petition")
        case (.accepted, _): try await walk.assign("justice")
        case (.suspended, ...8):
            walk.view = try await sample.handling.resume(
                walk.id,
                by: walk.director,
                operation: sample.operation()
            ).answer
        case (.suspended, _): _ = try await ResumptionDesk(house: sample.house).resumeEnded()
        case (.assigned, 1): try await walk.giveBack("justice", better: "landResources")
        case (.assigned, _): try await walk.sign("justice")
        case (.inProgress, ...6): try await walk.suspend(days: Int(dice.within(1...20)))
        case (.inProgress, ...12): try await extend(walk)
        case (.inProgress, 13...14): try await progress(walk)
        case (.inProgress, _): try await walk.reply("justice")
        case (.replied, ...4): try await walk.verify(.rework)
        case (.replied, ...8): try await walk.verify()
        case (.replied, _): try await walk.close()
        case (.closed, _): try await walk.visit()
        default: break
        }
        walk.view = try await sample.matters.matter(walk.id, for: walk.dispatcher)
    }

    private func progress(_ walk: Walk) async throws {
        _ = try await sample.handling.progress(
            try walk.part(of: "justice"),
            words: "已联系",
            contact: true,
            by: try walk.liaison("justice"),
            operation: sample.operation()
        )
    }

    private mutating func extend(_ walk: Walk) async throws {
        let rules = ["XF-HANDLE", "PM-FINISH", "LOCAL-FINISH-DISPUTE"]
        let rule = rules[Int(dice.within(0...2))]
        _ = try await sample.handling.askExtension(
            walk.id,
            ExtensionRequest(rule: rule, amount: Int(dice.within(1...15)), reason: "情况复杂"),
            by: try walk.liaison("justice"),
            operation: sample.operation()
        )
        pass(hours: 0...5)
        _ = try await sample.handling.decideExtension(
            walk.id,
            ExtensionDecision(
                granted: true,
                amount: nil,
                reason: "同意",
                partiesConsent: String(repeating: "a", count: 64)
            ),
            by: walk.director,
            operation: sample.operation()
        )
    }

    func check() async throws {
        let rows = try await sample.house.database.read { tx in
            try tx.rows(
                """
                SELECT subject, rule, started_at, kind, due_at, at, raised_at, state FROM alarms
                """
            ).map { row in
                (
                    PlainAlarms.Fired(
                        clock: try ClockKey(row),
                        kind: try row["kind"],
                        due: try row["due_at"],
                        at: try row["at"]
                    ), try row["raised_at"] as Int64, try row["state"] as Alarm.State
                )
            }
        }
        let fired = Set(rows.map(\.0))
        #expect(fired.count == rows.count)
        #expect(fired.subtracting(plain.fired).isEmpty)
        #expect(plain.fired.subtracting(fired).isEmpty)
        #expect(plain.fired.count > 20)
        #expect(Set(plain.fired.map(\.kind)).count >= 5)
        #expect(links > 0 && unlinks > 0, "concerns came and went")
        for (alarm, raised, state) in rows {
            #expect(raised >= alarm.at)
            let due = Moment(milliseconds: alarm.due)
            #expect((state == .open) == plain.isOpen(alarm.clock, due: due))
        }
    }
}
