import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A suspension that reaches its end` {
    private func suspended(_ sample: SampleCentre, days: Int = 3) async throws -> Walk {
        var walk = try await Walk(sample)
        try await walk.accept()
        try await walk.assign("justice")
        try await walk.sign("justice")
        try await walk.suspend(days: days)
        return walk
    }

    private func resumptions(of walk: Walk) async throws -> [Entry] {
        try await walk.sample.house.look { turn in
            try turn.house.timeline.entries(of: .matter(walk.id), in: turn.tx)
                .filter { $0.act == .matterResumed }
        }
    }

    @Test(arguments: Engine.all)
    func `the matter goes on by itself, once`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await suspended(sample)
            let desk = ResumptionDesk(house: sample.house)
            #expect(try await desk.resumeEnded() == 0)
            sample.clock.move(hours: 73)
            // Two processes look at the same moment.
            async let one = desk.resumeEnded()
            async let other = ResumptionDesk(house: sample.house).resumeEnded()
            let resumed = try await [one, other]
            #expect(resumed.reduce(0, +) == 1)
            #expect(try await desk.resumeEnded() == 0)

            let view = try await sample.matters.matter(walk.id, for: walk.dispatcher)
            #expect(view.stage == .inProgress)
            let entries = try await resumptions(of: walk)
            #expect(entries.count == 1)
            #expect(entries.first?.actor == .system("suspension"))
            #expect(entries.first?.facts["cause"] == "endReached")
        }
    }

    @Test(arguments: Engine.all)
    func `one that a person ended is left alone`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await suspended(sample)
            _ = try await sample.handling.resume(
                walk.id,
                by: walk.director,
                operation: sample.operation()
            )
            sample.clock.move(hours: 200)
            #expect(try await ResumptionDesk(house: sample.house).resumeEnded() == 0)
            #expect(try await resumptions(of: walk).count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a suspension the index does not know is learnt from its entry`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await suspended(sample)
            try await sample.house.database.write { tx in
                try tx.run("DELETE FROM suspensions")
            }
            let desk = ResumptionDesk(house: sample.house)
            sample.clock.move(hours: 100)
            #expect(try await desk.resumeEnded() == 0)
            #expect(try await desk.learn() == 1)
            #expect(try await desk.learn() == 0)
            #expect(try await desk.resumeEnded() == 1)
            #expect(try await resumptions(of: walk).count == 1)
        }
    }
}
