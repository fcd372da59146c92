/// A clock while its events come in.
struct RunningClock {
    /// The rule's place in the book.
    let rule: Int
    let subject: ClockSubject
    let startedAt: Moment
    var pauses: [Pause] = []
    var extensions: [Clock.Extension] = []
    var endedAt: Moment?
    var isCancelled = false
    /// What a change of the calendar left it.
    var keptUntil: Moment?
    /// The day of the whole when this step ended.
    var lastOfWhole: Due?

    init(rule: Int, subject: ClockSubject, startedAt: Moment) {
        self.rule = rule
        self.subject = subject
        self.startedAt = startedAt
    }

    /// Stands still for a pause on a ground that its rule knows.
    mutating func stand(for pause: Pause, from moment: Moment, under rules: [LimitRule]) {
        let from = max(pause.from, moment)
        guard from < pause.until, rules[rule].pause.contains(pause.ground) else { return }
        pauses.append(Pause(from: from, until: pause.until, ground: pause.ground))
    }

    /// Ends the pauses of one sort, or all of them.
    mutating func goOn(at moment: Moment, waiting: Bool? = nil) {
        for place in pauses.indices { pauses[place].cut(at: moment, waiting: waiting) }
    }

    /// When it is due by its own count.
    func due(under rules: [LimitRule], in calendars: CalendarEditions) -> Due {
        rules[rule].due(
            after: startedAt,
            pauses: pauses,
            extended: extensions.reduce(0) { $0 + $1.amount },
            in: calendars.calendar(endedAt: endedAt),
            listing: false
        )
    }

    /// - Parameter due: by its own count, or that of the whole it is a step of.
    func clock(
        under rules: [LimitRule],
        of matter: ID<Matter>?,
        due: Due,
        at now: Moment
    ) -> Clock {
        let kept = pauses.filter { $0.from < $0.until }
        let moment = max(due.moment, keptUntil ?? due.moment)
        return Clock(
            rule: rules[rule].code,
            version: rules[rule].version,
            subject: subject,
            matter: matter,
            startedAt: startedAt,
            dueAt: moment,
            provisional: due.provisional,
            state: state(due: moment, pauses: kept, at: now),
            endedAt: endedAt,
            pauses: kept,
            extensions: extensions,
            keptUntil: keptUntil
        )
    }

    private func state(due: Moment, pauses: [Pause], at now: Moment) -> ClockState {
        if isCancelled { return .cancelled }
        if let endedAt { return endedAt <= due ? .met : .missed }
        return pauses.contains { $0.from <= now && now < $0.until } ? .paused : .running
    }
}

extension Pause {
    /// Ends at the moment if it would last longer; waiting for a supplement and a suspension each
    /// end in their own way.
    mutating func cut(at moment: Moment, waiting: Bool?) {
        guard waiting == nil || waiting == (ground == Pause.supplement), until > moment
        else { return }
        self = Pause(from: from, until: max(from, moment), ground: ground)
    }
}
