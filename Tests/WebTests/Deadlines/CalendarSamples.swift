import TestSupport

@testable import Centre
@testable import Web

extension Samples {
    static func calendar() throws -> [any View] {
        let say = Wording(try Sentences.sample(), in: .chinese)
        let town = try Samples.town()
        let now = Moment(milliseconds: 1_800_000_000_000)
        let head = FormHead(ticket: "t", operation: "o", problem: FormProblem(wrong, say))
        let pager = Pager(at: "/desk/admin/calendar", next: "b", isFirst: false)
        let forms = ProposalForms(typed: wrong, kind: .notice, say, head: { _ in head })
        let day = Day(number: 20_000)
        let counted = change(.counted, on: day, at: now)
        let poster = Viewer(
            officer: World.real.newID(),
            name: "a",
            login: "b",
            posts: [
                Post(
                    id: World.real.newID(),
                    officer: World.real.newID(),
                    unit: town.units[0].id,
                    role: .director,
                    validFrom: Moment(milliseconds: 0)
                )
            ]
        )
        let hands = ChangeHands(
            viewer: poster,
            now: now,
            typed: wrong,
            head: { head },
            again: { head }
        )
        let line = MoveLine(
            rule: "r",
            subject: .concern,
            matter: World.real.newID(),
            number: "n",
            was: now,
            becomes: now,
            cursor: .start
        )
        return [
            CalendarView(town, year: 2026, [counted], pager: pager, writing: forms, say),
            CalendarView(town, year: 2100, [], pager: pager, writing: forms, say),
            ChangePageView(counted, [line], .kept, pager: pager, hands: hands, in: town, say),
            ChangePageView(
                change(.settled, on: day, at: now),
                [],
                .later,
                pager: pager,
                hands: hands,
                in: town,
                say
            ),
        ]
    }

    private static func change(
        _ state: CalendarChange.State,
        on day: Day,
        at now: Moment
    ) -> ChangeView {
        ChangeView(
            id: World.real.newID(),
            number: 1,
            kind: .notice,
            state: state,
            reason: "r",
            year: 2027,
            papers: ["https://www.gov.cn/"],
            days: [
                .init(
                    date: day,
                    was: "day-working",
                    becomes: "day-holiday",
                    name: "n",
                    works: false
                )
            ],
            rules: [
                .init(
                    code: "c",
                    version: 2,
                    title: Bilingual(zh: "t", en: "t"),
                    amount: 3,
                    unit: .months,
                    validFrom: day
                )
            ],
            proposedBy: "a",
            proposedAt: now,
            decidedBy: "b",
            decidedAt: now,
            decision: "d",
            inForceAt: now,
            countedAt: now,
            tally: CalendarChange.Tally()
        )
    }
}
