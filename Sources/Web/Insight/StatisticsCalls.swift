import Centre
import Hummingbird

/// Counts of concerns, for everybody; small ones only for staff.
struct StatisticsCalls: Sendable {
    let desk: StatisticsDesk

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/statistics/summary", use: summary)
    }

    @Sendable private func summary(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<Summary> {
        var query = try Query(request)
        let from = try query.day("from")
        let to = try query.day("to")
        try query.nothingElse()
        return Answer(try await desk.summary(from: from, to: to, for: context.viewer))
    }
}
