@testable import Centre
@testable import Web

/// The pages of supervision, filled, against which their templates are held.
enum SupervisionSamples {
    static func all() throws -> [any View] {
        let boards = try BoardSamples()
        let (say, town, now) = (boards.say, boards.town, boards.now)
        let link = Link("a", to: "/")
        let empty = EmptyState("a", "b", link: link)
        let pager = Pager(at: "/", next: "n", isFirst: false)
        return [
            SupervisionForm(
                title: "a",
                hint: "h",
                back: link,
                facts: Facts([("a", "b")]),
                form: boards.form,
                fields: [SupervisionFields(typed: .nothing, say: say).words("supervision-day")],
                button: "b"
            ),
            SupervisionBoard(
                title: "a",
                links: [link],
                tabs: SupervisionBoard.tabs(SupervisionList(), town, say),
                units: [.init(name: "a", open: link, waiting: link, late: link)],
                rows: [row(town, say, now: now)],
                empty: empty,
                pager: pager
            ),
            SupervisionRulesView(town.supervision, town, say),
            MatterSupervisionView(
                title: "a",
                back: link,
                number: "n",
                opening: [link],
                steps: [SupervisionStepCard(step, town, say, now: now)],
                empty: empty,
                papers: [link]
            ),
            ListingRegister(
                title: "a",
                back: link,
                open: link,
                other: link,
                rows: [ListingRegister.Row(listing, town, say)],
                empty: empty,
                pager: pager
            ),
            ListingPageView(listing, town, say),
            OwnPromiseView(
                title: "a",
                hint: "h",
                rows: [
                    .init(
                        address: "/",
                        title: "t",
                        number: "n",
                        unit: "u",
                        part: "p",
                        day: Badge("d")
                    )
                ],
                empty: empty,
                pager: pager
            ),
            RecheckListView(
                title: "a",
                back: link,
                draw: RecheckForm(.nothing, say, form: boards.form),
                rows: [RecheckListView.Row(draw, say)],
                empty: empty,
                pager: pager
            ),
            RecheckPageView(
                draw,
                RecheckRepetition(agrees: false, population: 1, digest: "d", chosenDigest: "c"),
                say
            ),
        ]
    }

    static func toAnswer(_ town: Town, _ say: Wording, now: Moment) -> SupervisionToAnswer {
        SupervisionToAnswer(
            rows: [row(town, say, now: now)],
            more: Link("a", to: "/"),
            rules: Link("b", to: "/")
        )
    }

    static var onMatter: MatterSupervision {
        MatterSupervision(
            lines: [
                .init(label: "a", address: "/", state: Badge("b"), due: Badge("c", .grave))
            ],
            all: Link("a", to: "/")
        )
    }

    private static func row(_ town: Town, _ say: Wording, now: Moment) -> SupervisionRow {
        let line = SupervisionLine(
            id: World.real.newID(),
            matter: World.real.newID(),
            number: "MZ1",
            title: "t",
            unit: .init(code: "justice", name: "n"),
            kind: .letter,
            state: .issued,
            waits: .unit,
            ground: .init(code: "notHandled", name: "n"),
            openedAt: now,
            due: now,
            overdue: true
        )
        return SupervisionRow(line, town, say, now: now)
    }

    private static var step: SupervisionView {
        SupervisionView(
            id: World.real.newID(),
            matter: World.real.newID(),
            assignment: World.real.newID(),
            unit: .init(code: "justice", name: "n"),
            kind: .leader,
            state: .answered,
            waits: .centre,
            ground: .init(code: "hardMatter", name: "n"),
            basis: "b",
            openedAt: Moment(milliseconds: 0),
            due: Moment(milliseconds: 1),
            overdue: true,
            skipped: [.reminder],
            day: Day(number: 20_000),
            leader: .init(leader: "a", responsible: "b", promised: Day(number: 20_000)),
            measured: 1,
            threshold: 2,
            history: [
                .init(
                    at: Moment(milliseconds: 0),
                    act: .leaderReported,
                    role: "liaison",
                    name: "n",
                    words: "w",
                    skipReason: "s",
                    leader: "l",
                    promised: Day(number: 20_000),
                    result: "resolved",
                    finding: "sound"
                )
            ],
            moves: [.accept, .sendBack]
        )
    }

    private static var listing: ListingView {
        ListingView(
            id: World.real.newID(),
            number: "n",
            subject: .place,
            name: "m",
            ground: .init(code: "rectify", name: "n"),
            basis: "b",
            problem: "p",
            measures: "m",
            unit: .init(code: "justice", name: "n"),
            leader: "l",
            state: .removed,
            openedAt: Moment(milliseconds: 0),
            until: Day(number: 20_000),
            overdue: false,
            removedOn: Day(number: 20_000),
            watchedUntil: Day(number: 20_090),
            relapses: 1,
            history: [
                .init(
                    at: Moment(milliseconds: 0),
                    act: .listingOpened,
                    role: "director",
                    name: "n",
                    words: "w"
                )
            ],
            steps: [.relapse]
        )
    }

    private static var draw: RecheckView {
        RecheckView(
            id: World.real.newID(),
            seed: "s",
            from: Day(number: 20_000),
            to: Day(number: 20_010),
            size: 1,
            population: 2,
            digest: "d",
            chosenDigest: "c",
            drawnAt: Moment(milliseconds: 0),
            drawnBy: "n",
            chosen: [
                .init(
                    place: 1,
                    number: "MZ1",
                    matter: World.real.newID(),
                    step: World.real.newID(),
                    state: .settled
                )
            ]
        )
    }
}
