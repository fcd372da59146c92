import Centre

struct RecheckListView: PageView {
    static let template = "Supervision/rechecks"

    struct Row: Sendable {
        let address: String
        let days: String
        let seed: String
        let counts: String
        let at: String
    }

    let title: String
    let back: Link
    let draw: RecheckForm?
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension RecheckListView.Row {
    init(_ draw: RecheckView, _ say: Wording) {
        address = "/desk/rechecks/\(draw.id)"
        days = say("day-span", ["first": say.shortDay(draw.from), "last": say.shortDay(draw.to)])
        seed = draw.seed
        counts = say(
            "recheck-counts",
            ["drawn": say.number(draw.size), "population": say.number(draw.population)]
        )
        at = say.shortMoment(draw.drawnAt)
    }
}

/// What a draw asks for: the days, how many, and the seed.
struct RecheckForm: Sendable {
    let form: FormHead
    let fields: [Field]

    init(_ typed: Typed, _ say: Wording, form: FormHead) {
        self.form = form
        fields = [
            Field("from", say("recheck-from"), .day, in: typed, say, needed: true),
            Field("to", say("recheck-to"), .day, in: typed, say, needed: true),
            Field("size", say("recheck-size"), .number, in: typed, say, needed: true),
            Field(
                "seed",
                say("recheck-seed"),
                .line(upTo: 100),
                in: typed,
                say,
                hint: say("recheck-seed-hint"),
                needed: true
            ),
        ]
    }
}

/// One draw, drawn again beside what was kept.
struct RecheckPageView: PageView {
    static let template = "Supervision/recheck"

    struct Choice: Sendable {
        let place: String
        let number: String
        let address: String
        let state: Badge
    }

    let title: String
    let back: Link
    let repeated: Notice
    let facts: Facts
    let choices: [Choice]
}

extension RecheckPageView {
    init(_ draw: RecheckView, _ again: RecheckRepetition, _ say: Wording) {
        title = say("recheck")
        back = Link(say("rechecks"), to: "/desk/rechecks")
        repeated =
            again.agrees
            ? Notice(say("recheck-agrees"), .good) : Notice(say("recheck-differs"), .grave)
        facts = Facts([
            (
                say("recheck-days"),
                say("day-span", ["first": say.day(draw.from), "last": say.day(draw.to)])
            ),
            (say("recheck-seed"), draw.seed),
            (say("recheck-size"), say.number(draw.size)),
            (say("recheck-population"), say.number(draw.population)),
            (say("recheck-digest"), draw.digest),
            (say("recheck-drawn-digest"), draw.chosenDigest),
            (say("recheck-drawn"), say.moment(draw.drawnAt)),
            (say("recheck-drawer"), draw.drawnBy),
        ])
        choices = draw.chosen.map { choice in
            Choice(
                place: say.number(choice.place),
                number: choice.number,
                address: "/desk/matters/\(choice.matter)/supervision#step-\(choice.step)",
                state: choice.state == .settled
                    ? Badge(say("recheck-looked-at"), .good) : Badge(say("recheck-waits"))
            )
        }
    }
}
