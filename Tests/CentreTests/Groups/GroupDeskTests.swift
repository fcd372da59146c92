import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A group matter at the desks` {
    @Test(arguments: Engine.all)
    func `is entered, compared with the roster, paid to the cent and told`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let group = try await Grouped(sample)
            try await group.enter(1...40)
            var roster = Grouped.table(3...60)
            let more = Grouped.table(1...1, plus: 5).rows
            roster = GroupTable(columns: roster.columns, rows: roster.rows + more)
            _ = try await group.desk.enterRoster(
                group.reading(roster).lines,
                of: group.id,
                by: group.walk.dispatcher,
                operation: sample.operation()
            )
            var view = try await group.view()
            #expect(view.members == 40 && view.owed == Grouped.total(1...40))
            #expect(view.roster?.lines == 59)
            #expect(view.roster?.otherSum == 1 && view.roster?.offRoster == 1)
            var list = MemberList()
            list.which = .offRoster
            let off = try await group.desk.members(list, of: group.id, for: group.walk.director)
            #expect(off.items.map(\.serial) == [2])
            #expect(off.items[0].name == "工**" && off.items[0].phone == "138****0002")

            _ = try await group.pay(Grouped.each(1...30, 100_000), total: Money(fen: 3_000_000))
            view = try await group.pay(
                .rest,
                total: Money(fen: Grouped.total(1...40).fen - 3_000_000)
            ).answer
            #expect(view.rest == .nothing && view.settled == 40 && view.batches.count == 2)
            let told = try #require(try await group.told())
            #expect(told.paid == view.paid && told.owed == view.owed)
            #expect(try await group.desk.check(group.id, for: group.walk.dispatcher).holds)
            #expect(try await Outboxed(sample).empty() > 0)
            #expect(try await group.count("notices", "kind = 'groupPaid'") == 70)
        }
    }

    @Test(arguments: Engine.all)
    func `nothing is doubled when sent twice, and a changed line is found`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let group = try await Grouped(sample)
            let (entering, paying) = (sample.operation(), sample.operation())
            let first = try await group.enter(1...12, operation: entering)
            let again = try await group.enter(1...12, operation: entering)
            #expect(first.answer == again.answer && again.replayed && !first.replayed)
            let other = try await group.enter(5...15)
            #expect(other.answer.entered == 3 && other.answer.known == 8)
            for _ in 1...2 {
                let lines = Grouped.each(1...10, 50_000)
                _ = try await group.pay(lines, total: Money(fen: 500_000), operation: paying)
            }
            let view = try await group.view()
            #expect(view.members == 15 && view.paid.fen == 500_000 && view.batches.count == 1)
            #expect(try await group.desk.check(group.id, for: group.walk.dispatcher).holds)
            try await sample.house.database.write { tx in
                try tx.run("UPDATE group_payments SET fen = fen + 1 WHERE fen = 50000")
            }
            let check = try await group.desk.check(group.id, for: group.walk.dispatcher)
            #expect(check.changed == [1] && !check.holds)
        }
    }

    @Test(
        arguments: [
            (Grouped.each(1...2, 100), 201, "group-total-off"),
            (Grouped.each(1...2, 100), 199, "group-total-off"),
            (Grouped.each(1...1, 9_000_000), 9_000_000, "group-paid-too-much"),
            (Grouped.each(9...9, 100), 100, "group-member-unknown"),
            (
                .each([1, 1].map { .init(row: $0, serial: $0, sum: Money(fen: 5)) }), 10,
                "group-member-twice"
            ),
        ] as [(PaymentOrder.Lines, Int64, String)]
    )
    func `a payment that does not add up is refused whole`(
        lines: PaymentOrder.Lines,
        total: Int64,
        word: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let group = try await Grouped(sample)
            try await group.enter(1...3)
            let refused = await #expect(throws: (any Error).self) {
                _ = try await group.pay(lines, total: Money(fen: total))
            }
            #expect((refused as? any Refusal)?.word == word)
            #expect(try await group.view().paid == .nothing)
        }
    }

    @Test func `a sheet with faults stores nothing, unless the good rows are kept`() async throws {
        try await withCentre(.sqlite) { sample in
            let group = try await Grouped(sample)
            let csv =
                "姓名,手机号,身份证号,金额\n张三,13800000001,,100\n,13800000002,,5\n李四,,,7\n"
                + "王五,12,,8\n赵六,13800000003,,x\n张三,13800000001,,100\n"
            let reading = try group.reading(try GroupTable(csv: csv))
            let faults = reading.faults.map { "\($0.row) \($0.column ?? "-") \($0.word)" }
            #expect(
                faults == [
                    "3 name field-empty", "4 - group-member-unreachable",
                    "5 phone field-impossible", "6 amount group-sum-not-readable",
                    "7 - group-member-twice",
                ]
            )
            for keeping in [false, true] {
                let done = try await group.desk.enter(
                    reading,
                    keepingGood: keeping,
                    into: group.id,
                    by: group.walk.dispatcher,
                    operation: sample.operation()
                ).answer
                #expect(done.entered == (keeping ? 1 : 0) && done.faults.count == 5)
            }
            #expect(try await group.view().members == 1)
        }
    }

    @Test func `each member sees the own line by number and code, and may be erased once paid`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let group = try await Grouped(sample)
            try await group.enter(1...2)
            let slips = try await group.desk.slips(
                of: group.id,
                after: 0,
                limit: 10,
                for: group.walk.dispatcher
            ).items
            let (one, two) = (slips[0], slips[1])
            #expect(one.number == "\(group.walk.number)-1" && one.queryCode != two.queryCode)
            await #expect(throws: NotFound()) {
                _ = try await group.desk.ownLine(one.number, code: two.queryCode)
            }
            await #expect(throws: GroupRefusal.stillOwed) {
                _ = try await group.desk.erase(
                    one.number,
                    code: one.queryCode,
                    operation: sample.operation()
                )
            }
            _ = try await group.desk.tell(
                "总包单位已到账",
                to: group.id,
                by: group.walk.dispatcher,
                operation: sample.operation()
            )
            _ = try await group.pay(.rest, total: Grouped.total(1...2))
            _ = try await Outboxed(sample).empty()
            let line = try await group.desk.ownLine(one.number, code: one.queryCode)
            #expect(line.rest == .nothing && line.payments.map(\.sum) == [line.owed])
            #expect(line.bulletins.map(\.words) == ["总包单位已到账"] && line.toldAt != nil)
            _ = try await group.desk.erase(
                one.number,
                code: one.queryCode,
                operation: sample.operation()
            )
            let gone = try await group.desk.ownLine(one.number, code: one.queryCode)
            #expect(gone.name == nil && gone.phone == nil && gone.paid == line.paid)
            #expect(try await group.count("group_members", "phone_mark IS NULL") == 1)
            #expect(try await group.desk.check(group.id, for: group.walk.dispatcher).holds)
            sample.clock.move(hours: 1)
            let late = try await group.desk.slips(
                of: group.id,
                after: 0,
                limit: 10,
                for: group.walk.dispatcher
            )
            #expect(late.items.isEmpty)
        }
    }

    @Test func `representatives are chosen and met; the facts are sealed`() async throws {
        try await withCentre(.sqlite) { sample in
            let group = try await Grouped(sample)
            try await group.enter(1...6)
            let dispatcher = group.walk.dispatcher
            await #expect(throws: GroupRefusal.representativesMissing) {
                _ = try await group.desk.meet(
                    [1],
                    on: Grouped.today,
                    "商谈",
                    of: group.id,
                    by: dispatcher,
                    operation: sample.operation()
                )
            }
            _ = try await group.desk.nameRepresentatives(
                [1, 4],
                of: group.id,
                by: dispatcher,
                operation: sample.operation()
            )
            var facts = WageFacts()
            facts.generalContractor = "某某建设集团"
            facts.specialAccount = .yes
            _ = try await group.desk.setFacts(
                facts,
                of: group.id,
                by: dispatcher,
                operation: sample.operation()
            )
            let view = try await group.desk.meet(
                [4],
                on: Grouped.today,
                "商谈发放计划",
                of: group.id,
                by: dispatcher,
                operation: sample.operation()
            ).answer
            #expect(view.representatives.map(\.serial) == [1, 4])
            #expect(view.meetings.map(\.words) == ["商谈发放计划"])
            #expect(view.facts == facts)
            await #expect(throws: NotFound()) {
                _ = try await group.desk.group(group.id, for: try group.walk.liaison("labour"))
            }
        }
    }
}

/// The outbox, worked off until nothing is due.
struct Outboxed {
    let desk: OutboxDesk

    init(_ sample: SampleCentre) {
        desk = OutboxDesk(house: sample.house)
    }

    func empty() async throws -> Int {
        var all = 0
        while true {
            let round = try await desk.deliver()
            if round.taken == 0 { return all }
            all += round.delivered
        }
    }
}
