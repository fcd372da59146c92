import Centre
import Hummingbird

/// What the caller promised in person.
struct OwnPromiseCalls: Sendable {
    let desk: OwnPromiseDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/promises", use: page)
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<OwnPromise>> {
        var query = try Query(request)
        let limit = try query.limit()
        let after = try query.cursor(of: OwnPromiseDesk.list).map(OwnPromiseDesk.Cursor.init)
        try query.nothingElse()
        let found = try await desk.page(for: context.viewer, after: after, limit: limit)
        return Answer(Page(items: found.items, next: found.next?.text))
    }
}

extension OwnPromiseDesk {
    static let list = "promises"
}

extension OwnPromiseDesk.Cursor {
    init(_ cursor: Web.Cursor) throws {
        self.init(day: Int(try cursor.number(at: 0)), id: try cursor.id(at: 1))
    }

    var text: String { Web.Cursor(of: OwnPromiseDesk.list, Int64(day), id).text }
}
