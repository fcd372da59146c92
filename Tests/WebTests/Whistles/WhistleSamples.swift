@testable import Centre
@testable import Web

/// The pages of whistles, filled, against which their templates are held.
enum WhistleSamples {
    static func all() throws -> [any View] {
        let boards = try BoardSamples()
        let (say, town, now) = (boards.say, boards.town, boards.now)
        let link = Link("a", to: "/")
        let empty = EmptyState("a", "b", link: link)
        let pager = Pager(at: "/", next: "n", isFirst: false)
        let fields = WhistleFields(town: town, typed: .nothing, say: say)
        let month = WhistleMonth(of: Day(number: 20_000))
        let counts = WhistleMeasure.allCases.map {
            WhistleFigures.Count(measure: $0, calls: 1)
        }
        let figures = WhistleFigures(unit: .init(code: "justice", name: "n"), counts: counts)
        return [
            WhistleForm(
                title: "a",
                hint: "h",
                back: link,
                facts: Facts([("a", "b")]),
                form: boards.form,
                fields: fields.order,
                rows: fields.rows,
                button: "b"
            ),
            WhistleBoard(
                title: "a",
                figures: link,
                tabs: WhistleBoard.tabs(isOpen: true, say),
                rows: [row(boards.form)],
                empty: empty,
                pager: pager
            ),
            WhistlePageView(whistle, town, say, now: now) { boards.form },
            WhistleFiguresView(
                title: "a",
                back: link,
                month: "m",
                previous: link,
                next: link,
                columns: ["c"],
                rows: [.init(figures, month, town, say)],
                empty: empty
            ),
            WhistleCallsView(
                title: "a",
                back: link,
                rows: [.init(address: "/", number: "n", at: "t", state: Badge("b"))],
                empty: empty,
                pager: pager
            ),
        ]
    }

    static func atUnit(_ form: FormHead) -> WhistlesAtUnit {
        WhistlesAtUnit(rows: [row(form)], all: Link("a", to: "/"))
    }

    static var onMatter: MatterWhistles {
        MatterWhistles(
            lines: [
                .init(
                    label: "a",
                    address: "/",
                    state: Badge("b"),
                    calls: [.init(unit: "u", state: Badge("c"), due: Badge("d", .grave))]
                )
            ],
            blow: Link("a", to: "/")
        )
    }

    private static func row(_ form: FormHead) -> WhistleRow {
        let step = WhistleStep(label: "s", named: "n", address: "/", form: form, isForm: true)
        return WhistleRow(
            id: "w",
            address: "/",
            title: "t",
            number: "n",
            kind: "k",
            ground: "g",
            blown: "b",
            meets: "m",
            calls: [
                .init(
                    unit: "u",
                    state: Badge("c"),
                    due: Badge("d", .grave),
                    rung: "r",
                    steps: [step]
                )
            ]
        )
    }

    private static var whistle: WhistleView {
        let line = WhistleView.Line(
            at: Moment(milliseconds: 0),
            act: .whistleArrived,
            role: "liaison",
            name: "n",
            words: "w",
            rung: .deputy,
            presence: .site
        )
        let call = WhistleView.Call(
            id: World.real.newID(),
            unit: .init(code: "justice", name: "n"),
            purpose: "p",
            state: .called,
            waits: .unit,
            calledAt: Moment(milliseconds: 0),
            due: Moment(milliseconds: 1),
            overdue: true,
            rung: .director,
            presence: .link,
            history: [line],
            reception: .init(inTime: true, helped: false),
            justified: true,
            moves: [.see, .decline],
            mayReceive: true,
            mayJustify: true
        )
        return WhistleView(
            id: World.real.newID(),
            matter: World.real.newID(),
            number: "n",
            kind: .init(code: "normal", name: "k"),
            ground: .init(code: "severalUnits", name: "g"),
            basis: "b",
            reason: "r",
            place: "p",
            meetsAt: Moment(milliseconds: 0),
            blownAt: Moment(milliseconds: 0),
            blownBy: "n",
            open: true,
            endedAt: Moment(milliseconds: 0),
            withdrawn: line,
            calls: [call],
            mayCall: true,
            mayWithdraw: true
        )
    }
}
