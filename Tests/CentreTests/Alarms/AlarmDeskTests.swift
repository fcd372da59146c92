import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The alarms of the house` {
    private func raise(_ sample: SampleCentre) async throws {
        let desk = AlarmDesk(house: sample.house)
        while try await desk.raise(limit: 5).looked == 5 {}
    }

    private func lines(
        _ sample: SampleCentre,
        _ viewer: Viewer,
        _ kinds: [Alarm.Kind] = [],
        state: Alarm.State = .open
    ) async throws -> [AlarmLine] {
        var list = AlarmList()
        list.kinds = kinds
        list.state = state
        list.limit = 200
        return try await AlarmDesk(house: sample.house).page(list, for: viewer).items
    }

    @Test(arguments: Engine.all)
    func `after three days of standing still each comes once, with both its moments`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walks: [Walk] = []
            for _ in 0..<4 { walks.append(try await Walk(sample)) }
            let dispatcher = walks[0].dispatcher
            try await raise(sample)
            #expect(try await lines(sample, dispatcher).isEmpty)
            sample.clock.move(hours: 72)
            let reopened = sample.clock.now
            try await raise(sample)
            let raised = try await lines(sample, dispatcher, [.noFirstContact])
            #expect(raised.count == 4)
            for line in raised {
                #expect(line.at == line.due.adding(milliseconds: 1))
                #expect(line.at < reopened && line.raisedAt >= reopened)
                #expect(line.unit == nil && line.number != nil)
            }
            let all = try await lines(sample, dispatcher)
            try await raise(sample)
            #expect(try await lines(sample, dispatcher) == all)
            // Told once a matter, of the gravest.
            let orders: Int? = try await sample.house.database.read { tx in
                try tx.value("SELECT COUNT(*) FROM outbox WHERE kind = 'limitMissed'")
            }
            #expect(orders == 4)
        }
    }

    @Test(arguments: Engine.all)
    func `what is answered in time raises nothing, what is answered late leaves its alarm`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.sign("justice")
            sample.clock.move(hours: 100)
            // Nobody looked in between: the act itself leaves what its clocks asked for.
            _ = try await sample.handling.progress(
                try walk.part(of: "justice"),
                words: "已联系",
                contact: true,
                by: try walk.liaison("justice"),
                operation: sample.operation()
            )
            let missed = try await lines(
                sample,
                walk.dispatcher,
                [.noFirstContact],
                state: .answered
            )
            #expect(missed.count == 1 && missed.first?.answeredAt != nil)
            try await raise(sample)
            let signing = try await lines(sample, walk.dispatcher, [.overdue], state: .answered)
            #expect(!signing.contains { $0.rule.contains("SIGN") })
        }
    }

    @Test(arguments: Engine.all)
    func `the unit hears of its time, the dispatcher of the last day, the supervisor of lateness`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            let justice = try walk.liaison("justice")
            for viewer in [walk.dispatcher, walk.supervisor, justice] {
                try await Seating.seat(viewer, in: sample)
            }
            try await walk.accept(route: "petition")
            try await walk.assign("justice")
            try await walk.sign("justice")
            sample.clock.move(hours: 24 * 31)
            try await raise(sample)
            while try await OutboxDesk(house: sample.house).deliver().taken > 0 {}
            let told = try await kinds(sample, justice)
            #expect(told.contains(.limitMissed))
            #expect(try await kinds(sample, walk.supervisor).contains(.limitMissed))
            let half = try await lines(sample, justice, [.halfUsed])
            #expect(half.contains { $0.rule == "XF-HANDLE" && $0.unit?.code == "justice" })
            let soon = Alarm.Kind.told(to: walk.supervisor).filter { !$0.isLate }
            #expect(soon.isEmpty)
            #expect(Alarm.Kind.told(to: walk.dispatcher).contains(.due))
            #expect(Alarm.Kind.told(to: justice) == Alarm.Kind.allCases)
            let land = try walk.liaison("landResources")
            #expect(try await lines(sample, land).isEmpty)
            // The resident and the neighbours hear nothing of the house's alarms.
            let resident = try await NoticesDesk(house: sample.house).notices(
                ofConcern: walk.number,
                code: walk.code,
                after: nil,
                limit: 10
            )
            #expect(resident.items.isEmpty)
            let today = try await sample.matters.today(for: justice)
            #expect(today.alarms > 0)
            let screen = try await sample.matters.screen(walk.id, for: justice)
            #expect(screen.limits.contains { $0.line.rule == "XF-HANDLE" && !$0.alarms.isEmpty })
        }
    }

    private func kinds(_ sample: SampleCentre, _ viewer: Viewer) async throws -> [Notice.Kind] {
        try await NoticesDesk(house: sample.house)
            .notices(for: viewer, after: nil, limit: 50).items.map(\.kind)
    }

    @Test(arguments: Engine.all)
    func `pages follow each other without a gap or a double`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var last: Walk?
            for _ in 0..<6 { last = try await Walk(sample) }
            let dispatcher = try #require(last).dispatcher
            sample.clock.move(hours: 24 * 20)
            try await raise(sample)
            let all = try await lines(sample, dispatcher)
            #expect(all.count > 20)
            var list = AlarmList()
            list.limit = 7
            var paged: [AlarmLine] = []
            repeat {
                let page = try await AlarmDesk(house: sample.house).page(list, for: dispatcher)
                paged += page.items
                list.after = page.next
            } while list.after != nil
            #expect(paged == all)
            #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
        }
    }

    @Test(arguments: Engine.all)
    func `clocks that no watch knows are learnt, batch by batch`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            for _ in 0..<3 { _ = try await Walk(sample) }
            let before = try await watches(sample)
            try await sample.house.database.write { tx in
                try tx.run("DELETE FROM watches")
            }
            let desk = AlarmDesk(house: sample.house)
            #expect(try await desk.isBehind())
            var cursor: DueCursor? = .start
            while let after = cursor { cursor = try await desk.learn(after: after, limit: 4) }
            #expect(try await !desk.isBehind())
            #expect(try await watches(sample) == before)
            #expect(before.count > 9)
        }
    }

    private func watches(_ sample: SampleCentre) async throws -> [ClockKey: Moment] {
        try await sample.house.database.read { tx in
            let rows = try tx.rows("SELECT subject, rule, started_at, next_at FROM watches")
            let pairs: [(ClockKey, Moment)] = try rows.map { (try ClockKey($0), try $0["next_at"]) }
            return Dictionary(pairs, uniquingKeysWith: { $1 })
        }
    }

    @Test func `lists and rounds walk along their indexes`() async throws {
        try await withCentre(.sqlite) { sample in
            let dispatcher = try sample.officer(.dispatcher)
            let justice = try sample.officer(.liaison, "justice")
            let grid = try sample.officer(.gridWorker, area: try aGrid(of: sample))
            let now = sample.clock.now
            for (viewer, index) in [
                (dispatcher, "alarms_by_kind"), (justice, "alarms_by_unit"),
                (grid, "alarms_by_grid"),
            ] {
                let plan = try await sample.house.look { turn in
                    let query = AlarmQuery(
                        list: AlarmList(),
                        sight: Sight(viewer, in: turn.town),
                        town: turn.town,
                        limit: 50
                    )
                    return try explained(try #require(query.sql), in: turn.tx)
                }
                #expect(plan.contains(index) && !plan.contains("SCAN a "), "\(plan)")
            }
            let round = try await sample.house.look { turn in
                try explained(
                    """
                    SELECT subject, rule, started_at FROM watches WHERE next_at <= \(now)
                    ORDER BY next_at, subject, rule LIMIT 200
                    """,
                    in: turn.tx
                )
            }
            #expect(round.contains("watches_next") && !round.contains("TEMP B-TREE"), "\(round)")
        }
    }

    private func aGrid(of sample: SampleCentre) throws -> String {
        try #require(sample.town.areas.first { $0.level == .grid }).code
    }

    @Test(arguments: Engine.all)
    func `a clock that cannot be read holds up no other`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walks = [try await Walk(sample), try await Walk(sample)]
            try await sample.house.database.write { tx in
                try tx.run(
                    "UPDATE clocks SET pauses = 'nonsense' WHERE matter = \(walks[0].id)"
                )
            }
            sample.clock.move(hours: 72)
            let round = try await AlarmDesk(house: sample.house).raise()
            #expect(round.putOff > 0 && round.raised > 0)
            let seen = try await lines(sample, walks[0].dispatcher)
            #expect(Set(seen.map(\.matter)) == [walks[1].id])
            #expect(try await AlarmDesk(house: sample.house).raise().looked == 0)
        }
    }
}

private func explained(_ sql: SQL, in tx: Transaction) throws -> String {
    try tx.rows("\(tx.dialect.explain) \(sql)").map { "\($0.values)" }.joined(separator: " ")
}

/// Posts in the store, so that the outbox finds the officers.
enum Seating {
    static func seat(_ viewer: Viewer, in sample: SampleCentre) async throws {
        try await sample.house.database.write { tx in
            try tx.run(
                """
                INSERT INTO officers (id, login, name, created_at)
                VALUES (\(viewer.officer), \(viewer.officer.description), 'x', 0)
                ON CONFLICT (id) DO NOTHING
                """
            )
            for post in viewer.posts { try post.add(in: tx) }
        }
    }
}
