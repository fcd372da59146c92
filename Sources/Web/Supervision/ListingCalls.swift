import Centre
import Hummingbird

/// The register of listings, and its notices.
struct ListingCalls: Sendable {
    let desk: ListingDesk
    let printer: Printer
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/listings", use: page)
        officers.post("/listings", use: open)
        officers.get("/listings/{id}", use: listing)
        for step in Listing.Step.allCases {
            officers.post("/listings/{id}/\(step.noun)") { request, context in
                try await take(step, request, context)
            }
        }
        for kind in Document.Kind.ofListings {
            officers.get("/listings/{id}/documents/\(kind.rawValue)") { request, context in
                try await notice(kind, as: try context.order(request), context)
            }
        }
    }

    /// The notices for browsers, below `/desk`.
    func noticePages(in pages: RouterGroup<OfficerContext>) {
        for kind in Document.Kind.ofListings {
            pages.get("/listings/{id}/documents/\(kind.rawValue)") { request, context in
                try await notice(kind, as: context.pageOrder(request), context)
            }
        }
    }

    private func notice(
        _ kind: Document.Kind,
        as order: PrintOrder,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let id: ID<Listing> = try context.id()
        let document = try await printer.desk.document(kind, of: id, for: context.viewer)
        return try await printer.answer(with: [document], as: order)
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<ListingView>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 20)
        let openOnly = try query.flag("open") ?? false
        let after: ID<Listing>? = try query.cursor(of: "listings").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.page(
            openOnly: openOnly,
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { Cursor(of: "listings", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func listing(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ListingView> {
        Answer(try await desk.listing(try context.id(), for: context.viewer))
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ListingView> {
        var write = try await Write(request, by: context.caller)
        let order = try ListingOrder(&write.fields, in: town.town)
        try write.fields.nothingElse()
        let done = try await desk.open(order, by: context.viewer, operation: write.operation)
        let address = "/api/v1/listings/\(done.answer.id)"
        return .made(done.answer, at: address, replayed: done.replayed)
    }

    private func take(
        _ step: Listing.Step,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ListingView> {
        var write = try await Write(request, by: context.caller)
        let words = try write.fields.text("words", 1...5000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.take(
                step,
                of: try context.id(),
                words: words,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension Listing.Step {
    /// The step in an address.
    var noun: String {
        switch self {
        case .check: "check"
        case .report: "report"
        case .fail: "failure"
        case .pass: "pass"
        case .remove: "removal"
        case .relapse: "relapse"
        case .withdraw: "withdrawal"
        }
    }
}
