import Centre

/// Who looks at a change, and what that person may do with it.
struct ChangeHands {
    let viewer: Viewer
    let now: Moment
    let typed: Typed
    let head: () -> FormHead
    let again: () -> FormHead
}

/// One change: what it says, what it would do to running limits, and the decision.
struct ChangePageView: PageView {
    static let template = "Deadlines/change"

    let title: String
    let state: Badge
    let facts: Facts
    let papers: [Link]
    let days: [DayRow]
    let rules: [String]
    let tallies: [Tally]
    let outcomeTitle: String
    let moves: [MoveRow]
    let noMoves: String?
    let pager: Pager
    let deciding: Deciding?
    let counting: Again?
    let notice: Notice?

    struct DayRow: Sendable {
        let day: String
        let was: String
        let becomes: String
    }

    /// How many limits a change does one thing to, with the way to their list.
    struct Tally: Sendable {
        let label: String
        let count: String
        let address: String?
        let isHere: Bool
    }

    struct MoveRow: Sendable {
        let rule: String
        let matter: Link?
        let was: String
        let becomes: String
    }

    struct Deciding: Sendable {
        let address: String
        let form: FormHead
        let fields: [Field]
    }

    struct Again: Sendable {
        let address: String
        let form: FormHead
        let label: String
    }
}

extension ChangePageView {
    init(
        _ change: ChangeView,
        _ moves: [MoveLine],
        _ outcome: ClockMove.Outcome,
        pager: Pager,
        hands: ChangeHands,
        in town: Town,
        _ say: Wording
    ) {
        title = say.title(of: change)
        state = Badge(say("calendar-state-\(change.state.rawValue)"), change.state.tone)
        facts = Self.facts(change, say)
        papers = change.papers.map { Link($0, to: $0) }
        days = change.days.map { day in
            DayRow(
                day: say.day(day.date),
                was: say("calendar-kind-\(day.was)"),
                becomes: say("calendar-kind-\(day.becomes)") + (day.name.map { " · \($0)" } ?? "")
            )
        }
        rules = change.rules.map { rule in
            say(
                "calendar-rule",
                [
                    "title": say(rule.title), "code": rule.code, "edition": "\(rule.version)",
                    "amount": say.amount(rule.amount, rule.unit), "day": say.day(rule.validFrom),
                ]
            )
        }
        tallies = Self.tallies(change, outcome, say)
        outcomeTitle = say("calendar-outcome-\(outcome.rawValue)")
        self.moves = moves.map { line in
            MoveRow(
                rule: town.rule(line.rule).map { say($0.title) } ?? line.rule,
                matter: line.matter.map { id in
                    Link(line.number ?? say("calendar-matter"), to: "/desk/matters/\(id)")
                },
                was: say.moment(line.was),
                becomes: say.moment(line.becomes)
            )
        }
        noMoves = moves.isEmpty ? say(change.noMoves(outcome)) : nil
        self.pager = pager
        let address = "\(CalendarPages.address)/\(change.id)"
        let isOpen = change.state == .counted || change.state == .counting
        let mayDecide = hands.viewer.may(.decideCalendar) && change.state == .counted
        deciding =
            mayDecide
            ? Deciding(
                address: "\(address)/decision",
                form: hands.head(),
                fields: Self.fields(hands.typed, say)
            ) : nil
        counting =
            isOpen && change.countedAt != nil
            ? Again(
                address: "\(address)/count",
                form: hands.again(),
                label: say("calendar-count-again")
            ) : nil
        notice = Self.notice(change, at: hands.now, say)
    }

    private static func facts(_ change: ChangeView, _ say: Wording) -> Facts {
        Facts([
            (say("calendar-reason"), change.reason),
            (say("calendar-proposed"), say.proposed(change)),
            (
                say("calendar-decided"),
                change.decidedAt.map { at in
                    say(
                        "calendar-by",
                        ["name": change.decidedBy ?? "–", "moment": say.shortMoment(at)]
                    )
                }
            ),
            (say("calendar-decision"), change.decision),
            (say("calendar-in-force"), change.inForceAt.map { say.moment($0) }),
            (say("calendar-counted"), change.countedAt.map { say.moment($0) }),
        ])
    }

    private static func tallies(
        _ change: ChangeView,
        _ here: ClockMove.Outcome,
        _ say: Wording
    ) -> [Tally] {
        let tally = change.tally
        let counts: [(ClockMove.Outcome, Int)] = [
            (.kept, tally.kept), (.earlier, tally.earlier), (.later, tally.later),
            (.fixed, tally.fixed),
        ]
        return counts.map { outcome, count in
            Tally(
                label: say("calendar-outcome-\(outcome.rawValue)"),
                count: say.number(count),
                address: outcome == .fixed
                    ? nil : "\(CalendarPages.address)/\(change.id)?outcome=\(outcome.rawValue)",
                isHere: outcome == here
            )
        }
    }

    private static func fields(_ typed: Typed, _ say: Wording) -> [Field] {
        let words = DecisionWord.allCases.map {
            Field.Option($0.rawValue, say("calendar-decide-\($0.rawValue)"))
        }
        return [
            Field(
                "decision",
                say("calendar-decision"),
                .radios(words),
                in: typed,
                say,
                needed: true
            ),
            Field(
                "reason",
                say("calendar-decision-reason"),
                .lines(upTo: 500, rows: 3),
                in: typed,
                say,
                needed: true
            ),
        ]
    }

    private static func notice(
        _ change: ChangeView,
        at now: Moment,
        _ say: Wording
    ) -> Notice? {
        if let inForceAt = change.inForceAt, now < inForceAt {
            return Notice(say("calendar-approved-from", ["time": say.time(inForceAt)]), .soon)
        }
        let tally = change.tally
        let progress = [
            "done": say.number(change.state == .counting ? tally.scanned : tally.walked),
            "of": say.number(tally.running),
        ]
        return switch change.state {
        case .counting: Notice(say("calendar-counting", progress), .soon)
        case .settling: Notice(say("calendar-settling", progress), .soon)
        case .settled: Notice(say("calendar-settled", ["moved": say.number(tally.moved)]), .good)
        case .counted, .declined: nil
        }
    }
}

extension ChangeView {
    /// Why no single move is listed: there is none, or they were forgotten long after the decision.
    fileprivate func noMoves(_ outcome: ClockMove.Outcome) -> String {
        let counted =
            switch outcome {
            case .kept: tally.kept
            case .earlier: tally.earlier
            case .later: tally.later
            case .fixed: 0
            }
        return counted > 0 && decidedAt != nil ? "calendar-moves-forgotten" : "calendar-no-moves"
    }
}

extension CalendarChange.State {
    fileprivate var tone: Tone {
        switch self {
        case .counting, .counted, .settling: .soon
        case .settled: .good
        case .declined: .plain
        }
    }
}
