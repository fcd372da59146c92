import Centre
import Hummingbird

/// What officers and residents are told.
struct NoticeCalls: Sendable {
    let desk: NoticesDesk
    let gate: PublicGate

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/concerns/{number}/notices", use: ofConcern)
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/notices", use: mine)
        officers.post("/notices/{id}/reading", use: read)
    }

    @Sendable private func mine(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<NoticeLine>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after = try query.cursor(of: "notices").map { cursor in
            NoticeLine.Cursor(isRead: try cursor.number(at: 0) != 0, id: try cursor.id(at: 1))
        }
        try query.nothingElse()
        let found = try await desk.notices(for: context.viewer, after: after, limit: limit)
        let next = found.next.map { Cursor(of: "notices", $0.isRead ? 1 : 0, $0.id).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func read(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<NoticeLine> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        return .done(
            try await desk.read(
                try context.id(),
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func ofConcern(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<Page<ResidentNotice>> {
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: try context.number())
        var query = try Query(request)
        let limit = try query.limit()
        let cursor = try query.cursor(of: "concern/notices")
        let after: ID<Centre.Notice>? = try cursor.map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.notices(
            ofConcern: key.number,
            code: key.queryCode,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: "concern/notices", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }
}
