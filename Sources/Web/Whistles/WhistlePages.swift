import Centre
import Hummingbird

/// The board of whistles and the page of one.
struct WhistlePages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/whistles", use: board)
        pages.get("/whistles/{id}", use: show)
    }

    private var town: Town { front.town.town }

    @Sendable private func board(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        var list = WhistleList()
        list.isOpen = address["state"] != WhistleList.State.over.rawValue
        list.limit = 20
        list.after = try address["after"].flatMap { try WhistleList.place($0) }
        let found = try await desks.whistles.page(list, for: context.viewer)
        let view = WhistleBoard(
            title: say("place-whistles"),
            figures: Link(say("whistle-figures"), to: "/desk/whistles/figures"),
            tabs: WhistleBoard.tabs(isOpen: list.isOpen, say),
            rows: found.items.map { line in
                WhistleRow(line, isOwn: false, town, say, now: front.now()) {
                    front.head(in: context)
                }
            },
            empty: found.items.isEmpty
                ? EmptyState(say("whistles-none"), say("whistles-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(WhistleList.cursor),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.whistles)), in: context)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let whistle = try await desks.whistles.whistle(try context.id(), for: context.viewer)
        let view = WhistlePageView(whistle, town, front.wording(context), now: front.now()) {
            front.head(in: context)
        }
        return try front.show(Sheet(view, .staff(.whistles)), in: context)
    }
}
