import Centre
import Hummingbird

/// What waits for an officer today.
struct TodayPages: Sendable {
    let front: Front
    let desk: MattersDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/", use: show)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let today = try await desk.today(for: context.viewer)
        let view = TodayView(
            today,
            of: context.viewer,
            front.town.town,
            front.wording(context),
            now: front.now()
        )
        return try front.show(Sheet(view, .staff(.today)), in: context)
    }
}
