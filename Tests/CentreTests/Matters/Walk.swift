import TestSupport

@testable import Centre

/// One matter walked through the centre, step by step, by the usual people.
struct Walk {
    let sample: SampleCentre
    var receipt: Receipt
    var view: MatterView

    let dispatcher: Viewer
    let supervisor: Viewer
    let visitor: Viewer
    let director: Viewer
    let archivist: Viewer

    init(_ sample: SampleCentre, order: WorkOrder = .sample) async throws {
        self.sample = sample
        dispatcher = try sample.officer(.dispatcher)
        supervisor = try sample.officer(.supervisor)
        visitor = try sample.officer(.visitor)
        director = try sample.officer(.director)
        archivist = try sample.officer(.archivist)
        let clerk = try sample.officer(.clerk)
        receipt = try await sample.intake.register(
            order,
            by: clerk,
            operation: sample.operation()
        ).answer
        view = try await sample.matters.matter(receipt.matter, for: dispatcher)
    }

    var id: ID<Matter> { receipt.matter }
    var number: String { receipt.number }
    var code: String { receipt.queryCode }
    var lead: MatterView.Part? { view.assignments.last { $0.role == .lead } }

    func liaison(_ unit: String) throws -> Viewer { try sample.officer(.liaison, unit) }

    mutating func accept(class code: String = "0902", route: String = "mediation") async throws {
        let acceptance = Acceptance(classCode: code, item: nil, route: route, areaCode: nil)
        view = try await sample.dispatch.accept(
            id,
            acceptance,
            by: dispatcher,
            operation: sample.operation()
        ).answer
    }

    mutating func assign(_ unit: String, _ role: Assignment.Role = .lead) async throws {
        let errand = Errand(
            unit: try sample.unit(unit),
            role: role,
            instruction: "请依法办理",
            rule: nil
        )
        view = try await sample.dispatch.assign(
            id,
            errand,
            by: dispatcher,
            operation: sample.operation()
        ).answer
    }

    mutating func sign(_ unit: String) async throws {
        view = try await sample.handling.sign(
            try part(of: unit),
            by: try liaison(unit),
            operation: sample.operation()
        ).answer
    }

    mutating func reply(_ unit: String, _ words: String = "双方已达成协议") async throws {
        let reply = Reply(outcome: .settled, text: words, publicText: words)
        view = try await sample.handling.reply(
            try part(of: unit),
            reply,
            by: try liaison(unit),
            operation: sample.operation()
        ).answer
    }

    mutating func giveBack(_ unit: String, better: String) async throws {
        let ground = Return(
            reason: "notMyDuty",
            basis: "职责清单第 3 项",
            betterUnit: try sample.unit(better)
        )
        view = try await sample.handling.giveBack(
            try part(of: unit),
            ground,
            by: try liaison(unit),
            operation: sample.operation()
        ).answer
    }

    mutating func verify(_ verdict: VerificationVerdict = .accepted) async throws {
        view = try await sample.feedback.verify(
            id,
            verdict,
            remark: "材料齐全",
            by: supervisor,
            operation: sample.operation()
        ).answer
    }

    mutating func close(_ kind: String = "mediatedWritten") async throws {
        view = try await sample.feedback.close(
            id,
            kind: kind,
            by: supervisor,
            operation: sample.operation()
        ).answer
    }

    mutating func visit(solved: Concern.Verdict = .yes, reached: Bool = true) async throws {
        let visit = Visit(reached: reached, solved: solved, fair: .yes, words: nil, number: nil)
        view = try await sample.feedback.visit(
            id,
            visit,
            by: visitor,
            operation: sample.operation()
        ).answer
    }

    mutating func archive() async throws {
        view = try await sample.feedback.archive(
            id,
            by: archivist,
            operation: sample.operation()
        ).answer
    }

    func follow() async throws -> ConcernView {
        try await sample.intake.follow(number, code: code)
    }

    func part(of unit: String) throws -> ID<Assignment> {
        guard let part = view.assignments.last(where: { $0.unit.code == unit }) else {
            throw NotFound()
        }
        return part.id
    }

    /// All the way to a closed matter.
    mutating func toClosed() async throws {
        try await accept()
        try await assign("justice")
        try await sign("justice")
        try await reply("justice")
        try await verify()
        try await close()
    }
}
