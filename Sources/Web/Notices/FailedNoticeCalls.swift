import Centre
import Hummingbird

/// The notices that were given up, for whoever keeps the system.
struct FailedNoticeCalls: Sendable {
    let desk: OutboxDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/notices/failed", use: list)
        officers.post("/notices/failed/sending", use: sendAll)
        officers.post("/notices/failed/{id}/sending", use: sendOne)
    }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<DeadLetter>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after = try query.cursor(of: "notices/failed").map(DeadLetter.Place.init)
        try query.nothingElse()
        let found = try await desk.deadLetters(for: context.viewer, after: after, limit: limit)
        return Answer(Page(items: found.items, next: found.next?.cursor.text))
    }

    @Sendable private func sendAll(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<QueuedAgain> {
        try await send(nil, request, context)
    }

    @Sendable private func sendOne(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<QueuedAgain> {
        try await send(try context.id(), request, context)
    }

    private func send(
        _ id: ID<Centre.Notice>?,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<QueuedAgain> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        return .done(
            try await desk.sendAgain(id, by: context.viewer, operation: write.operation)
        )
    }
}

extension DeadLetter.Place {
    init(_ cursor: Cursor) throws {
        self.init(
            givenUpAt: Moment(milliseconds: try cursor.number(at: 0)),
            id: try cursor.id(at: 1)
        )
    }

    var cursor: Cursor { Cursor(of: "notices/failed", givenUpAt.milliseconds, id) }
}
