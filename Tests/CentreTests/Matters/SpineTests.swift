import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A concern's way` {
    @Test(arguments: Engine.all)
    func `the homestead quarrel goes from the door to the archive`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            #expect(walk.view.stage == .registered)
            #expect(walk.receipt.promises.isEmpty == false)
            try await walk.accept()
            #expect(walk.view.stage == .accepted)
            #expect(walk.view.concerns[0].state == .inHand)
            try await walk.assign("justice")
            try await walk.assign("landResources", .assist)
            try await walk.sign("justice")
            try await walk.sign("landResources")
            #expect(walk.view.stage == .inProgress)
            try await walk.reply("justice")
            #expect(walk.view.stage == .inProgress)
            try await walk.reply("landResources", "红线图已核对")
            #expect(walk.view.stage == .replied)
            try await walk.verify()
            try await walk.close()
            #expect(walk.view.stage == .closed)
            try await walk.visit()
            try await sample.feedback.rate(
                walk.number,
                code: walk.code,
                Rating(solved: .yes, fair: .yes, words: "多亏了综治中心"),
                operation: sample.operation()
            ).expect { $0.state == .rated }
            try await walk.archive()
            #expect(walk.view.stage == .archived)
            let shown = try await walk.follow()
            #expect(shown.answer == "双方已达成协议\n红线图已核对")
            #expect(shown.rating?.solved == .yes)
            #expect(shown.steps.map(\.act).contains(.matterAccepted))
            #expect(shown.next.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a reply sent back is done again and then closed`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            try await walk.sign("justice")
            try await walk.reply("justice")
            try await walk.verify(.rework)
            #expect(walk.view.stage == .inProgress)
            #expect(walk.lead?.state == .rework)
            try await walk.reply("justice", "补充了界址图")
            try await walk.verify()
            try await walk.close()
            #expect(try await walk.follow().answer == "补充了界址图")
        }
    }

    @Test(arguments: Engine.all)
    func `an unsolved visit opens the matter again for a new round`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            try await walk.visit(solved: .no)
            #expect(walk.view.stage == .reopened)
            #expect(walk.view.round == 2)
            try await walk.sign("justice")
            try await walk.reply("justice", "第二次调解达成协议")
            try await walk.verify()
            try await walk.close()
            try await walk.visit()
            try await walk.archive()
            #expect(try await walk.follow().answer == "第二次调解达成协议")
        }
    }

    @Test(arguments: Engine.all)
    func `a contested answer opens the matter again`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.toClosed()
            let contested = try await sample.feedback.contest(
                walk.number,
                code: walk.code,
                reason: "没有解决",
                operation: sample.operation()
            ).answer
            #expect(contested.state == .contested)
            #expect(contested.stage == .reopened)
        }
    }

    @Test(arguments: Engine.all)
    func `a refusal names the next door and an objection is looked at again`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            walk.view = try await sample.dispatch.refuse(
                walk.id,
                NotAccepted(ground: "inLitigation", nextDoor: "请等待法院判决"),
                by: walk.dispatcher,
                operation: sample.operation()
            ).answer
            #expect(walk.view.stage == .declined)
            let told = try await walk.follow()
            #expect(told.answer?.contains("请等待法院判决") == true)
            let again = try await sample.intake.supplement(
                walk.number,
                code: walk.code,
                words: "已经撤诉",
                operation: sample.operation()
            ).answer
            #expect(again.stage == .registered)
            try await walk.accept()
            #expect(walk.view.stage == .accepted)
        }
    }

    @Test(arguments: Engine.all)
    func `what is missing is asked once and the supplement brings the matter back`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            _ = try await sample.dispatch.callSupplement(
                walk.id,
                missing: ["土地证", "界址图"],
                by: walk.dispatcher,
                operation: sample.operation()
            )
            #expect(try await walk.follow().missing == ["土地证", "界址图"])
            let after = try await sample.intake.supplement(
                walk.number,
                code: walk.code,
                words: "土地证复印件",
                operation: sample.operation()
            ).answer
            #expect(after.stage == .registered)
            #expect(after.additions == ["土地证复印件"])
        }
    }

    @Test(arguments: Engine.all)
    func `a withdrawal ends the matter and stops the units`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            var walk = try await Walk(sample)
            try await walk.accept()
            try await walk.assign("justice")
            let after = try await sample.intake.withdraw(
                walk.number,
                code: walk.code,
                operation: sample.operation()
            ).answer
            #expect(after.state == .withdrawn)
            #expect(after.stage == .withdrawn)
            let view = try await sample.matters.matter(walk.id, for: walk.dispatcher)
            #expect(view.assignments.map(\.state) == [.cancelled])
            #expect(view.due == nil)
        }
    }
}

extension Performed {
    func expect(_ holds: (Answer) -> Bool) {
        #expect(holds(answer))
    }
}
