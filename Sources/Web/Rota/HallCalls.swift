import Centre
import Hummingbird

/// Who is at the hall, and when the right one is: for everybody.
struct HallCalls: Sendable {
    let desk: HallDesk
    let town: TownInForce

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/hall", use: day)
        api.get("/hall/next", use: next)
    }

    @Sendable private func day(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<HallDay> {
        var query = try Query(request)
        let asked = try query.day("day")
        try query.nothingElse()
        guard let asked else { return Answer(try await desk.today()) }
        return Answer(try await desk.days(from: asked, count: 1)[0])
    }

    /// By unit, or by the class of what is to be asked.
    @Sendable private func next(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<RightOne> {
        var query = try Query(request)
        let unit = try query.text("unit", 1...64)
        let code = try query.text("class", 1...64)
        try query.nothingElse()
        guard let name = unit ?? code else { throw Fault(.missing, "unit") }
        let found =
            unit == nil ? try await desk.next(forClass: name) : try await desk.next(of: name)
        guard let found else { throw Fault(.unknownCode, unit == nil ? "class" : "unit") }
        return Answer(found)
    }
}
