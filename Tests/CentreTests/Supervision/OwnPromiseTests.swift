import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `What an officer promised in person` {
    /// A leader and a worker with a case, and another leader who stands by.
    private struct Cast {
        let case1: Supervised
        let desk: OwnPromiseDesk
        let leader: Viewer
        let worker: Viewer
        let next: Viewer
        let step: SupervisionView

        init(_ sample: SampleCentre) async throws {
            case1 = try await Supervised(sample)
            desk = OwnPromiseDesk(house: sample.house)
            leader = try await sample.enrolled(.director, "partyOffice", named: "周镇长")
            worker = try await sample.enrolled(.liaison, "justice", named: "李干事")
            next = try await sample.enrolled(.director, "centre", named: "陈副镇长")
            let charge = LeaderInCharge(
                leader: leader.officer,
                responsible: worker.officer,
                promised: case1.today.adding(30)
            )
            step = try await case1.open(case1.order(.leader, leader: charge))
        }

        func list(_ viewer: Viewer) async throws -> [OwnPromise] {
            try await desk.page(for: viewer).items
        }
    }

    @Test(arguments: Engine.all)
    func `stands with the leader and with who does the work, and with nobody else`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let cast = try await Cast(sample)
            let led = try #require(try await cast.list(cast.leader).first)
            #expect(led.part == .leader && led.matter == cast.case1.walk.id && !led.missed)
            #expect(led.day == cast.case1.today.adding(30) && led.number != nil)
            #expect(try await cast.list(cast.worker).map(\.part) == [.responsible])
            for other in [cast.next, cast.case1.walk.director, cast.case1.walk.supervisor] {
                #expect(try await cast.list(other).isEmpty)
            }
            await #expect(throws: NotFound.self) {
                _ = try await cast.list(try sample.officer(.auditor))
            }
            sample.clock.move(hours: 24 * 31)
            #expect(try await cast.list(cast.leader).map(\.missed) == [true])
        }
    }

    @Test(arguments: Engine.all)
    func `goes over to the next leader with the new day, and ends with the case`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let cast = try await Cast(sample)
            let case1 = cast.case1
            let later = case1.today.adding(45)
            _ = try await case1.move(
                cast.step.id,
                .replace,
                "调任",
                leader: cast.next.officer,
                promised: later,
                by: case1.walk.director
            )
            #expect(try await cast.list(cast.leader).isEmpty)
            #expect(try await cast.list(cast.next).map(\.day) == [later])
            #expect(try await cast.list(cast.worker).map(\.day) == [later])
            _ = try await case1.move(cast.step.id, .answer, result: .resolved, by: cast.worker)
            #expect(try await cast.list(cast.next).count == 1)
            _ = try await case1.move(cast.step.id, .accept, by: case1.walk.supervisor)
            for viewer in [cast.next, cast.worker] {
                #expect(try await cast.list(viewer).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is copied once for a store that was before the copy`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let cast = try await Cast(sample)
            let before = try await cast.list(cast.leader)
            #expect(try await cast.desk.catchUp() == 0)
            _ = try await sample.house.database.write(.onLockedRow) { tx in
                try tx.run("DELETE FROM own_promises")
            }
            #expect(try await cast.list(cast.leader).isEmpty)
            #expect(try await cast.desk.catchUp() == 1)
            #expect(try await cast.list(cast.leader) == before)
        }
    }

    @Test(arguments: Engine.all)
    func `is read page by page, the earliest day first`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let cast = try await Cast(sample)
            let soon = try await Supervised(sample)
            let charge = LeaderInCharge(
                leader: cast.leader.officer,
                responsible: cast.worker.officer,
                promised: soon.today.adding(3)
            )
            _ = try await soon.open(soon.order(.leader, leader: charge))
            let first = try await cast.desk.page(for: cast.leader, limit: 1)
            #expect(first.items.map(\.matter) == [soon.walk.id])
            let rest = try await cast.desk.page(for: cast.leader, after: first.next, limit: 1)
            #expect(rest.items.map(\.matter) == [cast.case1.walk.id] && rest.next == nil)
        }
    }
}
