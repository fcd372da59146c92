import Centre

/// A limit with its remaining time, and why its day is that day.
struct LimitCard: Sendable {
    /// Days next to each other that are counted, or not, for the same reason.
    struct Run: Sendable {
        let days: String
        let count: String
        let why: String
        let isCounted: Bool
    }

    let title: String
    let of: String?
    let left: Badge
    let due: String
    let machine: String
    let amount: String
    let basis: String
    let isProvisional: Bool
    let isOpen: Bool
    let runs: [Run]
    let more: String?
    /// What was raised of it, the newest last.
    let alarms: [AlarmNote]

    struct AlarmNote: Sendable {
        let kind: Badge
        let raised: String
    }
}

extension LimitCard {
    init(_ limit: MatterScreen.Limit, _ hand: MatterAtHand, _ say: Wording, now: Moment) {
        let rule = hand.town.rule(limit.line.rule, version: limit.line.version)
        title = rule.map { say($0.title) } ?? limit.line.title
        of = LimitCard.subject(limit.line, hand, say)
        left = LimitCard.badge(limit.line, say, now: now)
        due = say.moment(limit.line.due)
        machine = say.machine(limit.line.due)
        amount =
            rule.map { rule in
                say(
                    "limit-amount",
                    [
                        "amount": say.amount(rule.amount, rule.unit),
                        "start": say.shortMoment(limit.line.startedAt),
                    ]
                )
            } ?? ""
        basis = rule.map { say($0.basis.citation) } ?? limit.line.basis
        isProvisional = limit.line.provisional
        isOpen = limit.clock.isOpen
        let extended = limit.clock.extensions.reduce(0) { $0 + $1.amount }
        more =
            extended > 0
            ? rule.map { say("limit-extended", ["amount": say.amount(extended, $0.unit)]) } : nil
        alarms = limit.alarms.map { trace in
            AlarmNote(
                kind: Badge(
                    say("alarm-\(trace.kind.rawValue)"),
                    trace.state == .open ? trace.kind.tone : .plain
                ),
                raised: say.raised(trace.at, trace.raisedAt)
            )
        }
        let words = DayWords(say, in: hand.town)
        runs =
            isOpen
            ? (hand.town.reckoning(of: limit.clock)?.days ?? []).map { Run($0, words, say) } : []
    }

    private static func badge(_ line: ClockLine, _ say: Wording, now: Moment) -> Badge {
        switch line.state {
        case .running: Badge(until: line.due, now: now, say)
        case .paused: Badge(say("limit-paused"))
        case .met: Badge(say("limit-met"), .good)
        case .missed: Badge(say("limit-missed"), .grave)
        case .cancelled: Badge(say("limit-cancelled"))
        }
    }

    /// Whose limit it is, where the matter has several concerns or units.
    private static func subject(_ line: ClockLine, _ hand: MatterAtHand, _ say: Wording) -> String?
    {
        guard let of = line.of else { return nil }
        if let part = hand.matter.assignments.first(where: { "\($0.id)" == of }) {
            return say(hand.town.unitName(part.unit.code))
        }
        return hand.matter.concerns.count > 1 ? of : nil
    }
}

extension LimitCard.Run {
    fileprivate init(_ run: Reckoning.Run, _ words: DayWords, _ say: Wording) {
        days = say.span(run.from, run.to)
        count = say.count("span-days", run.count)
        why = words.reason(run.why, naming: run.name)
        isCounted = run.counted
    }
}
