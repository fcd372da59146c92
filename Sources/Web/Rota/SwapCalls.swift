import Centre
import Hummingbird

/// Swaps of turns between units.
struct SwapCalls: Sendable {
    let desk: RotaDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/swaps", use: page)
        officers.post("/sittings/{id}/swap", use: ask)
        for step in SittingSwap.Step.allCases {
            officers.post("/swaps/{id}/\(step.noun)") { request, context in
                try await take(step, request, context)
            }
        }
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<SwapView>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 20)
        let openOnly = try query.flag("open") ?? false
        let after: ID<SittingSwap>? = try query.cursor(of: "swaps").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.swaps(
            openOnly: openOnly,
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: "swaps", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SwapView> {
        var write = try await Write(request, by: context.caller)
        let other: ID<Sitting> = try write.fields.id("other")
        let reason = try write.fields.text("reason", 1...1000, .lines)
        try write.fields.nothingElse()
        let done = try await desk.ask(
            try context.id(),
            for: other,
            because: reason,
            by: context.viewer,
            operation: write.operation
        )
        return .made(done.answer, at: nil, replayed: done.replayed)
    }

    private func take(
        _ step: SittingSwap.Step,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SwapView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        let done = try await desk.take(
            step,
            of: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }
}

extension SittingSwap.Step {
    /// The step in an address.
    var noun: String {
        switch self {
        case .agree: "agreement"
        case .refuse: "objection"
        case .withdraw: "withdrawal"
        case .approve: "approval"
        case .decline: "decline"
        }
    }
}
