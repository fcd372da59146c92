import Centre

struct SittingPageView: PageView {
    static let template = "Rota/sitting"

    struct Line: Sendable {
        let at: String
        let what: String
        let who: String?
        let words: String?
    }

    let title: String
    let back: Link
    let facts: Facts
    let marks: [Badge]
    let why: [String]
    let swap: Link?
    let forms: [SittingForms.Form]
    let lines: [Line]
}

extension SittingPageView {
    init(_ file: SittingFile, forms: [SittingForms.Form], _ town: Town, _ say: Wording) {
        let sitting = file.sitting
        let seat = town.rota.seat(sitting.seat).map { say($0.name) } ?? sitting.seat
        title = "\(say.halfDay(sitting.halfDay)) · \(seat)"
        back =
            sitting.published
            ? Link(say("place-rota"), to: "/desk/rota?week=\(sitting.day)")
            : Link(say("plan"), to: "/desk/rota/plans/\(sitting.rota)?week=\(sitting.day)")
        facts = Facts([
            (
                say("rota-unit"),
                sitting.unit.map { say(town.unitName($0)) } ?? say("rota-nobody")
            ),
            (say("sitting-officer"), sitting.officer?.name),
            (say("sitting-substitute"), sitting.substitute?.name),
            (say("sitting-origin"), say("sitting-origin-\(sitting.origin.rawValue)")),
            (say("seat-taken-at"), sitting.takenAt.map { say.shortMoment($0) }),
        ])
        marks = sitting.cannotCome ? [Badge(say("gap-cannotCome"), .soon)] : []
        why = sitting.reason.map { $0.sentences(sitting, town, say) } ?? []
        swap = file.swap.map { _ in Link(say("sitting-in-swap"), to: "/desk/rota/swaps") }
        self.forms = forms
        lines = file.history.map { line in
            Line(
                at: say.shortMoment(line.at),
                what: say("act-\(line.act.rawValue)"),
                who: line.name,
                words: line.words
            )
        }
    }
}

extension RotaReason {
    /// Why this unit on this half-day, in sentences whose figures can be counted again.
    func sentences(_ sitting: SittingView, _ town: Town, _ say: Wording) -> [String] {
        let away = unable.isEmpty ? nil : say.list(unable.map { say(town.unitName($0)) })
        guard sitting.unit != nil else {
            return [say("why-nobody"), away.map { say("why-unable", ["units": $0]) }]
                .compactMap(\.self)
        }
        let asked = [
            "weeks": say.number(weeks), "weekday": say.weekday(sitting.day),
            "count": say.number(self.asked),
        ]
        return [
            say("why-turn", ["turn": say.number(turn), "of": say.number(of)]),
            isBusiest
                ? say("why-busiest", asked)
                : self.asked > 0 ? say("why-asked", asked) : say("why-not-asked", asked),
            away.map { say("why-unable", ["units": $0]) },
            again ? say("why-again") : nil,
        ].compactMap(\.self)
    }
}

/// The forms of one place.
struct SittingForms {
    enum Kind {
        case change
        case people
        case tick
        case swap
    }

    struct Form: Sendable {
        let title: String
        let hint: String?
        let address: String
        let form: FormHead
        let fields: [Field]
        let button: String
    }

    let typed: Typed
    let failed: Kind?
    let say: Wording
    let town: Town
    let address: String
    let head: (Typed) -> FormHead

    private func typed(_ kind: Kind) -> Typed? { failed == kind ? typed : nil }

    func tick() -> Form {
        Form(
            title: say("seat-tick"),
            hint: say("seat-tick-hint"),
            address: "\(address)/tick",
            form: head(typed(.tick) ?? .nothing),
            fields: [],
            button: say("seat-tick-button")
        )
    }

    func people(_ people: [SittingView.Person], now sitting: SittingView) -> Form {
        let known = [
            "officer": sitting.officer.map { "\($0.officer)" } ?? "",
            "substitute": sitting.substitute.map { "\($0.officer)" } ?? "",
        ]
        let typed = typed(.people) ?? Typed(known)
        let options = people.map { Field.Option("\($0.officer)", $0.name) }
        return Form(
            title: say("sitting-name"),
            hint: nil,
            address: "\(address)/people",
            form: head(typed),
            fields: [
                Field(
                    "officer",
                    say("sitting-officer"),
                    .choice(options),
                    in: typed,
                    say,
                    needed: true
                ),
                Field("substitute", say("sitting-substitute"), .choice(options), in: typed, say),
            ],
            button: say("sitting-name")
        )
    }

    func swap(_ turns: [SittingView]) -> Form {
        let typed = typed(.swap) ?? .nothing
        let options = turns.map { turn in
            let unit = turn.unit.map { say(town.unitName($0)) } ?? ""
            return Field.Option("\(turn.id)", "\(say.halfDay(turn.halfDay)) · \(unit)")
        }
        return Form(
            title: say("swap-ask"),
            hint: say("swap-ask-hint"),
            address: "\(address)/swap",
            form: head(typed),
            fields: [
                Field("other", say("swap-other"), .choice(options), in: typed, say, needed: true),
                reason(typed, hint: nil, needed: true),
            ],
            button: say("swap-ask")
        )
    }

    func change(_ sitting: SittingView) -> Form {
        let typed = typed(.change) ?? Typed(["unit": sitting.unit ?? ""])
        let units = town.units.filter { $0.presence != .village }.map {
            Field.Option($0.code, say($0.name))
        }
        return Form(
            title: say("sitting-change"),
            hint: say("sitting-change-hint"),
            address: "\(address)/change",
            form: head(typed),
            fields: [
                Field(
                    "unit",
                    say("rota-unit"),
                    .choice(units),
                    in: typed,
                    say,
                    hint: say("sitting-nobody-hint")
                ),
                reason(
                    typed,
                    hint: sitting.published ? nil : say("sitting-reason-hint"),
                    needed: sitting.published
                ),
            ],
            button: say("sitting-change")
        )
    }

    private func reason(_ typed: Typed, hint: String?, needed: Bool) -> Field {
        Field(
            "reason",
            say("sitting-reason"),
            .lines(upTo: 1000, rows: 2),
            in: typed,
            say,
            hint: hint,
            needed: needed
        )
    }
}
