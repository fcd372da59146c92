import Centre

struct PlansView: PageView {
    static let template = "Rota/plans"

    struct Row: Sendable {
        let address: String
        let days: String
        let state: Badge
    }

    let title: String
    let back: Link
    let draft: PlanForm?
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension PlansView.Row {
    init(_ rota: RotaView.Head, _ say: Wording) {
        address = "/desk/rota/plans/\(rota.id)"
        days = say("day-span", ["first": say.day(rota.from), "last": say.day(rota.to)])
        state = Badge(rota.state, say)
    }
}

extension Badge {
    init(_ state: Rota.State, _ say: Wording) {
        let tone: Tone = state == .published ? .good : .plain
        self.init(say("rota-\(state.rawValue)"), tone)
    }
}

/// The days a rota is asked for.
struct PlanForm: Sendable {
    let form: FormHead
    let from: Field
    let to: Field
    let seats: String

    init(_ typed: Typed, _ town: Town, _ say: Wording, form: FormHead) {
        self.form = form
        from = Field("from", say("rota-from"), .day, in: typed, say, needed: true)
        to = Field(
            "to",
            say("rota-to"),
            .day,
            in: typed,
            say,
            hint: say("rota-to-hint"),
            needed: true
        )
        seats = say.list(town.rota.rotatingSeats.map { say($0.name) })
    }
}

/// A rota with how fair it is, a week at a time.
struct PlanView: PageView {
    static let template = "Rota/plan"

    struct Share: Sendable {
        let unit: String
        let turns: String
    }

    struct Step: Sendable {
        let address: String
        let label: String
        let isMain: Bool
        let form: FormHead
    }

    struct Line: Sendable {
        let at: String
        let what: String
        let who: String?
    }

    let title: String
    let back: Link
    let state: Badge
    let fairness: [String]
    let shares: [Share]
    let table: RotaTable
    let earlier: Link?
    let later: Link?
    let steps: [Step]
    let lines: [Line]
}

extension PlanView {
    init(
        _ rota: RotaView,
        table: RotaTable,
        week: RotaWeek,
        steps: [Step],
        _ town: Town,
        _ say: Wording
    ) {
        title = say("day-span", ["first": say.day(rota.from), "last": say.day(rota.to)])
        back = Link(say("plans"), to: "/desk/rota/plans")
        state = Badge(rota.state, say)
        fairness = PlanView.fairness(rota, say)
        shares = rota.figures.shares.map { share in
            Share(unit: say(town.unitName(share.unit)), turns: say.number(share.turns))
        }
        self.table = table
        let address = "/desk/rota/plans/\(rota.id)?week="
        earlier =
            week.first > rota.from
            ? Link(say("rota-earlier"), to: "\(address)\(week.first.adding(-7))") : nil
        later =
            week.last < rota.to
            ? Link(say("rota-later"), to: "\(address)\(week.first.adding(7))") : nil
        self.steps = steps
        lines = rota.history.map { line in
            Line(
                at: say.shortMoment(line.at),
                what: say("act-\(line.act.rawValue)"),
                who: line.name
            )
        }
    }

    /// In words, so that whoever publishes it knows what it is.
    private static func fairness(_ rota: RotaView, _ say: Wording) -> [String] {
        let figures = rota.figures
        return [
            say(
                "fair-turns",
                [
                    "places": say.number(figures.places), "least": say.number(figures.least),
                    "most": say.number(figures.most),
                ]
            ),
            say("fair-busiest", ["count": say.number(figures.onBusiest)]),
            say("fair-again", ["count": say.number(figures.again)]),
            say("fair-empty", ["count": say.number(figures.empty)]),
        ]
    }
}
