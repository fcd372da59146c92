import Centre
import Hummingbird

/// What residents do with a concern, and staff for them at the window.
struct ConcernCalls: Sendable {
    let intake: IntakeDesk
    let feedback: FeedbackDesk
    let gate: PublicGate

    func routes(in api: RouterGroup<SiteContext>) {
        api.post("/concerns", use: register)
        api.get("/concerns/{number}", use: follow)
        api.post("/concerns/{number}/supplement", use: supplement)
        api.post("/concerns/{number}/withdrawal", use: withdraw)
        api.post("/concerns/{number}/rating", use: rate)
        api.post("/concerns/{number}/contest", use: contest)
    }

    @Sendable private func register(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<Receipt> {
        var write = try await Write(request, by: context.caller)
        let order = try WorkOrder(&write.fields)
        try write.fields.nothingElse()
        try gate.pass(request, context)
        try check(order, may: context.viewer)
        let done = try await intake.register(
            order,
            by: context.viewer,
            operation: write.operation
        )
        let place = "/api/v1/concerns/\(done.answer.number)"
        return .made(done.answer, at: place, replayed: done.replayed)
    }

    /// A resident alone uses the residents' channels, and names no other system's number: with
    /// one, anybody could add to somebody else's concern.
    private func check(_ order: WorkOrder, may viewer: Viewer?) throws {
        guard viewer == nil else { return }
        guard order.source.channel.isPublic else { throw WebRefusal.signInNeeded }
        guard order.source.externalNo == nil else {
            throw Fault(.notAllowed, "source.externalNo", ["allowed": "—"])
        }
    }

    @Sendable private func follow(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        let number = try context.number()
        if let viewer = context.viewer {
            return Answer(try await intake.follow(number, for: viewer))
        }
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: number)
        return Answer(try await intake.follow(number, code: key.queryCode))
    }

    @Sendable private func supplement(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        var (key, write) = try await resident(request, context)
        let words = try write.fields.text("content", 1...5000, .lines)
        try write.fields.nothingElse()
        let done = try await intake.supplement(
            key.number,
            code: key.queryCode,
            words: words,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func withdraw(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        let (key, write) = try await resident(request, context)
        try write.fields.nothingElse()
        let done = try await intake.withdraw(
            key.number,
            code: key.queryCode,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func rate(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        var (key, write) = try await resident(request, context)
        let rating = Rating(
            solved: try write.fields.word("solved", as: Concern.Verdict.self),
            fair: try write.fields.word("fair", as: Concern.Verdict.self),
            words: try write.fields.optionalText("words", 1...2000, .lines)
        )
        try write.fields.nothingElse()
        let done = try await feedback.rate(
            key.number,
            code: key.queryCode,
            rating,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func contest(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        var (key, write) = try await resident(request, context)
        let reason = try write.fields.text("reason", 1...2000, .lines)
        try write.fields.nothingElse()
        let done = try await feedback.contest(
            key.number,
            code: key.queryCode,
            reason: reason,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    private func resident(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> (ResidentKey, Write) {
        try await gate.resident(request, context)
    }
}
