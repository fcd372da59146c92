import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Queues` {
    private func queues(
        of id: ID<Matter>,
        _ sample: SampleCentre
    ) async throws -> Set<Queue> {
        let desk = QueueDesk(house: sample.house)
        var found: Set<Queue> = []
        for role in [Role.dispatcher, .director, .supervisor, .visitor] {
            let viewer = try sample.officer(role, named: "x")
            for queue in Queue.allCases where queue.isOpen(to: viewer) {
                let page = try await desk.page(queue, for: viewer, limit: 10)
                if page.items.contains(where: { $0.line.id == id }) { found.insert(queue) }
            }
        }
        return found
    }

    @Test(arguments: Engine.all)
    func `a matter waits in one queue at a time, all its way`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            #expect(try await queues(of: walk.id, sample) == [.unassigned])
            try await walk.accept()
            #expect(try await queues(of: walk.id, sample) == [.unassigned])
            try await walk.assign("police")
            #expect(try await queues(of: walk.id, sample) == [])
            try await walk.giveBack("police", better: "justice")
            #expect(try await queues(of: walk.id, sample) == [.returned])
            try await walk.assign("housing")
            try await walk.giveBack("housing", better: "justice")
            #expect(try await queues(of: walk.id, sample) == [.conference])
        }
    }

    @Test(arguments: Engine.all)
    func `a reply is verified, closed and visited in that order`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await walk.reply("justice")
            #expect(try await queues(of: walk.id, sample) == [.toVerify])
            try await walk.verify()
            #expect(try await queues(of: walk.id, sample) == [.toClose])
            try await walk.close()
            #expect(try await queues(of: walk.id, sample) == [.toVisit])
            try await walk.visit()
            #expect(try await queues(of: walk.id, sample) == [])
        }
    }

    @Test(arguments: Engine.all)
    func `a line says why its viewer is not the one to do it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            let desk = QueueDesk(house: sample.house)
            let verifier = Viewer(
                officer: walk.supervisor.officer,
                name: "",
                login: "",
                posts: walk.visitor.posts
            )
            let own = try await desk.line(of: walk.id, in: .toVisit, for: verifier)
            #expect(own.bar == .verifierVisits)
            let other = try await desk.line(of: walk.id, in: .toVisit, for: walk.visitor)
            #expect(other.bar == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `the town's table names a unit, and never one that has given it back`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            let desk = QueueDesk(house: sample.house)
            func suggested() async throws -> String? {
                let queue = try await desk.line(of: walk.id, in: .returned, for: walk.dispatcher)
                return queue.routing?.suggestion?.lead
            }
            let first = try #require(try await suggested())
            try await walk.assign(first)
            try await walk.giveBack(first, better: "police")
            #expect(try await suggested() != first)
        }
    }

    @Test(arguments: Engine.all)
    func `a unit's parts stand by what is to be done`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            let desk = QueueDesk(house: sample.house)
            let liaison = try walk.liaison("justice")
            func lists() async throws -> [UnitQueue] {
                var found: [UnitQueue] = []
                for queue in UnitQueue.allCases {
                    let page = try await desk.page(queue, for: liaison, limit: 5)
                    if !page.items.isEmpty { found.append(queue) }
                }
                return found
            }
            try await walk.accept()
            try await walk.assign("justice")
            #expect(try await lists() == [.toSign])
            #expect(try await desk.unsigned(for: walk.dispatcher, limit: 5).items.count == 1)
            try await walk.sign("justice")
            #expect(try await lists() == [.inWork])
            try await walk.reply("justice")
            #expect(try await lists() == [.handedIn])
            try await walk.verify(.rework)
            #expect(try await lists() == [.rework])
            sample.clock.move(hours: 24 * 200)
            #expect(try await lists().contains(.overdue))
            #expect(try await desk.unsigned(for: walk.dispatcher, limit: 5).items.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `pages of a queue are without gap or repetition`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var made: Set<ID<Matter>> = []
            for _ in 0..<5 { made.insert(try await Walk(sample).id) }
            let desk = QueueDesk(house: sample.house)
            let dispatcher = try sample.officer(.dispatcher)
            var read: [ID<Matter>] = []
            var after: Worklist.Cursor?
            repeat {
                let page = try await desk.page(.unassigned, for: dispatcher, after: after, limit: 2)
                read += page.items.map(\.line.id)
                after = page.next
            } while after != nil
            #expect(read.count == 5 && Set(read) == made)
        }
    }

    @Test(arguments: Engine.all)
    func `only a whole number finds, and only what may be seen`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let desk = QueueDesk(house: sample.house)
            #expect(try await desk.find(walk.number, for: walk.dispatcher) == walk.id)
            #expect(try await desk.find(walk.number.lowercased(), for: walk.dispatcher) == walk.id)
            #expect(try await desk.find("\(walk.id)", for: walk.dispatcher) == walk.id)
            let short = String(walk.number.dropLast())
            #expect(try await desk.find(short, for: walk.dispatcher) == nil)
            let stranger = try sample.officer(.liaison, "police")
            #expect(try await desk.find(walk.number, for: stranger) == nil)
            #expect(try await desk.find("\(walk.id)", for: stranger) == nil)
        }
    }
}
