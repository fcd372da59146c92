import Centre
import Hummingbird

/// Draws of closed matters for a second look: the list of them, a new one, and one made again.
struct RecheckPages: Sendable {
    let front: Front
    let desk: RecheckDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rechecks", use: show)
        pages.post("/rechecks", use: draw)
        pages.get("/rechecks/{id}", use: one)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        return try front.show(try await sheet(.nothing, address, context), in: context)
    }

    @Sendable private func draw(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.supervise)
        return try await front.take(context) { typed in
            try await sheet(typed, nil, context)
        } _: { form, operation in
            guard let size = try form.fields.typedWhole("size", 1...1000) else {
                throw Fault(.missing, "size")
            }
            let order = RecheckOrder(
                seed: try form.fields.text("seed", 1...100),
                size: size,
                from: try form.fields.day("from"),
                to: try form.fields.day("to")
            )
            try form.fields.nothingElse()
            let done = try await desk.draw(order, by: context.viewer, operation: operation).answer
            return .to("/desk/rechecks/\(done.id)", saying: "done-supervised")
        }
    }

    private func sheet(
        _ typed: Typed,
        _ address: Address?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let after: ID<RecheckDraw>? = try address?["after"].flatMap { Cursor($0, of: "rechecks") }
            .map { try $0.id(at: 0) }
        let found = try await desk.page(for: context.viewer, after: after, limit: 10)
        let next = found.next.map { Cursor(of: "rechecks", [.bytes($0.bytes)]).text }
        let view = RecheckListView(
            title: say("rechecks"),
            back: Link(say("place-supervision"), to: "/desk/supervision"),
            draw: context.viewer.may(.supervise)
                ? RecheckForm(typed, say, form: front.head(typed, in: context)) : nil,
            rows: found.items.map { RecheckListView.Row($0, say) },
            empty: found.items.isEmpty
                ? EmptyState(say("rechecks-none"), say("rechecks-none-hint")) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
        return Sheet(view, .staff(.supervision))
    }

    @Sendable private func one(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<RecheckDraw> = try context.id()
        let draw = try await desk.draw(id, for: context.viewer)
        let again = try await desk.repeat(id, for: context.viewer)
        let view = RecheckPageView(draw, again, front.wording(context))
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }
}
