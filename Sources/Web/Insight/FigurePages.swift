import Centre
import Hummingbird

/// The centre in figures: for everybody with small counts left out, for staff whole.
struct FigurePages: Sendable {
    let front: Front
    let desk: FiguresDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/statistics", use: published)
    }

    func routes(in desk: RouterGroup<OfficerContext>) {
        desk.get("/statistics", use: whole)
    }

    @Sendable private func published(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        try gate.pass(request, context)
        let say = front.wording(context)
        let ended = FigurePeriod.ended(by: today)
        let asked = request.uri.queryParameters["period"].map(String.init)
        let chosen = ended.first { $0.word == asked } ?? ended.first
        let figures = try await desk.published(from: chosen?.from, to: chosen?.to)
        var view = FiguresView(figures, in: front.town.town, say)
        view.choose(chosen, of: ended, say)
        return try front.show(Sheet(view, .resident), in: context)
    }

    @Sendable private func whole(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.readMatters)
        let say = front.wording(context)
        let asked = request.uri.queryParameters
        var typed = Typed()
        let from = asked["from"].flatMap { Day(String($0)) }
        let to = asked["to"].flatMap { Day(String($0)) }
        let figures: PeriodFigures
        do {
            figures = try await desk.figures(from: from, to: to, for: context.viewer)
        } catch let refusal as StatisticsRefusal {
            typed.problem = Problem(foreseen: refusal)
            figures = try await desk.figures(from: nil, to: nil, for: context.viewer)
        }
        typed.add(FormPair("from", "\(typed.problem == nil ? figures.from : from ?? figures.from)"))
        typed.add(FormPair("to", "\(typed.problem == nil ? figures.to : to ?? figures.to)"))
        var view = FiguresView(figures, in: front.town.town, say)
        view.staff = StaffFigures(figures, typed, say)
        return try front.show(Sheet(view, .staff(.statistics)), in: context)
    }

    private var today: Day { front.now().day(in: front.town.town.offset) }
}
