import Centre
import Hummingbird

/// How units answered the whistles of a month, and the calls behind each number.
struct WhistleFigurePages: Sendable {
    let front: Front
    let desk: WhistleDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/whistles/figures", use: show)
        pages.get("/whistles/figures/{unit}/{measure}", use: list)
    }

    private var town: Town { front.town.town }

    private func month(_ address: Address) -> WhistleMonth {
        address["month"].flatMap { WhistleMonth($0) }
            ?? WhistleMonth(of: front.now().day(in: town.offset))
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let month = month(try Address(request))
        let figures = try await desk.figures(of: month, for: context.viewer)
        let say = front.wording(context)
        let thisMonth = WhistleMonth(of: front.now().day(in: town.offset))
        let address = "/desk/whistles/figures"
        let view = WhistleFiguresView(
            title: say("whistle-figures"),
            back: Link(say("place-whistles"), to: "/desk/whistles"),
            month: say("whistle-month", ["from": say.day(month.first)]),
            previous: Link(
                say("whistle-month-before"),
                to: "\(address)?month=\(month.previous.text)"
            ),
            next: month == thisMonth
                ? nil : Link(say("whistle-month-after"), to: "\(address)?month=\(month.next.text)"),
            columns: WhistleMeasure.allCases.map { say("whistle-measure-\($0.rawValue)") },
            rows: figures.map { WhistleFiguresView.Row($0, month, town, say) },
            empty: figures.isEmpty
                ? EmptyState(say("whistle-figures-none"), say("whistle-figures-hint")) : nil
        )
        return try front.show(Sheet(view, .staff(.whistles)), in: context)
    }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        guard let code = context.parameters.get("unit"), let unit = town.unit(code: code),
            let measure = context.parameters.get("measure").flatMap(WhistleMeasure.init(rawValue:))
        else { throw NotFound() }
        let say = front.wording(context)
        var list = WhistleCallList(month: month(address), unit: unit.id, measure: measure)
        list.after = try address["after"].flatMap { try WhistleCallList.place($0) }
        let found = try await desk.calls(list, for: context.viewer)
        let view = WhistleCallsView(
            title: "\(say(unit.name)) · \(say("whistle-measure-\(measure.rawValue)"))",
            back: Link(
                say("whistle-figures"),
                to: "/desk/whistles/figures?month=\(list.month.text)"
            ),
            rows: found.items.map { line in
                WhistleCallsView.Row(
                    address: "/desk/whistles/\(line.whistle)#call-\(line.id)",
                    number: line.number ?? say("matter-erased"),
                    at: say.shortMoment(line.calledAt),
                    state: Badge(whistle: line.state, presence: nil, say)
                )
            },
            empty: found.items.isEmpty
                ? EmptyState(say("whistle-figures-none"), say("whistle-figures-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(WhistleCallList.cursor),
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.whistles)), in: context)
    }
}

/// The counts of a month, unit by unit; each leads to its list.
struct WhistleFiguresView: PageView {
    static let template = "Whistles/figures"

    struct Row: Sendable {
        let unit: String
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let column: String
        let link: Link?
    }

    let title: String
    let back: Link
    let month: String
    let previous: Link
    let next: Link?
    let columns: [String]
    let rows: [Row]
    let empty: EmptyState?
}

extension WhistleFiguresView.Row {
    init(_ figures: WhistleFigures, _ month: WhistleMonth, _ town: Town, _ say: Wording) {
        unit = say(town.unitName(figures.unit.code))
        cells = WhistleMeasure.allCases.map { measure in
            let count = figures.calls(measure)
            let address = "/desk/whistles/figures/\(figures.unit.code)/\(measure.rawValue)"
            return WhistleFiguresView.Cell(
                column: say("whistle-measure-\(measure.rawValue)"),
                link: count == 0
                    ? nil : Link(say.number(count), to: "\(address)?month=\(month.text)")
            )
        }
    }
}

/// The calls behind a number.
struct WhistleCallsView: PageView {
    static let template = "Whistles/calls"

    struct Row: Sendable {
        let address: String
        let number: String
        let at: String
        let state: Badge
    }

    let title: String
    let back: Link
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}
