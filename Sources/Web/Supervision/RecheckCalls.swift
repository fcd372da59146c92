import Centre
import Hummingbird

/// Draws of closed matters for a second look, and their repetition.
struct RecheckCalls: Sendable {
    let desk: RecheckDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/rechecks", use: page)
        officers.post("/rechecks", use: draw)
        officers.get("/rechecks/{id}", use: show)
        officers.get("/rechecks/{id}/repetition", use: again)
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<RecheckView>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 10)
        let after: ID<RecheckDraw>? = try query.cursor(of: "rechecks").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.page(for: context.viewer, after: after, limit: limit)
        let next = found.next.map { Cursor(of: "rechecks", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func draw(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RecheckView> {
        var write = try await Write(request, by: context.caller)
        let order = try RecheckOrder(&write.fields)
        try write.fields.nothingElse()
        let done = try await desk.draw(order, by: context.viewer, operation: write.operation)
        let address = "/api/v1/rechecks/\(done.answer.id)"
        return .made(done.answer, at: address, replayed: done.replayed)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RecheckView> {
        Answer(try await desk.draw(try context.id(), for: context.viewer))
    }

    @Sendable private func again(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RecheckRepetition> {
        Answer(try await desk.repeat(try context.id(), for: context.viewer))
    }
}
