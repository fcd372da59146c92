import Centre
import Hummingbird

/// My promises: the officer's own list.
struct OwnPromisePages: Sendable {
    let front: Front
    let desk: OwnPromiseDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/promises", use: show)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let say = front.wording(context)
        let after = try Address(request)["after"]
            .flatMap { Cursor($0, of: OwnPromiseDesk.list) }
            .map(OwnPromiseDesk.Cursor.init)
        let found = try await desk.page(for: context.viewer, after: after, limit: 20)
        let view = OwnPromiseView(
            title: say("own-promises"),
            hint: say("own-promises-hint"),
            rows: found.items.map { OwnPromiseView.Row($0, front.town.town, say) },
            empty: found.items.isEmpty
                ? EmptyState(say("own-promises-none"), say("own-promises-none-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next?.text,
                isFirst: after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }
}

/// What the officer promised and has not kept yet, the earliest day first.
struct OwnPromiseView: PageView {
    static let template = "Supervision/promises"

    struct Row: Sendable {
        let address: String
        let title: String
        let number: String
        let unit: String
        let part: String
        let day: Badge
    }

    let title: String
    let hint: String
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension OwnPromiseView.Row {
    init(_ promise: OwnPromise, _ town: Town, _ say: Wording) {
        address =
            promise.matter.map { "/desk/matters/\($0)/supervision#step-\(promise.id)" }
            ?? "/desk/listings/\(promise.id)"
        title =
            promise.title
            ?? say(promise.part == .listing ? "listing" : "matter-erased")
        number = promise.number ?? ""
        unit = say(town.unitName(promise.unit.code))
        part = say("own-promise-\(promise.part.rawValue)")
        day = Badge(
            say(
                promise.missed ? "own-promise-missed" : "own-promise-by",
                ["day": say.day(promise.day)]
            ),
            promise.missed ? .grave : .plain
        )
    }
}
