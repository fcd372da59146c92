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
        let rule = hand.town.rule(limit.line.rule)
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
        runs = isOpen ? LimitCard.runs(limit.clock, extended, rule, hand.town, say) : []
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

    private static func runs(
        _ clock: Clock,
        _ extended: Int,
        _ rule: LimitRule?,
        _ town: Town,
        _ say: Wording
    ) -> [Run] {
        guard let rule, rule.version == clock.version else { return [] }
        let count = rule.due(
            after: clock.startedAt,
            pauses: clock.pauses,
            extended: extended,
            in: town.calendar
        )
        // A calendar that has changed since counts anew at the matter's next entry, not here.
        guard count.moment == clock.dueAt else { return [] }
        return groups(count.days).map { Run($0, town, say) }
    }

    private static func groups(_ days: [CountedDay]) -> [[CountedDay]] {
        var groups: [[CountedDay]] = []
        for day in days {
            if let last = groups.last?.last, last.why == day.why, last.counted == day.counted {
                groups[groups.count - 1].append(day)
            } else {
                groups.append([day])
            }
        }
        return groups
    }
}

extension LimitCard.Run {
    fileprivate init(_ days: [CountedDay], _ town: Town, _ say: Wording) {
        let first = days.first.map { say.shortDay($0.day) } ?? ""
        let last = days.last.map { say.shortDay($0.day) } ?? ""
        self.days = days.count > 1 ? say("day-span", ["first": first, "last": last]) : first
        count = say.count("span-days", days.count)
        let reason = days.first?.why
        let name = reason?.name.map { code in
            town.grounds.suspension.first { $0.code == code }.map { say($0.title) }
                ?? (code == Pause.supplement ? say("stage-awaitingSupplement") : code)
        }
        why = reason.map { say($0.word, name.map { ["name": $0] } ?? [:]) } ?? ""
        isCounted = days.first?.counted ?? false
    }
}
