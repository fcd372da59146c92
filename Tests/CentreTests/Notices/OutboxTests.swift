import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `What is told to whom` {
    /// Gives a viewer of the sample a post in the store, so that the outbox finds the officer.
    private func seat(_ viewer: Viewer, in sample: SampleCentre) async throws {
        try await sample.house.database.write { tx in
            let known = try tx.row("SELECT id FROM officers WHERE id = \(viewer.officer)")
            if known == nil {
                try tx.run(
                    """
                    INSERT INTO officers (id, login, name, created_at)
                    VALUES (\(viewer.officer), \(viewer.officer.description), 'x', 0)
                    """
                )
            }
            for post in viewer.posts { try post.add(in: tx) }
        }
    }

    private func kinds(_ sample: SampleCentre, _ viewer: Viewer) async throws -> [Notice.Kind] {
        let desk = NoticesDesk(house: sample.house)
        return try await desk.notices(for: viewer, after: nil, limit: 50).items.map(\.kind)
    }

    @Test(arguments: Engine.all)
    func `each hears of what is theirs to do`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var order = WorkOrder.sample
            order.dangerNow = true
            var walk = try await Walk(sample, order: order)
            let justice = try walk.liaison("justice")
            let land = try walk.liaison("landResources")
            for viewer in [walk.dispatcher, walk.director, walk.supervisor, justice, land] {
                try await seat(viewer, in: sample)
            }
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.giveBack("justice", better: "landResources")
            try await walk.assign("landResources")
            try await walk.sign("landResources")
            try await walk.reply("landResources")
            try await walk.verify(.rework)
            try await walk.reply("landResources")
            try await walk.verify()
            try await walk.close()
            let desk = OutboxDesk(house: sample.house)
            while try await desk.deliver(limit: 3).taken == 3 {}

            #expect(try await kinds(sample, justice) == [.assignmentMade])
            #expect(
                try await kinds(sample, land) == [
                    .supervisionOpened, .reworkAsked, .assignmentMade,
                ]
            )
            #expect(try await kinds(sample, walk.director) == [.dangerNow])
            #expect(try await kinds(sample, walk.dispatcher) == [.assignmentReturned, .dangerNow])
            #expect(try await kinds(sample, walk.supervisor).isEmpty)
            let told = try await NoticesDesk(house: sample.house).notices(
                ofConcern: walk.number,
                code: walk.code,
                after: nil,
                limit: 10
            )
            #expect(told.items.map(\.kind) == [.matterClosed])
            let left: Int? = try await sample.house.database.read { tx in
                try tx.value("SELECT COUNT(*) FROM outbox")
            }
            #expect(left == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `two processes deliver each row once`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let justice = try sample.officer(.liaison, "justice")
            try await seat(justice, in: sample)
            for _ in 0..<6 {
                var walk = try await Walk(sample)
                try await walk.accept()
                try await walk.assign("justice")
            }
            let delivered = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let desk = OutboxDesk(house: sample.house)
                        var sum = 0
                        while case let round = try await desk.deliver(limit: 2), round.taken > 0 {
                            sum += round.delivered
                        }
                        return sum
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(delivered == 6)
            #expect(try await kinds(sample, justice).count == 6)
        }
    }

    @Test(arguments: Engine.all)
    func `what cannot be delivered is tried again, then given up, and harms no other`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let justice = try sample.officer(.liaison, "justice")
            try await seat(justice, in: sample)
            try await sample.house.database.write { tx in
                let id: ID<Notice> = sample.house.world.newID()
                try tx.run(
                    """
                    INSERT INTO outbox (id, kind, facts, created_at, next_at, attempts)
                    VALUES (\(id), 'nonsense', '{}', 0, 0, 0)
                    """
                )
            }
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            let desk = OutboxDesk(house: sample.house)
            let first = try await desk.deliver()
            #expect(first.delivered == 1 && first.putOff == 1)
            #expect(try await desk.deliver().taken == 0)
            var dead = 0
            for _ in 0..<20 where dead == 0 {
                sample.clock.move(hours: 2)
                dead = try await desk.deliver().dead
            }
            #expect(dead == 1)
            let upkeep = UpkeepDesk(database: sample.house.database, world: sample.house.world)
            let condition = try await upkeep.condition()
            #expect(condition.deadLetters == 1)
            #expect(condition.oldestUnsent == nil)
            let letters = try await desk.deadLetters(limit: 10).items
            #expect(letters.map(\.kind) == ["nonsense"] && letters.first?.attempts == 8)
            #expect(letters.first?.reason == .unreadable)
            #expect(try await desk.requeue(sample.house.world.newID()) == 0)
            #expect(try await desk.requeue() == 1)
            #expect(try await desk.deadLetters(limit: 10).items.isEmpty)
            // It is tried again from the beginning.
            #expect(try await desk.deliver().putOff == 1)
        }
    }

    @Test(arguments: [(1, 30), (2, 60), (3, 120), (7, 1920)])
    func `each attempt waits longer than the one before`(attempts: Int, seconds: Int64) {
        let now = Moment(milliseconds: 0)
        let later = now.adding(milliseconds: seconds * 1000)
        #expect(OutboxRow.outlook(afterAttempts: attempts, at: now) == .again(at: later))
        #expect(OutboxRow.outlook(afterAttempts: 8, at: now) == .dead)
    }

    @Test(arguments: Engine.all)
    func `unread ones come first, page by page, and old ones are forgotten`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let justice = try sample.officer(.liaison, "justice")
            try await seat(justice, in: sample)
            for _ in 0..<5 {
                var walk = try await Walk(sample)
                try await walk.accept()
                try await walk.assign("justice")
            }
            _ = try await OutboxDesk(house: sample.house).deliver()
            let desk = NoticesDesk(house: sample.house)
            let all = try await desk.notices(for: justice, after: nil, limit: 10).items
            #expect(all.count == 5)
            #expect(try await desk.unread(for: justice) == 5)
            let newest = try #require(all.first)
            let read = try await desk.read(
                newest.id,
                by: justice,
                operation: sample.operation()
            ).answer
            #expect(read.readAt != nil)
            var seen: [ID<Notice>] = []
            var after: NoticeLine.Cursor?
            repeat {
                let page = try await desk.notices(for: justice, after: after, limit: 2)
                seen += page.items.map(\.id)
                after = page.next
            } while after != nil && seen.count < 20
            #expect(seen == all.dropFirst().map(\.id) + [newest.id])
            let other = try sample.officer(.liaison, "landResources")
            await #expect(throws: NotFound.self) {
                try await desk.read(newest.id, by: other, operation: sample.operation())
            }
            #expect(try await OutboxDesk(house: sample.house).forgetNotices() == 0)
            sample.clock.move(hours: 24 * 400)
            #expect(try await OutboxDesk(house: sample.house).forgetNotices() == 5)
        }
    }

    @Test func `an import of old messages raises no alarm`() async throws {
        try await withCentre(.sqlite) { sample in
            var order = WorkOrder.sample
            order.dangerNow = true
            let waiting = order
            try await sample.house.database.write { tx in
                let turn = sample.house.turn(in: tx)
                let batch: ID<ImportBatch> = turn.newID()
                var registration = Registration(order: waiting, actor: nil, turn: turn)
                registration.batch = batch
                _ = try registration.receipt()
            }
            #expect(try await OutboxDesk(house: sample.house).deliver().taken == 0)
        }
    }
}
