import Centre
import Hummingbird

/// The week at the hall for officers, with what is missing in the days ahead.
struct RotaPages: Sendable {
    let front: Front
    let desk: RotaDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rota", use: week)
    }

    private var town: Town { front.town.town }

    @Sendable private func week(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let say = front.wording(context)
        let today = front.now().day(in: town.offset)
        let asked = try Address(request)["week"].flatMap { Day($0) }
        let week = RotaWeek(around: asked ?? today)
        let sittings = try await desk.inForce(
            from: week.first,
            to: week.last,
            for: context.viewer
        )
        let coming = try await desk.today(for: context.viewer)
        let gaps = try await desk.gaps(for: context.viewer)
        let view = RotaWeekView(
            title: say("place-rota"),
            table: RotaTable(
                week.days,
                sittings,
                now: HalfDay(at: front.now(), in: town.offset),
                town,
                say
            ),
            earlier: Link(say("rota-earlier"), to: "/desk/rota?week=\(week.first.adding(-7))"),
            later: Link(say("rota-later"), to: "/desk/rota?week=\(week.first.adding(7))"),
            gaps: gaps.map { GapLine($0, town, say) },
            places: places(coming, context.viewer, say)
        )
        return try front.show(Sheet(view, .staff(.rota)), in: context)
    }

    /// What else there is to do for the viewer.
    private func places(_ coming: RotaToday, _ viewer: Viewer, _ say: Wording) -> [Link] {
        var links: [Link] = []
        if viewer.keepsRota { links.append(Link(say("plans"), to: "/desk/rota/plans")) }
        if viewer.keepsRota || viewer.may(.swapSittings) {
            let label =
                coming.swaps > 0
                ? say.count("swaps-waiting", coming.swaps) : say("swaps")
            links.append(Link(label, to: "/desk/rota/swaps"))
        }
        if viewer.may(.swapSittings) {
            links.append(Link(say("absences"), to: "/desk/rota/absences"))
        }
        return links + [Link(say("here"), to: "/here")]
    }
}

/// The seven days from Monday on.
struct RotaWeek: Sendable {
    let first: Day

    init(around day: Day) {
        first = day.adding(1 - day.weekday)
    }

    var last: Day { first.adding(6) }
    var days: [Day] { (0..<7).map { first.adding($0) } }
}

/// What is missing in the days ahead, in a sentence.
struct GapLine: Sendable {
    let text: String
    let address: String?
}

extension GapLine {
    init(_ gap: RotaGap, _ town: Town, _ say: Wording) {
        let unit = gap.unit.map { say(town.unitName($0)) } ?? ""
        let seat = gap.seat.flatMap { town.rota.seat($0) }.map { say($0.name) } ?? ""
        let when = gap.day.flatMap { day in
            gap.half.map { say.halfDay(HalfDay(day, $0)) }
        }
        let asked = gap.classCode.flatMap { town.disputeClass($0) }.map { say($0.name) }
        text = say(
            "gap-\(gap.kind.rawValue)-line",
            [
                "when": when ?? "", "seat": seat, "unit": unit, "class": asked ?? "",
                "count": say.number(gap.aWeek ?? 0),
            ]
        )
        address = gap.sitting.map { "/desk/rota/sittings/\($0)" }
    }
}

struct RotaWeekView: PageView {
    static let template = "Rota/week"

    let title: String
    let table: RotaTable
    let earlier: Link
    let later: Link
    let gaps: [GapLine]
    let places: [Link]
}
