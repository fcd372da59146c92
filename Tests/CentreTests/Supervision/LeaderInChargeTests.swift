import TestSupport
import Testing

@testable import Centre

@Suite struct `A leader in charge` {
    private func people(_ sample: SampleCentre) async throws -> (Viewer, Viewer) {
        (
            try await sample.enrolled(.director, "partyOffice", named: "周镇长"),
            try await sample.enrolled(.liaison, "justice", named: "李干事")
        )
    }

    @Test(arguments: Engine.all)
    func `ends with a result that somebody else has verified, and not otherwise`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let (leader, worker) = try await people(sample)
            let charge = LeaderInCharge(
                leader: leader.officer,
                responsible: worker.officer,
                promised: case1.today.adding(30)
            )
            let step = try await case1.open(case1.order(.leader, words: "每周会商", leader: charge))
            #expect(step.leader?.leader == "周镇长" && step.leader?.promised == charge.promised)
            #expect(!step.moves.contains(.withdraw))
            _ = try await case1.move(step.id, .meet, "已定补偿方案", by: case1.walk.director)
            await #expect(throws: StageRefusal.self) {
                _ = try await case1.move(step.id, .accept, by: case1.walk.supervisor)
            }
            await #expect(throws: SupervisionRefusal.resultMissing) {
                _ = try await case1.move(step.id, .answer, by: worker)
            }
            _ = try await case1.move(step.id, .answer, result: .resolved, by: worker)
            let led = Viewer(
                officer: leader.officer,
                name: "周镇长",
                login: "x",
                posts: case1.walk.supervisor.posts
            )
            await #expect(throws: SupervisionRefusal.judgedByLeader) {
                _ = try await case1.move(step.id, .accept, by: led)
            }
            let done = try await case1.move(step.id, .accept, by: case1.walk.supervisor)
            #expect(done.state == .settled)
            #expect(
                done.history.map(\.act) == [
                    .leaderAppointed, .leaderMet, .leaderReported, .leaderVerified,
                ]
            )
            #expect(done.history.compactMap(\.result) == ["resolved"])
        }
    }

    @Test(arguments: Engine.all)
    func `is replaced with a reason, and who led before does not verify either`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let (leader, worker) = try await people(sample)
            let next = try await sample.enrolled(.director, "centre", named: "陈副镇长")
            let charge = LeaderInCharge(
                leader: leader.officer,
                responsible: worker.officer,
                promised: case1.today.adding(30)
            )
            let step = try await case1.open(case1.order(.leader, leader: charge))
            let director = case1.walk.director
            func replace(
                by officer: ID<Officer>?,
                promised: Day? = nil
            ) async throws
                -> SupervisionView
            {
                try await case1.move(
                    step.id,
                    .replace,
                    "调任",
                    leader: officer,
                    promised: promised,
                    by: director
                )
            }
            let wrong: [(ID<Officer>?, Day?, String)] = [
                (nil, nil, "leader"), (leader.officer, nil, "leader"),
                (worker.officer, nil, "responsible"), (director.officer, nil, "leader"),
                (next.officer, case1.today.adding(-1), "day"),
            ]
            for (officer, day, field) in wrong {
                let refusal = await #expect(throws: (any Error).self) {
                    _ = try await replace(by: officer, promised: day)
                }
                #expect((refusal as? any Refusal)?.field == field)
            }
            await #expect(throws: NotFound.self, "the unit names no leader") {
                _ = try await case1.move(
                    step.id,
                    .replace,
                    leader: next.officer,
                    by: case1.liaison
                )
            }

            let kept = try await replace(by: next.officer)
            #expect(kept.leader?.leader == "陈副镇长" && kept.leader?.promised == charge.promised)
            #expect(kept.state == .issued && kept.history.last?.leader == "陈副镇长")
            #expect(kept.history.last?.words == "调任" && kept.history.last?.promised == nil)
            let day = case1.today.adding(50)
            let anew = try await replace(by: leader.officer, promised: day)
            #expect(anew.leader?.promised == day && anew.history.last?.promised == day)
            #expect(
                anew.history.map(\.act) == [.leaderAppointed, .leaderReplaced, .leaderReplaced]
            )

            _ = try await case1.move(step.id, .answer, result: .resolved, by: worker)
            let former = Viewer(
                officer: next.officer,
                name: "陈副镇长",
                login: "x",
                posts: case1.walk.supervisor.posts
            )
            await #expect(throws: SupervisionRefusal.judgedByLeader) {
                _ = try await case1.move(step.id, .accept, by: former)
            }
            let done = try await case1.move(step.id, .accept, by: case1.walk.supervisor)
            #expect(done.state == .settled)
        }
    }

    @Test(arguments: ["确保其息诉罢访", "做好 包 稳控 工作", "当事人承诺不上访"])
    func `no plan and no result promises that somebody keeps quiet`(words: String) async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let (leader, worker) = try await people(sample)
            let charge = LeaderInCharge(
                leader: leader.officer,
                responsible: worker.officer,
                promised: case1.today.adding(30)
            )
            await #expect(throws: SilenceRefusal.self) {
                _ = try await case1.open(case1.order(.leader, words: words, leader: charge))
            }
            let step = try await case1.open(case1.order(.leader, leader: charge))
            await #expect(throws: SilenceRefusal.self) {
                _ = try await case1.move(step.id, .answer, words, result: .resolved, by: worker)
            }
        }
    }

    @Test func `leader and worker are two people with posts that fit`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let (leader, worker) = try await people(sample)
            let day = case1.today.adding(10)
            let wrong: [(LeaderInCharge, String)] = [
                (
                    .init(leader: leader.officer, responsible: leader.officer, promised: day),
                    "responsible"
                ),
                (
                    .init(leader: worker.officer, responsible: leader.officer, promised: day),
                    "leader"
                ),
                (
                    .init(
                        leader: leader.officer,
                        responsible: case1.walk.director.officer,
                        promised: day
                    ), "responsible"
                ),
                (
                    .init(
                        leader: leader.officer,
                        responsible: worker.officer,
                        promised: case1.today.adding(-1)
                    ), "day"
                ),
            ]
            for (charge, field) in wrong {
                let refusal = await #expect(throws: (any Error).self) {
                    _ = try await case1.open(case1.order(.leader, leader: charge))
                }
                #expect((refusal as? any Refusal)?.field == field)
            }
        }
    }
}
