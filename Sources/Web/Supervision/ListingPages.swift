import Centre
import Hummingbird

/// The register of listings, one of them with its steps, and their forms.
struct ListingPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/listings", use: register)
        pages.get("/listings/new", use: askNew)
        pages.post("/listings/new", use: open)
        pages.get("/listings/{id}", use: show)
        pages.get("/listings/{id}/steps/{step}", use: askStep)
        pages.post("/listings/{id}/steps/{step}", use: take)
    }

    private var town: Town { front.town.town }
    private var desk: ListingDesk { desks.listings }

    @Sendable private func register(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        let openOnly = address["open"] != "all"
        let after: ID<Listing>? = try address["after"].flatMap { Cursor($0, of: "listings") }
            .map { try $0.id(at: 0) }
        let found = try await desk.page(
            openOnly: openOnly,
            for: context.viewer,
            after: after,
            limit: 20
        )
        let next = found.next.map { Cursor(of: "listings", [.bytes($0.bytes)]).text }
        let view = ListingRegister(
            title: say("listings"),
            back: Link(say("place-supervision"), to: "/desk/supervision"),
            open: context.viewer.may(.decideSupervision)
                ? Link(say("listing-new"), to: "/desk/listings/new") : nil,
            other: openOnly
                ? Link(say("listings-all"), to: "/desk/listings?open=all")
                : Link(say("listings-open"), to: "/desk/listings"),
            rows: found.items.map { ListingRegister.Row($0, town, say) },
            empty: found.items.isEmpty
                ? EmptyState(say("listings-none"), say("listings-none-hint")) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let listing = try await desk.listing(try context.id(), for: context.viewer)
        let view = ListingPageView(listing, town, front.wording(context))
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }

    @Sendable private func askNew(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let typed = Typed(["after": try Address(request)["after"] ?? ""])
        return try front.show(try await newSheet(typed, context), in: context)
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await newSheet(typed, context)
        } _: { form, operation in
            guard let months = try form.fields.typedWhole("months", 1...24) else {
                throw Fault(.missing, "months")
            }
            let order = try ListingOrder(&form.fields, months: months, in: town)
            try form.fields.nothingElse()
            let done = try await desk.open(order, by: context.viewer, operation: operation).answer
            return .to("/desk/listings/\(done.id)", saying: "done-supervised")
        }
    }

    private func newSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let leaders = try await desk.leaders(for: context.viewer)
        let say = front.wording(context)
        let view = SupervisionForm(
            title: say("listing-new"),
            hint: say("listing-new-hint"),
            back: Link(say("listings"), to: "/desk/listings"),
            facts: Facts([]),
            form: front.head(typed, in: context),
            fields: ListingFields(typed: typed, say: say, town: town).fields(leaders),
            button: say("listing-new")
        )
        return Sheet(view, .staff(.supervision))
    }

    private func step(_ context: OfficerContext) throws -> Listing.Step {
        guard let step = context.parameters.get("step").flatMap(Listing.Step.init(rawValue:)) else {
            throw NotFound()
        }
        return step
    }

    @Sendable private func askStep(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await stepSheet(.nothing, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let step = try step(context)
        let id: ID<Listing> = try context.id()
        try desk.admit(context.viewer, to: step)
        return try await front.take(context) { typed in
            try await stepSheet(typed, context)
        } _: { form, operation in
            let words = try form.fields.text("words", 1...5000, .lines)
            try form.fields.nothingElse()
            _ = try await desk.take(
                step,
                of: id,
                words: words,
                by: context.viewer,
                operation: operation
            )
            return .to("/desk/listings/\(id)", saying: "done-supervised")
        }
    }

    private func stepSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let step = try step(context)
        let listing = try await desk.listing(try context.id(), for: context.viewer)
        guard listing.steps.contains(step) || typed.problem != nil else { throw NotFound() }
        let say = front.wording(context)
        let view = SupervisionForm(
            title: say("listing-step-\(step.rawValue)"),
            hint: nil,
            back: Link(listing.number, to: "/desk/listings/\(listing.id)"),
            facts: ListingPageView.facts(listing, town, say),
            form: front.head(typed, in: context),
            fields: [
                SupervisionFields(typed: typed, say: say).words("listing-words-\(step.rawValue)")
            ],
            button: say("listing-step-\(step.rawValue)")
        )
        return Sheet(view, .staff(.supervision))
    }
}
