import Storage

/// Where the calendar and the limits are changed: one proposes, the preview says what would move,
/// another decides.
package struct CalendarDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func propose(
        _ content: CalendarChange.Content,
        reason: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<CalendarChange>> {
        let actor = try viewer.actor(for: .proposeCalendar)
        return try await house.perform(operation, .queueing(at: "calendar_changes")) { turn in
            try turn.propose(content, reason: reason, officer: viewer.officer, by: actor)
        }
    }

    /// At the machine's own command line; it is approved at the desk all the same.
    package func propose(
        _ content: CalendarChange.Content,
        reason: String,
        by actor: Actor
    ) async throws -> ID<CalendarChange> {
        try await house.database.write(.queueing(at: "calendar_changes")) { tx in
            try house.turn(in: tx).propose(content, reason: reason, officer: nil, by: actor)
        }
    }

    /// What a second person says to it.
    package func approve(
        _ id: ID<CalendarChange>,
        words: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<CalendarChange>> {
        let actor = try viewer.actor(for: .decideCalendar)
        let done = try await house.perform(operation, .queueing(at: "calendar_changes")) { turn in
            try turn.approve(id, words: words, officer: viewer.officer, by: actor)
        }
        try await PackDesk(house: house).refresh(house.town)
        return done
    }

    /// Whoever may decide says no, and whoever proposed takes it back.
    package func decline(
        _ id: ID<CalendarChange>,
        words: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<CalendarChange>> {
        let right: Right = viewer.may(.decideCalendar) ? .decideCalendar : .proposeCalendar
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .queueing(at: "calendar_changes")) { turn in
            try turn.decline(id, words: words, viewer: viewer, by: actor)
        }
    }

    /// Counts the preview anew, when it has become old.
    package func countAgain(
        _ id: ID<CalendarChange>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ID<CalendarChange>> {
        guard viewer.may(.decideCalendar) || viewer.may(.proposeCalendar) else { throw NotFound() }
        return try await house.perform(operation, .queueing(at: "calendar_changes")) { turn in
            try turn.countAgain(id)
        }
    }
}

extension Turn {
    fileprivate var today: Day { at.day(in: town.offset) }

    fileprivate func propose(
        _ content: CalendarChange.Content,
        reason: String,
        officer: ID<Officer>?,
        by actor: Actor
    ) throws -> ID<CalendarChange> {
        guard try ChangeRecords.openChange(in: tx) == nil else { throw CalendarChangeRefusal.open }
        try content.check(against: town.calendar, reason: reason, today: today)
        _ = try rules(of: content)
        let start = walkStart(of: content, reason: reason)
        var tally = CalendarChange.Tally()
        tally.running = try start.map { try ChangeRecords.runningCount(from: $0, in: tx) } ?? 0
        let change = CalendarChange(
            id: newID(),
            number: try ChangeRecords.nextNumber(in: tx),
            content: content,
            reason: reason,
            state: .counting,
            proposedBy: officer,
            proposedAt: at,
            decidedBy: nil,
            decidedAt: nil,
            decision: nil,
            edition: nil,
            inForceAt: nil,
            packVersion: town.version,
            countedAt: nil,
            tally: tally
        )
        try ChangeRecords.insert(change, from: start ?? .end, in: tx)
        try enter(.calendarProposed, change, by: actor)
        return change.id
    }

    fileprivate func approve(
        _ id: ID<CalendarChange>,
        words: String,
        officer: ID<Officer>,
        by actor: Actor
    ) throws -> ID<CalendarChange> {
        let change = try ChangeRecords.find(id, in: tx)
        try change.mayBeApproved(by: officer, packVersion: town.version, at: at)
        // What was sound a day ago may have become a rule of the past.
        try change.content.check(against: town.calendar, reason: change.reason, today: today)
        _ = try rules(of: change.content)
        let start = walkStart(of: change.content, reason: change.reason)
        try ChangeRecords.decide(
            change,
            start == nil ? .settled : .settling,
            by: officer,
            words: words,
            edition: try ChangeRecords.edition(in: tx).approved + 1,
            inForceAt: at.adding(milliseconds: CalendarChange.grace),
            from: start ?? .end,
            at: at,
            in: tx
        )
        try enter(.calendarApproved, change, by: actor)
        return id
    }

    fileprivate func decline(
        _ id: ID<CalendarChange>,
        words: String,
        viewer: Viewer,
        by actor: Actor
    ) throws -> ID<CalendarChange> {
        let change = try ChangeRecords.find(id, in: tx)
        guard viewer.may(.decideCalendar) || change.proposedBy == viewer.officer else {
            throw NotFound()
        }
        guard change.state == .counting || change.state == .counted else {
            throw CalendarChangeRefusal.decided
        }
        try ChangeRecords.decide(
            change,
            .declined,
            by: viewer.officer,
            words: words,
            edition: nil,
            inForceAt: nil,
            from: .end,
            at: at,
            in: tx
        )
        try enter(.calendarDeclined, change, by: actor)
        return id
    }

    fileprivate func countAgain(_ id: ID<CalendarChange>) throws -> ID<CalendarChange> {
        let change = try ChangeRecords.find(id, in: tx)
        guard change.state == .counting || change.state == .counted else {
            throw CalendarChangeRefusal.decided
        }
        let start = walkStart(of: change.content, reason: change.reason) ?? .end
        try ChangeRecords.restart(
            id,
            from: start,
            running: try ChangeRecords.runningCount(from: start, in: tx),
            packVersion: town.version,
            at: at,
            in: tx
        )
        return id
    }

    /// The new editions that a change of rules says, checked like a pack's.
    private func rules(of content: CalendarChange.Content) throws -> [LimitRule] {
        guard case .rules(let text) = content else { return [] }
        guard let newest = try PackRecords.newest(in: tx) else { throw NotFound() }
        let files = try PackRecords.files(of: newest.version, in: tx)
        let (rules, findings) = LimitRule.read(
            text,
            named: CalendarChange.rulesFile,
            beside: files,
            known: town.limits
        )
        guard findings.isEmpty else { throw PackRefusal(findings: findings) }
        try LimitRule.checkNew(rules, beside: town.limits, today: today)
        return rules
    }

    /// Where in the due index the walk begins: what is due before the first changed day stays; nil
    /// when no running clock can move.
    private func walkStart(of content: CalendarChange.Content, reason: String) -> DueCursor? {
        let changed = content.applied(to: town.calendar, reason: reason)
        let first = town.calendar.firstDifference(to: changed)
        return first.map { DueCursor(dueAt: $0.start(in: town.offset), subject: [], rule: "") }
    }

    private func enter(_ act: Act, _ change: CalendarChange, by actor: Actor) throws {
        try house.timeline.record(
            act,
            on: .house,
            by: actor,
            at: at,
            facts: [
                "change": "\(change.number)", "kind": change.content.kind.rawValue,
                "later": "\(change.tally.later)", "earlier": "\(change.tally.earlier)",
                "kept": "\(change.tally.kept)",
            ],
            world: house.world,
            in: tx
        )
    }
}

extension CalendarChange {
    /// Until every server of the house has taken it over, what ends is judged as before.
    package static let grace: Int64 = 30_000

    /// What the text of a change of rules is called where something is wrong with it.
    package static let rulesFile = "rules.yaml"
}

extension DueCursor {
    /// Behind everything that runs.
    static let end = DueCursor(
        dueAt: Moment.never.adding(milliseconds: 1),
        subject: [],
        rule: ""
    )
}
