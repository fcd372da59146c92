import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Disputed duties at the desks` {
    @Test(arguments: Engine.all)
    func `work starts at once, no limit begins anew, and the ruling moves the lead`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample)
            let before = try await case1.limits()
            let asked = try await case1.ask("petition")
            #expect(case1.lead?.unit.code == "petition" && case1.lead?.why == "职责裁决前先行办理")
            let open = try #require(asked.rulings.last)
            #expect(open.cause == .returned && open.words == "两家都说不归自己管")
            #expect(Set(open.parties.map(\.code)) == ["justice", "landResources"])
            let due = try #require(open.due)
            #expect(due.text(in: sample.town.offset).hasPrefix("2026-03-05"))
            let after = try await case1.limits()
            #expect(before.allSatisfy { after[$0.key] == $0.value } && !before.isEmpty)
            #expect(after.keys.contains("LOCAL-RULING"))
            try await case1.walk.sign("petition")
            await #expect(throws: RulingRefusal.openNotReturned) {
                var case1 = case1
                try await case1.walk.giveBack("petition", better: "justice")
            }
            let given = try await case1.take(.rule, case1.ruling("landResources"))
            let verdict = try #require(given.rulings.last?.verdict)
            #expect(verdict.unit.code == "landResources" && verdict.standing == .inForce)
            #expect(verdict.words == "三定方案写明由其承担" && verdict.basis == "三定方案第 4 条")
            #expect(case1.lead?.unit.code == "landResources" && case1.lead?.designated == true)
            #expect(case1.lead?.instruction == "请依法办理")
            let released = case1.walk.view.assignments.first { $0.unit.code == "petition" }
            #expect(released?.state == .cancelled && case1.walk.view.returns == 1)
            let limits = try await case1.limits()
            #expect(limits["LOCAL-RULING"] == nil && limits["XF-HANDLE"] == before["XF-HANDLE"])
            #expect(try await case1.kept() == case1.told().lines)
            await #expect(throws: RulingRefusal.ruledNotReturned) {
                var case1 = case1
                try await case1.walk.giveBack("landResources", better: "justice")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a ruling for whoever works already moves nothing and binds it`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample, ["justice", "landResources", "justice"])
            #expect(case1.walk.view.conference == .called)
            let asked = try await case1.ask("justice", case1.deputy)
            #expect(asked.rulings.last?.cause == .mutual)
            #expect(case1.walk.view.conference == .none)
            let part = try #require(case1.lead?.id)
            let refused = case1
            await #expect(throws: RulingRefusal.notRuler) {
                var case1 = refused
                try await case1.take(.rule, case1.ruling("justice"))
            }
            try await case1.take(.rule, case1.ruling("justice"), by: case1.deputy)
            #expect(case1.lead?.id == part)
            await #expect(throws: RulingRefusal.ruledNotReturned) {
                var case1 = case1
                try await case1.walk.giveBack("justice", better: "police")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `who rules is named, free of the units, and did not ask`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Disputed(sample, ["justice", "politicalLegal"])
            let supervisor = case1.walk.supervisor
            await #expect(throws: Fault(.unknownCode, "ruler")) {
                var case1 = case1
                try await case1.ask("petition", supervisor)
            }
            await #expect(throws: RulingRefusal.rulerOfParty) {
                var case1 = case1
                try await case1.ask("petition", case1.deputy)
            }
            await #expect(throws: RulingRefusal.rulerAsks) {
                var case1 = case1
                try await case1.ask("petition", case1.walk.dispatcher)
            }
            _ = try await sample.dispatch.markConflict(
                .officer(case1.director.officer),
                on: case1.walk.id,
                by: case1.walk.dispatcher,
                operation: sample.operation()
            )
            await #expect(throws: RulingRefusal.rulerOfParty) {
                var case1 = case1
                try await case1.ask("petition")
            }
            await #expect(throws: NotFound()) {
                try await case1.desk.ask(
                    on: case1.walk.id,
                    case1.asking("petition"),
                    by: case1.walk.liaison("justice"),
                    operation: sample.operation()
                )
            }
        }
    }

    @Test(arguments: Engine.all)
    func `nothing is asked where nobody disputes it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample, [])
            await #expect(throws: RulingRefusal.nothingDisputed) {
                var case1 = case1
                try await case1.ask("petition")
            }
            try await case1.walk.assign("justice")
            let ground = Return(
                reason: "factsMissing",
                basis: "缺少身份材料",
                betterUnit: try sample.unit("police")
            )
            _ = try await sample.handling.giveBack(
                try case1.walk.part(of: "justice"),
                ground,
                by: try case1.walk.liaison("justice"),
                operation: sample.operation()
            )
            await #expect(throws: RulingRefusal.nothingDisputed) {
                var case1 = case1
                try await case1.ask("petition")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `it is passed on or withdrawn, and lapses with its matter`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var case1 = try await Disputed(sample)
            try await case1.ask("petition")
            var said = RulingSaid("主任出差")
            said.ruler = case1.deputy.officer
            let passed = try await case1.take(.passOn, said, by: case1.walk.dispatcher)
            #expect(passed.rulings.last?.ruler.id == case1.deputy.officer)
            await #expect(throws: RulingRefusal.notRuler) {
                var case1 = case1
                try await case1.take(.rule, case1.ruling("justice"))
            }
            let back = RulingSaid("两家已商定")
            let ended = try await case1.take(.withdraw, back, by: case1.walk.dispatcher)
            #expect(ended.rulings.last?.withdrawn == "两家已商定")
            #expect(try await case1.limits()["LOCAL-RULING"] == nil)
            var case2 = try await Disputed(sample)
            try await case2.ask("petition")
            _ = try await sample.intake.withdraw(
                case2.walk.number,
                code: case2.walk.code,
                operation: sample.operation()
            )
            #expect(try await case2.told().all.map(\.state) == [.withdrawn])
            #expect(try await case2.kept() == case2.told().lines)
        }
    }
}

extension Disputed {
    /// The running limits of the matter and its concerns with their ends.
    func limits() async throws -> [String: Moment] {
        let id = walk.id
        return try await sample.house.look { turn in
            let running = try Clock.running(of: id, in: turn.tx)
            let whole = running.filter { $0.subject.kind != .assignment }
            return Dictionary(whole.map { ($0.rule, $0.dueAt) }, uniquingKeysWith: { $1 })
        }
    }
}
