import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A whistle at the desks` {
    @Test(arguments: Engine.all)
    func `calls units to one table, and ends when each has done its part`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let table = try await Whistled(sample)
            let blown = try await table.blow()
            #expect(blown.open && blown.place == "中心二楼会议室" && blown.calls.count == 2)
            #expect(blown.calls.allSatisfy { $0.purpose == "核对工资表" && $0.waits == .unit })
            #expect(blown.calls[0].due.text() == "2026-03-04T15:30:00+08:00")
            let told = try await table.notices(.whistleCalled)
            #expect(told.map { $0["units"] } == ["housing,police"])

            let police = try table.liaison("police")
            let housing = try table.liaison("housing")
            try await table.move(blown.call("police").id, .see, nil, by: police)
            try await table.move(blown.call("police").id, .come, nil, by: police)
            try await table.move(blown.call("police").id, .arrive, nil, by: police)
            try await table.move(
                blown.call("housing").id,
                .markPresent,
                nil,
                by: table.walk.dispatcher
            )
            try await table.move(blown.call("police").id, .finish, "已维持秩序", by: police)
            let done = try await table.move(
                blown.call("housing").id,
                .finish,
                "已冻结专户",
                by: housing
            )
            #expect(!done.open && done.endedAt != nil)
            #expect(done.calls.map(\.state) == [.done, .done])
            #expect(try done.call("housing").history.last?.words == "已冻结专户")
            #expect(try await table.notices(.whistleEnded).count == 1)
            let (told2, kept) = (try await table.told(), try await table.kept())
            #expect(kept == Whistled.lines(told2))

            let judged = try await table.desk.receive(
                done.call("police").id,
                .init(inTime: true, helped: true),
                nil,
                by: table.walk.dispatcher,
                operation: sample.operation()
            ).answer
            #expect(try judged.call("police").reception == .init(inTime: true, helped: true))
            let both = try await table.desk.justify(
                done.call("police").id,
                .init(justified: false),
                "一个单位就够",
                by: police,
                operation: sample.operation()
            ).answer
            #expect(try both.call("police").justified == false)
        }
    }

    @Test(arguments: Engine.all)
    func `keeps its matter open, and goes with it where the resident takes it back`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var table = try await Whistled(sample)
            let blown = try await table.blow(table.order(["police", "housing"]))
            try await table.walk.assign("justice")
            try await table.walk.sign("justice")
            try await table.walk.reply("justice")
            try await table.walk.verify()
            await #expect(throws: WhistleRefusal.stillOpen) { try await table.walk.close() }
            _ = try await sample.intake.withdraw(
                table.walk.number,
                code: table.walk.code,
                operation: sample.operation()
            )
            let told = try await table.told()
            #expect(told.map(\.isOpen) == [false])
            #expect(told[0].calls.allSatisfy { $0.state == .withdrawn })
            #expect(told[0].id == blown.id)
            #expect(try await table.notices(.whistleReleased).count == 1)
            await #expect(throws: WhistleRefusal.matterOver) { _ = try await table.blow() }
        }
    }

    @Test func `a refusal goes to the director, who may let the call stand`() async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            let blown = try await table.blow()
            let (police, call) = (try table.liaison("police"), try blown.call("police").id)
            await #expect(throws: Fault(.missing, "words")) {
                try await table.move(call, .decline, nil, by: police)
            }
            try await table.move(call, .decline, "不属于本单位职责", by: police)
            #expect(try await table.notices(.whistleDeclined).map { $0["unit"] } == ["police"])
            await #expect(throws: NotFound()) {
                try await table.move(call, .excuse, by: table.walk.dispatcher)
            }
            sample.clock.move(hours: 30)
            let upheld = try await table.move(call, .uphold, "须维持秩序", by: table.walk.director)
            #expect(try upheld.call("police").state == .called)
            #expect(try upheld.call("police").due > sample.clock.now)
            #expect(try !upheld.call("police").overdue)
            let seen = try await table.desk.whistle(blown.id, for: police)
            #expect(try !seen.call("police").moves.contains(.decline))
            await #expect(throws: WhistleRefusal.upheld) {
                try await table.move(call, .decline, "还是不来", by: police)
            }
            let own = try sample.officer(.director, "housing")
            let other = try blown.call("housing").id
            try await table.move(other, .decline, by: table.liaison("housing"))
            await #expect(throws: WhistleRefusal.ownUnit) {
                try await table.move(other, .excuse, by: own)
            }
            try await table.move(other, .excuse, "确实不需要", by: table.walk.director)
            #expect(try await table.told()[0].calls.map(\.state) == [.called, .excused])
        }
    }

    @Test func `a called unit sees the matter, and only while nothing stands against it`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            let police = try table.liaison("police")
            await #expect(throws: NotFound()) {
                _ = try await sample.matters.matter(table.walk.id, for: police)
            }
            let blown = try await table.blow()
            _ = try await sample.matters.matter(table.walk.id, for: police)
            let labour = try table.liaison("labour")
            await #expect(throws: NotFound()) {
                _ = try await sample.matters.matter(table.walk.id, for: labour)
            }
            await #expect(throws: NotFound()) {
                try await table.move(blown.call("police").id, .see, nil, by: labour)
            }
            _ = try await sample.dispatch.markConflict(
                .unit(try sample.unit("police")),
                on: table.walk.id,
                by: table.walk.dispatcher,
                operation: sample.operation()
            )
            await #expect(throws: NotFound()) {
                try await table.move(blown.call("police").id, .see, nil, by: police)
            }
            #expect(try await table.desk.page(.init(), for: police).items.isEmpty)
            await #expect(throws: AssignmentRefusal.conflictOfInterest) {
                _ = try await table.blow(table.order(["traffic", "labour"]))
            }
        }
    }

    static let refused: [([String], String, String, WhistleRefusal)] = [
        (["police"], "normal", "severalUnits", .unitsTooFew),
        (["police", "police"], "normal", "severalUnits", .unitCalledAlready),
        (["police"], "planned", "emergency", .kindUnfit),
    ]

    @Test(arguments: refused)
    func `is not blown where its ground does not hold`(
        units: [String],
        kind: String,
        ground: String,
        why: WhistleRefusal
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            await #expect(throws: why) {
                _ = try await table.blow(table.order(units, kind: kind, ground: ground))
            }
            await #expect(throws: WhistleRefusal.meetingPast) {
                let past = sample.clock.now.adding(hours: -1)
                _ = try await table.blow(table.order(meetsAt: past))
            }
            #expect(try await table.kept().isEmpty)
            #expect(try await table.notices(.whistleCalled).isEmpty)
        }
    }

    @Test(arguments: [Role.clerk, .supervisor, .director, .liaison, .villageHead, .visitor])
    func `is blown by the dispatcher alone`(role: Role) async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            let viewer = try sample.officer(role, role.reach == .centre ? "centre" : "justice")
            await #expect(throws: NotFound()) { _ = try await table.blow(by: viewer) }
        }
    }

    @Test func `the same operation blows one whistle, and an answer given twice counts once`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            let operation = sample.operation("whistle")
            let order = try table.order()
            let first = try await table.desk.blow(
                order,
                on: table.walk.id,
                by: table.walk.dispatcher,
                operation: operation
            )
            let again = try await table.desk.blow(
                order,
                on: table.walk.id,
                by: table.walk.dispatcher,
                operation: operation
            )
            #expect(!first.replayed && again.replayed && again.answer.id == first.answer.id)
            #expect(try await table.told().count == 1)
        }
    }
}
