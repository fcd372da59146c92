import Centre

@testable import Web

extension RotaTable {
    static var sample: RotaTable {
        let cell = Cell(unit: "a", people: "b", address: "/", marks: [Badge("c")])
        return RotaTable(
            caption: "a",
            seats: ["a"],
            rows: [Row(label: "a", isNow: true, closed: "b", width: 1, cells: [cell])]
        )
    }
}

extension GapLine {
    static var sample: GapLine {
        GapLine(text: "a", address: "/")
    }
}

/// The pages of the rota, filled, against which their templates are held.
enum RotaSamples {
    static func all() throws -> [any View] {
        let form = try BoardSamples().form
        let link = Link("a", to: "/")
        let empty = EmptyState("a", "b", link: link)
        let pager = Pager(at: "/", next: "n", isFirst: false)
        return [
            RotaWeekView(
                title: "a",
                table: .sample,
                earlier: link,
                later: link,
                gaps: [.sample],
                places: [link]
            ),
            try plans(form, link, empty, pager),
            PlanView(
                title: "a",
                back: link,
                state: Badge("a"),
                fairness: ["a"],
                shares: [.init(unit: "a", turns: "1")],
                table: .sample,
                earlier: link,
                later: link,
                steps: [.init(address: "/", label: "a", isMain: true, form: form)],
                lines: [.init(at: "a", what: "b", who: "c")]
            ),
            try sitting(form, link),
            SwapsView(
                title: "a",
                back: link,
                problem: form,
                swaps: [
                    .init(
                        asked: link,
                        other: link,
                        reason: "a",
                        state: Badge("a"),
                        steps: [.init(address: "/", label: "a", isMain: true, form: form)]
                    )
                ],
                empty: empty,
                pager: pager
            ),
            AbsencesView(
                title: "a",
                back: link,
                form: form,
                fields: [try day()],
                told: [.init(unit: "a", when: "b")]
            ),
            try here(),
        ]
    }

    private static func day() throws -> Field {
        Field("from", "a", .day, in: .nothing, try BoardSamples().say, needed: true)
    }

    private static func plans(
        _ form: FormHead,
        _ link: Link,
        _ empty: EmptyState,
        _ pager: Pager
    ) throws -> PlansView {
        let boards = try BoardSamples()
        return PlansView(
            title: "a",
            back: link,
            draft: PlanForm(.nothing, boards.town, boards.say, form: form),
            rows: [.init(address: "/", days: "a", state: Badge("b"))],
            empty: empty,
            pager: pager
        )
    }

    private static func sitting(_ form: FormHead, _ link: Link) throws -> SittingPageView {
        SittingPageView(
            title: "a",
            back: link,
            facts: Facts([("a", "b")]),
            marks: [Badge("a")],
            why: ["a"],
            swap: link,
            forms: [
                .init(
                    title: "a",
                    hint: "b",
                    address: "/",
                    form: form,
                    fields: [try day()],
                    button: "c"
                )
            ],
            lines: [.init(at: "a", what: "b", who: "c", words: "d")]
        )
    }

    private static func here() throws -> HereView {
        HereView(
            title: "a",
            today: .init(
                label: "a",
                closed: "b",
                halves: [
                    .init(
                        label: "a",
                        isNow: true,
                        seats: [.init(seat: "a", unit: "b", mark: Badge("c"))]
                    )
                ]
            ),
            questions: [try day()],
            answer: .init(unit: "a", sentence: "b", turns: ["c"]),
            days: [.init(label: "a", morning: "b", afternoon: "c")],
            phone: "1"
        )
    }
}
