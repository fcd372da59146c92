import Centre
import Hummingbird

/// The entries of the house and its officers, for the auditor.
struct AuditCalls: Sendable {
    let desk: AuditDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/audit", use: entries)
    }

    @Sendable private func entries(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<AuditLine>> {
        var query = try Query(request)
        let limit = try query.limit()
        let chain = try query.text("chain", 1...64)
        let list = "audit/\(chain ?? "all")"
        let after: ID<Entry>? = try query.cursor(of: list).map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.entries(
            try AuditDesk.Scope(chain),
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: list, [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }
}

extension AuditDesk.Scope {
    /// `house`, or an officer's id.
    fileprivate init(_ chain: String?) throws(Fault) {
        switch chain {
        case nil: self = .all
        case "house": self = .house
        case let text?:
            guard let officer = ID<Officer>(text) else { throw Fault(.unknownCode, "chain") }
            self = .officer(officer)
        }
    }
}
