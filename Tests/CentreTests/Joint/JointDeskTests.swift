import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Joint handling at the desks` {
    @Test(arguments: Engine.all)
    func `units meet, decide, promise and keep, and the copies follow`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let table = try await Joined(sample)
            try await table.take(.open)
            let called = try await table.take(.callMeeting, table.meeting())
            let meeting = try #require(called.meetings.first)
            #expect(meeting.agenda == "研究查封资料调取" && meeting.guests == "村委会、开发商代表")
            var here = JointSaid()
            here.presence = .site
            let police = try table.liaison("police")
            try await table.take(.attend, meeting.id, here, by: police)
            here.presence = .absent
            here.unit = try sample.unit("housing")
            try await table.take(.attend, meeting.id, here)
            try await table.take(.hold, meeting.id, JointSaid("会议记录"))
            try await table.take(.decide, meeting.id, JointSaid("由公安调取查封资料"))
            let promised = try await table.take(
                .pledge,
                table.promise("police", in: 7, at: meeting.id)
            )
            let held = try #require(promised.meetings.first)
            #expect(held.minutes == "会议记录" && held.decisions == ["由公安调取查封资料"])
            let seats = held.seats.map { "\($0.unit.code) \($0.presence?.rawValue ?? "-")" }
            #expect(Set(seats) == ["justice -", "police site", "housing absent"])
            let pledge = try #require(held.pledges.first)
            #expect(pledge.what == "调取查封资料" && pledge.evidence == "资料清单" && !pledge.missed)
            sample.clock.move(hours: 24 * 8)
            let late = try await table.desk.joint(of: table.walk.id, for: police)
            #expect(late.meetings[0].pledges[0].missed)
            await #expect(throws: NotFound()) {
                try await table.take(.keep, pledge.id, by: table.liaison("housing"))
            }
            let kept = try await table.take(.keep, pledge.id, JointSaid("资料已调取"), by: police)
            #expect(kept.meetings[0].pledges[0].state == .kept)
            #expect(kept.meetings[0].pledges[0].late)
            #expect(kept.meetings[0].pledges[0].history.last?.words == "资料已调取")
            let (told, copy) = (try await table.told(), try await table.kept())
            #expect(copy == told.lines && !copy.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a missed promise is told once, and again when it is moved and missed again`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            for role in [Role.director, .dispatcher] { _ = try await sample.signIn(role) }
            for unit in ["police", "justice"] {
                _ = try await sample.signIn(.liaison, unit)
            }
            let table = try await Joined(sample)
            try await table.take(.open)
            let promised = try await table.take(.pledge, table.promise("police", in: 2, at: nil))
            let pledge = try #require(promised.pledges.first).id
            func told() async throws -> [String] {
                _ = try await OutboxDesk(house: sample.house).deliver()
                let logins = try await sample.house.look { turn in
                    try turn.tx.rows(
                        """
                        SELECT DISTINCT p.role FROM notices n
                        JOIN posts p ON p.officer = n.officer
                        WHERE n.kind = 'pledgeMissed' ORDER BY p.role
                        """
                    ).map { row -> String in try row[0] }
                }
                return logins
            }
            func count() async throws -> Int {
                try await sample.house.look { turn in
                    try turn.tx.value(
                        "SELECT COUNT(*) FROM notices WHERE kind = 'pledgeMissed'"
                    ) ?? 0
                }
            }
            sample.clock.move(hours: 24 * 2)
            #expect(try await table.desk.tellMissed() == 0)
            sample.clock.move(hours: 24)
            async let one = table.desk.tellMissed()
            async let other = table.desk.tellMissed()
            #expect(try await one + other == 1)
            #expect(try await table.desk.tellMissed() == 0)
            #expect(try await told() == ["director", "dispatcher", "liaison"])
            let first = try await count()
            var later = JointSaid("等资料")
            later.day = sample.clock.now.day().adding(1)
            try await table.take(.moveDay, pledge, later)
            #expect(try await table.desk.tellMissed() == 0)
            sample.clock.move(hours: 24 * 2)
            #expect(try await table.desk.tellMissed() == 1)
            _ = try await told()
            #expect(try await count() == 2 * first)
            try await table.take(
                .keep,
                pledge,
                JointSaid("已调取"),
                by: table.liaison("police")
            )
            #expect(try await table.desk.tellMissed() == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `without the signatures only the director ends the handling`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let table = try await Joined(sample)
            try await table.take(.open)
            await #expect(throws: JointRefusal.signOffMissing) { try await table.take(.end) }
            let offered = try await table.desk.joint(of: table.walk.id, for: table.walk.dispatcher)
            #expect(!offered.steps.contains(.end))
            try await table.take(.askSignOff, JointSaid("意见稿"), by: table.liaison("justice"))
            try await table.take(.sign, JointSaid(), by: table.liaison("police"))
            await #expect(throws: JointRefusal.signOffMissing) { try await table.take(.end) }
            let ended = try await table.take(
                .end,
                JointSaid("住建部分另案办理"),
                by: table.walk.director
            )
            #expect(!ended.open)
        }
    }

    @Test(arguments: Engine.all)
    func `the reply waits for all signatures, and closing ends the handling`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var table = try await Joined(sample)
            try await table.take(.open)
            for unit in ["police", "housing", "justice"] { try await table.walk.reply(unit) }
            await #expect(throws: JointRefusal.signOffMissing) { try await table.walk.verify() }
            let (police, housing) = (try table.liaison("police"), try table.liaison("housing"))
            await #expect(throws: JointRefusal.notLead) {
                try await table.take(.askSignOff, by: police)
            }
            try await table.take(.askSignOff, JointSaid("答复意见稿"), by: table.liaison("justice"))
            try await table.take(.sign, JointSaid(), by: police)
            try await table.take(.object, JointSaid("第二条不妥"), by: housing)
            await #expect(throws: JointRefusal.signOffMissing) { try await table.walk.verify() }
            var ruling = JointSaid("依据充分,予以维持")
            ruling.unit = try sample.unit("housing")
            ruling.verdict = false
            await #expect(throws: NotFound()) { try await table.take(.rule, ruling) }
            let ruled = try await table.take(.rule, ruling, by: table.walk.director)
            #expect(ruled.signOff?.complete == true && ruled.signOff?.draft == "答复意见稿")
            let signature = ruled.signOff?.signatures.first { $0.unit.code == "housing" }
            #expect(signature?.words == "第二条不妥" && signature?.ruling == "依据充分,予以维持")
            try await table.walk.verify()
            try await table.walk.close()
            #expect(try await !table.told().isOpen)
        }
    }

    @Test(arguments: Engine.all)
    func `a watch task goes on after closing, and offers to reopen`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var table = try await Joined(sample, [])
            try await table.walk.reply("justice")
            try await table.walk.verify()
            try await table.walk.close()
            var question = JointSaid("不动产权证是否已发放")
            question.day = sample.clock.now.day().adding(3)
            question.interval = 30
            question.unit = try sample.unit("justice")
            let set = try await table.take(.follow, question)
            let task = try #require(set.followUps.first)
            #expect(!task.steps.contains(.reopen))
            await #expect(throws: JointRefusal.notReopenable) {
                try await table.take(.reopen, task.id)
            }
            var answer = JointSaid("尚在办理")
            answer.verdict = false
            let justice = try table.liaison("justice")
            try await table.take(.answer, task.id, answer, by: justice)
            let seen = try await table.desk.joint(of: table.walk.id, for: table.walk.dispatcher)
            #expect(seen.followUps[0].steps.contains(.reopen) && seen.followUps[0].open)
            #expect(try await sample.matters.matter(table.walk.id, for: justice).stage == .closed)
            try await table.take(.reopen, task.id)
            #expect(try await sample.matters.matter(table.walk.id, for: justice).stage == .reopened)
            let (told, copy) = (try await table.told(), try await table.kept())
            #expect(copy == told.lines && copy.count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `lists are a unit's own, page by page, and the centre's whole`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let table = try await Joined(sample)
            try await table.take(.open)
            for days in [5, 1, 3] {
                try await table.take(.pledge, table.promise("police", in: days, at: nil))
            }
            try await table.take(.pledge, table.promise("housing", in: 2, at: nil))
            let police = try table.liaison("police")
            var list = JointList(.pledges)
            list.limit = 2
            let first = try await table.desk.page(list, for: police)
            let today = sample.clock.now.day()
            #expect(first.items.map { $0.day.number - today.number } == [1, 3])
            list.after = first.next
            let second = try await table.desk.page(list, for: police)
            #expect(second.items.map { $0.day.number - today.number } == [5])
            #expect(second.next == nil)
            let whole = try await table.desk.page(JointList(.pledges), for: table.walk.dispatcher)
            #expect(whole.items.count == 4)
            var other = JointList(.pledges)
            other.unit = try sample.unit("housing")
            #expect(try await table.desk.page(other, for: police).items.isEmpty)
            let tasks = try await table.desk.page(JointList(.followUps), for: police)
            #expect(tasks.items.isEmpty)
        }
    }

    @Test func `a unit called to the table sees the matter, another does not`() async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Joined(sample, ["police"])
            let housing = try table.liaison("housing")
            try await table.take(.open)
            await #expect(throws: NotFound()) {
                _ = try await table.desk.joint(of: table.walk.id, for: housing)
            }
            try await table.take(.callMeeting, table.meeting())
            #expect(try await table.desk.joint(of: table.walk.id, for: housing).open)
            await #expect(throws: JointRefusal.unitNotAtTable) {
                try await table.take(.pledge, table.promise("labour", in: 3, at: nil))
            }
        }
    }

    @Test func `a termination lets what was promised lapse`() async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Joined(sample)
            try await table.take(.open)
            try await table.take(.pledge, table.promise("police", in: 3, at: nil))
            _ = try await sample.intake.withdraw(
                table.walk.number,
                code: table.walk.code,
                operation: sample.operation()
            )
            let told = try await table.told()
            #expect(!told.isOpen && told.pledges.map(\.state) == [.lapsed])
        }
    }

    @Test(arguments: [JointList.Kind.pledges, .followUps])
    func `a page is read along one index`(kind: JointList.Kind) async throws {
        try await withCentre(.sqlite) { sample in
            let table = try await Joined(sample, [])
            for viewer in [table.walk.dispatcher, try table.liaison("justice")] {
                let right: Right = viewer.may(.runJoint) ? .runJoint : .answerJoint
                let plan = try await sample.house.look { turn in
                    let sight = Sight(viewer, using: right, in: turn.town)
                    let query = JointQuery(list: JointList(kind), sight: sight).sql
                    return try turn.tx.rows("EXPLAIN QUERY PLAN \(query)").map { row -> String in
                        try row["detail"]
                    }
                }
                let name = kind == .pledges ? "pledges" : "follow_ups"
                let index = right == .runJoint ? "\(name)_in_order" : "\(name)_of_unit"
                #expect(plan.contains { $0.contains(index) })
                #expect(!plan.contains { $0.hasPrefix("SCAN p") })
            }
        }
    }
}
