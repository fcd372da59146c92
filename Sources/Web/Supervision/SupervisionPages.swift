import Centre
import Hummingbird

/// The steps in hand by unit, and the open rules they follow.
struct SupervisionPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/supervision", use: show)
        pages.get("/supervision/rules", use: rules)
    }

    private var town: Town { front.town.town }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        var list = SupervisionList()
        list.waits = address["waits"].flatMap(SupervisionStep.Side.init(rawValue:))
        list.unit = address["unit"].flatMap { town.unit(code: $0)?.id }
        list.after = try address["after"].flatMap { Cursor($0, of: "supervision") }
            .map { try $0.id(at: 0) }
        let desk = desks.supervision
        let found = try await desk.page(list, for: context.viewer)
        let counts = try await desk.counts(for: context.viewer)
        let late = try await desk.late(for: context.viewer)
        let view = SupervisionBoard(
            title: say("place-supervision"),
            links: SupervisionBoard.links(context.viewer, say),
            tabs: SupervisionBoard.tabs(list, town, say),
            units: SupervisionBoard.units(counts, late, town, say),
            rows: found.items.map { SupervisionRow($0, town, say, now: front.now()) },
            empty: found.items.isEmpty
                ? EmptyState(say("supervision-none"), say("supervision-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(SupervisionList.cursor),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }

    @Sendable private func rules(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let view = SupervisionRulesView(town.supervision, town, front.wording(context))
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }
}
