import Centre
import Hummingbird

/// What goes out of the house: of a matter, and what could not.
struct MessageCalls: Sendable {
    let desk: MessagesDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters/{id}/messages", use: ofMatter)
        officers.get("/messages/failed", use: failed)
        officers.post("/messages/failed/sending", use: sendAll)
        officers.post("/messages/failed/{id}/sending", use: sendOne)
    }

    @Sendable private func ofMatter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<MessageLine>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after: ID<Message>? = try query.cursor(of: "messages").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.messages(
            of: try context.id(),
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: "messages", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func failed(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<FailedMessage>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after = try query.cursor(of: "messages/failed").map { cursor in
            FailedMessage.Place(
                endedAt: Moment(milliseconds: try cursor.number(at: 0)),
                id: try cursor.id(at: 1)
            )
        }
        try query.nothingElse()
        let found = try await desk.failed(for: context.viewer, after: after, limit: limit)
        let next = found.next.map { place in
            Cursor(of: "messages/failed", place.endedAt.milliseconds, place.id).text
        }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func sendAll(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MessagesQueued> {
        try await send(nil, request, context)
    }

    @Sendable private func sendOne(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MessagesQueued> {
        try await send(try context.id(), request, context)
    }

    private func send(
        _ id: ID<Message>?,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MessagesQueued> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        return .done(
            try await desk.sendAgain(id, by: context.viewer, operation: write.operation)
        )
    }
}
