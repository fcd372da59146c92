import Centre
import Hummingbird

/// What waits for the director, and the levels of one matter.
struct LevelPages: Sendable {
    let front: Front
    let desk: LevelDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/levels", use: open)
        pages.get("/matters/{id}/levels", use: show)
    }

    private func words(_ context: OfficerContext) -> LevelWording {
        LevelWording(town: front.town.town, say: front.wording(context))
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let found = try await desk.levels(of: id, for: context.viewer)
        return try front.show(
            Sheet(LevelPageView(found, words(context)), .staff(.rulings)),
            in: context
        )
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let words = words(context)
        let say = words.say
        var list = LevelList()
        list.limit = 20
        list.after = try address["after"].flatMap { try LevelList.place($0) }
        let found = try await desk.page(list, for: context.viewer)
        let view = LevelListView(
            title: say("levels-open"),
            tabs: RulingListView.tabs(.levels, say),
            rows: found.items.map { LevelListView.Row($0, words) },
            empty: found.items.isEmpty
                ? EmptyState(say("levels-waiting-none"), say("levels-waiting-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(LevelList.text),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.rulings)), in: context)
    }
}
