import Centre
import Hummingbird

/// The register of rulings, and those of one matter.
struct RulingPages: Sendable {
    let front: Front
    let desk: RulingDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rulings", use: open)
        pages.get("/rulings/precedents", use: precedents)
        pages.get("/matters/{id}/rulings", use: show)
    }

    private var town: Town { front.town.town }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let found = try await desk.rulings(of: id, for: context.viewer)
        let words = RulingWording(town: town, say: front.wording(context))
        let view = RulingPageView(found, words, now: front.now())
        return try front.show(Sheet(view, .staff(.rulings)), in: context)
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        var list = RulingList()
        list.limit = 20
        list.after = try address["after"].flatMap { try RulingList.place($0) }
        let found = try await desk.page(list, for: context.viewer)
        let words = RulingWording(town: town, say: say)
        let view = RulingListView(
            title: say("place-rulings"),
            tabs: RulingListView.tabs(.open, say),
            rows: found.items.map { RulingListView.Row($0, words) },
            empty: found.items.isEmpty
                ? EmptyState(say("rulings-none"), say("rulings-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(RulingList.text),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.rulings)), in: context)
    }

    @Sendable private func precedents(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        var list = PrecedentList()
        list.limit = 20
        list.classCode = address["class"].flatMap { $0.isEmpty ? nil : $0 }
        list.after = try address["after"].flatMap { try PrecedentList.place($0) }
        let found = try await desk.precedents(list, for: context.viewer)
        let words = RulingWording(town: town, say: say)
        let view = PrecedentListView(
            title: say("place-rulings"),
            tabs: RulingListView.tabs(.precedents, say),
            classes: town.classes.filter { !$0.hidden }.map {
                .init(value: $0.code, label: say($0.name), isChosen: $0.code == list.classCode)
            },
            rows: found.items.map { PrecedentRow($0, words) },
            empty: found.items.isEmpty
                ? EmptyState(say("precedents-none"), say("precedents-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(PrecedentList.text),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.rulings)), in: context)
    }
}
