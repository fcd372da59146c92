import Storage

extension File {
    struct DueMoments {
        var matter = Moment.never
        var assignments: [ID<Assignment>: Moment] = [:]
    }

    /// Makes the clocks anew from the entries and puts them into the due index.
    ///
    /// The concerns' clocks are left alone when nothing happened that moves them: a group matter
    /// has hundreds.
    mutating func windClocks() throws -> DueMoments {
        let before = try Clock.clocks(of: matter.id, in: turn.tx)
        let clocks = try clocks(before: before)
        try Clock.store(clocks, over: before, of: matter.id, in: turn.tx)
        try watchClocks(over: before, now: clocks)
        wound = clocks
        return try dueMoments(of: clocks)
    }

    private func clocks(before: [Clock]) throws -> [Clock] {
        if movesConcerns { return try clocks() }
        guard matter.linkedInto == nil else { return [] }
        return try matterClocks(from: entries()) + before.filter { $0.subject.kind == .concern }
    }

    private func dueMoments(of clocks: [Clock]) throws -> DueMoments {
        var due = DueMoments()
        let steps = try partsOfSteps(among: clocks.filter(\.isOpen))
        for clock in clocks where clock.isOpen {
            due.matter = min(due.matter, clock.dueAt)
            let part: ID<Assignment>? =
                switch clock.subject.kind {
                case .assignment: try ID(bytes: clock.subject.id)
                case .step: steps[clock.subject.id]
                case .matter, .concern: nil
                }
            if let part {
                due.assignments[part] = min(due.assignments[part] ?? .never, clock.dueAt)
            }
        }
        return due
    }

    /// Which part each step of supervision among these clocks calls to account.
    func partsOfSteps(among clocks: [Clock]) throws -> [[UInt8]: ID<Assignment>] {
        guard clocks.contains(where: { $0.subject.kind == .step }) else { return [:] }
        let pairs = try supervision().compactMap { step in
            step.assignment.map { (step.id.bytes, $0) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// All clocks of the matter, its parts and its concerns, made from the entries.
    func clocks() throws -> [Clock] {
        guard matter.linkedInto == nil else { return [] }
        let entries = try entries()
        return try matterClocks(from: entries) + concernClocks(from: entries)
    }

    private func entries() throws -> [Entry] {
        try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
    }

    private var movesConcerns: Bool { !noted.isDisjoint(with: turn.town.concernActs) }

    private func matterClocks(from entries: [Entry]) throws -> [Clock] {
        let reading = ClockReading(town: turn.town)
        let events = reading.events(from: entries, seenBy: nil, in: matter.id)
        return replay(events, under: turn.town.matterLimits)
    }

    private func concernClocks(from entries: [Entry]) throws -> [Clock] {
        try concerns.flatMap { concern in
            replay(try events(for: concern, with: entries), under: turn.town.concernLimits)
        }
    }

    private func replay(_ events: [ClockEvent], under limits: RuleBook) -> [Clock] {
        Clock.replay(events, book: limits, calendars: turn.town.calendars, at: turn.at)
    }

    /// What moves a concern's clocks: its own entries, those of the matter made for it, and those
    /// of the matter it is linked to since it was linked.
    ///
    /// When a link is undone the other matter's entries drop out again, so undoing is exact.
    private func events(
        for concern: Concern,
        with entries: [Entry]
    ) throws -> [ClockEvent] {
        let timeline = turn.house.timeline
        let own = try timeline.entries(of: .concern(concern.id), in: turn.tx)
        var seen = own
        if concern.home == matter.id {
            seen += entries
        } else {
            seen += try timeline.entries(of: .matter(concern.home), in: turn.tx)
            let linkedAt = own.last { $0.act == .concernLinked }?.at ?? concern.registeredAt
            seen += entries.filter { $0.at >= linkedAt }
        }
        return ClockReading(town: turn.town)
            .events(from: seen, seenBy: concern.id, in: concern.matter)
    }
}
