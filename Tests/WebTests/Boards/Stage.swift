import Centre
import TestSupport

/// A matter brought as far as a page needs it, by officers who are nobody of the page's.
struct Stage {
    let sample: SampleCentre
    let receipt: Receipt

    init(_ sample: SampleCentre, order: WorkOrder = .sample) async throws {
        self.sample = sample
        receipt = try await sample.intake.register(
            order,
            by: try sample.officer(.clerk),
            operation: sample.operation()
        ).answer
    }

    var id: ID<Matter> { receipt.matter }
    var number: String { receipt.number }

    func view() async throws -> MatterView {
        try await sample.matters.matter(id, for: try sample.officer(.director))
    }

    func accepted() async throws {
        let acceptance = Acceptance(
            classCode: "0902",
            item: nil,
            route: "mediation",
            areaCode: nil
        )
        _ = try await sample.dispatch.accept(
            id,
            acceptance,
            by: try sample.officer(.dispatcher),
            operation: sample.operation()
        )
    }

    func assigned(to unit: String = "justice") async throws {
        let errand = Errand(
            unit: try sample.unit(unit),
            role: .lead,
            instruction: "请依法办理",
            rule: nil
        )
        _ = try await sample.dispatch.assign(
            id,
            errand,
            by: try sample.officer(.dispatcher),
            operation: sample.operation()
        )
    }

    func returned(by unit: String, better: String) async throws {
        let ground = Return(
            reason: "notMyDuty",
            basis: "职责清单",
            betterUnit: try sample.unit(better)
        )
        _ = try await sample.handling.giveBack(
            try await part(),
            ground,
            by: try sample.officer(.liaison, unit),
            operation: sample.operation()
        )
    }

    func signed(by viewer: Viewer? = nil, unit: String = "justice") async throws {
        _ = try await sample.handling.sign(
            try await part(),
            by: try viewer ?? sample.officer(.liaison, unit),
            operation: sample.operation()
        )
    }

    func replied(unit: String = "justice") async throws {
        let reply = Centre.Reply(outcome: .settled, text: "双方到场", publicText: "双方已达成协议")
        _ = try await sample.handling.reply(
            try await part(),
            reply,
            by: try sample.officer(.liaison, unit),
            operation: sample.operation()
        )
    }

    func verified() async throws {
        _ = try await sample.feedback.verify(
            id,
            .accepted,
            remark: "材料齐全",
            by: try sample.officer(.supervisor),
            operation: sample.operation()
        )
    }

    func closed() async throws {
        _ = try await sample.feedback.close(
            id,
            kind: "mediatedWritten",
            by: try sample.officer(.supervisor),
            operation: sample.operation()
        )
    }

    /// All the way to a reply that waits to be verified.
    func toReplied() async throws {
        try await accepted()
        try await assigned()
        try await signed()
        try await replied()
    }

    func toClosed() async throws {
        try await toReplied()
        try await verified()
        try await closed()
    }

    func part() async throws -> ID<Assignment> {
        guard let part = try await view().assignments.last else { throw NotFound() }
        return part.id
    }
}
