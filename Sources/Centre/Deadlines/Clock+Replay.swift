extension Clock {
    /// All clocks of a matter, its concerns and its assignments, from what happened to them.
    ///
    /// An act on a matter reaches the concerns and assignments that belong to it at the time.
    /// Events come in any order; a concern that was linked from elsewhere brings its own events
    /// and those of its former matter. The moment only tells running from paused; without one it
    /// is that of the last event.
    package static func replay(
        _ events: [ClockEvent],
        rules: [LimitRule],
        calendar: WorkingCalendar,
        at now: Moment? = nil
    ) -> [Clock] {
        replay(events, book: RuleBook(rules), calendars: CalendarEditions(calendar), at: now)
    }

    /// The same where the calendar has changed on the way: what ended is judged by the days that
    /// were in force when it ended.
    static func replay(
        _ events: [ClockEvent],
        book: RuleBook,
        calendars: CalendarEditions,
        at now: Moment? = nil
    ) -> [Clock] {
        var winding = Winding(book: book, calendars: calendars)
        let events = ClockEvent.inOrder(events)
        for event in events { winding.take(event) }
        return winding.clocks(at: now ?? events.last?.at ?? .never)
    }
}

/// The clocks between two events of a replay.
private struct Winding {
    let book: RuleBook
    let calendars: CalendarEditions
    private var running: [RunningClock] = []
    private var stopped: [RunningClock] = []
    private var known: [ClockSubject: Belonging] = [:]
    private var standstills: [Standstill] = []

    /// What is known of a subject: its matter, its facts, and whether it is out of the game.
    private struct Belonging {
        var matter: ID<Matter>?
        /// Of a step of supervision: the part it calls to account.
        var part: ID<Assignment>?
        var facts = ClockFacts()
        var isGone = false
    }

    /// A pause of all that hangs on a subject, for the clocks that start within it.
    private struct Standstill {
        let of: ClockSubject
        var pause: Pause
    }

    init(book: RuleBook, calendars: CalendarEditions) {
        self.book = book
        self.calendars = calendars
    }

    mutating func take(_ event: ClockEvent) {
        learn(event)
        end(on: event)
        if event.act.resumesClocks { resume(on: event) }
        if event.act.pausesClocks { pause(on: event) }
        if event.act == .extensionGranted { extend(on: event) }
        if event.act == .dueKept { keep(on: event) }
        start(on: event)
    }

    private mutating func learn(_ event: ClockEvent) {
        var belonging = known[event.subject, default: Belonging()]
        let before = belonging.matter
        belonging.matter = event.subject.matter ?? event.matter ?? before
        belonging.part = event.part ?? belonging.part
        belonging.facts = event.facts.joined(over: belonging.facts)
        if event.cancelsClocks(of: event.subject) { belonging.isGone = true }
        known[event.subject] = belonging
        if before != nil && before != belonging.matter { move(event.subject, at: event.at) }
    }

    /// Linked elsewhere: the suspension of the former matter stays behind, that of the new one
    /// holds from here on.
    private mutating func move(_ subject: ClockSubject, at moment: Moment) {
        for index in running.indices where running[index].subject == subject {
            running[index].goOn(at: moment)
            for standstill in standstills where reaches(standstill.of, subject) {
                running[index].stand(for: standstill.pause, from: moment, under: book.rules)
            }
        }
    }

    /// Whether what happens to one subject also happens to the other.
    private func reaches(_ from: ClockSubject, _ to: ClockSubject) -> Bool {
        from == to || from.kind == .matter && known[to]?.matter?.bytes == from.id
            || from.kind == .step && to.kind == .assignment && known[from]?.part?.bytes == to.id
    }

    /// A unit that has no part any more has no step of supervision to answer.
    private func cancels(_ event: ClockEvent, _ subject: ClockSubject) -> Bool {
        if event.cancelsClocks(of: subject) { return true }
        return subject.kind == .step && event.cancelsClocks(of: event.subject)
            && known[subject]?.part?.bytes == event.subject.id
    }

    private mutating func end(on event: ClockEvent) {
        for index in running.indices.reversed()
        where reaches(event.subject, running[index].subject)
            || cancels(event, running[index].subject)
        {
            let ends = book.rules[running[index].rule].ends.contains(event.act)
            let isCancelled = cancels(event, running[index].subject)
            guard ends || isCancelled else { continue }
            var clock = running.remove(at: index)
            clock.endedAt = event.at
            clock.isCancelled = isCancelled && !(ends && event.act.answersItsLimit)
            clock.lastOfWhole = wholeDue(over: clock)
            stopped.append(clock)
        }
        if event.act.withdrawsStep { withdraw(event.subject) }
    }

    /// What a withdrawn step had missed, or kept, counts no more.
    private mutating func withdraw(_ step: ClockSubject) {
        for index in stopped.indices where stopped[index].subject == step {
            stopped[index].isCancelled = true
        }
    }

    private mutating func pause(on event: ClockEvent) {
        let ground =
            event.ground ?? (event.act == .supplementCalled ? Pause.supplement : "")
        let pause = Pause(from: event.at, until: event.until ?? .never, ground: ground)
        standstills.append(Standstill(of: event.subject, pause: pause))
        for index in running.indices where reaches(event.subject, running[index].subject) {
            running[index].stand(for: pause, from: event.at, under: book.rules)
        }
    }

    /// A supplement by any of its residents ends the waiting of the whole matter.
    private mutating func resume(on event: ClockEvent) {
        let scope =
            event.act == .concernSupplemented
            ? known[event.subject]?.matter.map(ClockSubject.matter) ?? event.subject
            : event.subject
        let waiting = event.act.endsWaitingForSupplement
        for index in standstills.indices where reaches(scope, standstills[index].of) {
            standstills[index].pause.cut(at: event.at, waiting: waiting)
        }
        for index in running.indices where reaches(scope, running[index].subject) {
            running[index].goOn(at: event.at, waiting: waiting)
        }
    }

    private mutating func extend(on event: ClockEvent) {
        guard let amount = event.amount, amount > 0 else { return }
        let granted = Clock.Extension(amount: amount, grantedAt: event.at)
        for index in running.indices
        where book.rules[running[index].rule].code == event.rule
            && reaches(event.subject, running[index].subject)
        {
            running[index].extensions.append(granted)
        }
    }

    /// A change of the calendar leaves a limit the day it had.
    private mutating func keep(on event: ClockEvent) {
        guard let until = event.until else { return }
        for index in running.indices
        where running[index].subject == event.subject
            && book.rules[running[index].rule].code == event.rule
        {
            running[index].keptUntil = max(until, running[index].keptUntil ?? until)
        }
    }

    /// What runs already is not started again: the total does not begin anew when a matter is
    /// handed on (DOMAIN 2.1).
    private mutating func start(on event: ClockEvent) {
        let day = event.at.day(in: calendars.current.offset)
        let rules = book.starting(with: event.act, on: day)
        guard !rules.isEmpty else { return }
        for subject in subjectsReached(by: event) {
            let facts = facts(of: subject, on: event)
            for rule in rules
            where book.rules[rule].subject == subject.kind
                && book.rules[rule].condition.holds(for: facts)
            {
                begin(rule, for: subject, at: event.at)
            }
        }
    }

    private mutating func begin(_ rule: Int, for subject: ClockSubject, at moment: Moment) {
        let code = book.rules[rule].code
        let runs = running.contains {
            $0.subject == subject && book.rules[$0.rule].code == code
        }
        let begunNow = stopped.contains {
            $0.startedAt == moment && $0.subject == subject && book.rules[$0.rule].code == code
        }
        guard !runs && !begunNow else { return }
        var clock = RunningClock(rule: rule, subject: subject, startedAt: moment)
        for standstill in standstills where reaches(standstill.of, subject) {
            clock.stand(for: standstill.pause, from: moment, under: book.rules)
        }
        running.append(clock)
    }

    private func subjectsReached(by event: ClockEvent) -> [ClockSubject] {
        if event.subject.kind == .step, let part = known[event.subject]?.part {
            return [event.subject, .assignment(part)]
        }
        guard event.subject.kind == .matter else { return [event.subject] }
        let others = known.compactMap { subject, belonging in
            belonging.matter?.bytes == event.subject.id && !belonging.isGone
                && subject != event.subject ? subject : nil
        }
        return [event.subject] + others
    }

    private func facts(of subject: ClockSubject, on event: ClockEvent) -> ClockFacts {
        let own = known[subject]?.facts ?? ClockFacts()
        return subject == event.subject ? own : own.joined(by: event.facts)
    }

    func clocks(at now: Moment) -> [Clock] {
        (running + stopped)
            .map { clock in
                clock.clock(
                    under: book.rules,
                    of: known[clock.subject]?.matter,
                    due: due(of: clock),
                    at: now
                )
            }
            .sorted { $0.isOlder(than: $1) }
    }

    /// By its own count, and never after the whole it is a step of.
    private func due(of clock: RunningClock) -> Due {
        let own = clock.due(under: book.rules, in: calendars)
        let whole = clock.endedAt == nil ? wholeDue(over: clock) : clock.lastOfWhole
        guard let whole, whole.moment < own.moment else { return own }
        return whole
    }

    /// The earliest day of the wholes that a step is within; a step begun when the whole had run
    /// out has its own time.
    private func wholeDue(over step: RunningClock) -> Due? {
        let within = book.rules[step.rule].within
        guard !within.isEmpty else { return nil }
        return (running + stopped)
            .filter { whole in
                within.contains(book.rules[whole.rule].code) && covers(whole, step)
            }
            .map { $0.due(under: book.rules, in: calendars) }
            .filter { $0.moment > step.startedAt }
            .min { $0.moment < $1.moment }
    }

    private func covers(_ whole: RunningClock, _ step: RunningClock) -> Bool {
        whole.startedAt <= step.startedAt && (whole.endedAt ?? .never) >= step.startedAt
            && reaches(whole.subject, step.subject)
    }
}

extension Clock {
    fileprivate func isOlder(than other: Clock) -> Bool {
        if (startedAt, rule) != (other.startedAt, other.rule) {
            return (startedAt, rule) < (other.startedAt, other.rule)
        }
        return subject.isBefore(other.subject)
    }
}
