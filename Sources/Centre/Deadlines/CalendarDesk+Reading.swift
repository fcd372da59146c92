import Storage

/// A change as it is shown: what it says, how far it is, what it would do, who said what.
package struct ChangeView: Codable, Sendable, Equatable {
    package let id: ID<CalendarChange>
    package let number: Int
    package let kind: CalendarChange.Content.Kind
    package let state: CalendarChange.State
    package let reason: String
    /// The year of a notice, and where its text stands.
    package let year: Int?
    package let papers: [String]
    /// The days that become something else.
    package let days: [ChangedDay]
    /// The codes of the limits that get a new edition.
    package let rules: [NewRule]
    package let proposedBy: String?
    package let proposedAt: Moment
    package let decidedBy: String?
    package let decidedAt: Moment?
    package let decision: String?
    package let inForceAt: Moment?
    package let countedAt: Moment?
    package let tally: CalendarChange.Tally

    package struct ChangedDay: Codable, Sendable, Equatable {
        package let date: Day
        package let was: String
        package let becomes: String
        /// The holiday or the town's reason.
        package let name: String?
        package let works: Bool
    }

    package struct NewRule: Codable, Sendable, Equatable {
        package let code: String
        package let version: Int
        package let title: Bilingual
        package let amount: Int
        package let unit: LimitUnit
        package let validFrom: Day
    }
}

extension CalendarDesk {
    /// The newest first.
    package func changes(
        for viewer: Viewer,
        below number: Int? = nil,
        limit: Int
    ) async throws -> Portion<ChangeView, Int> {
        try viewer.requireCalendar()
        return try await house.look { turn in
            let found = try ChangeRecords.page(
                below: number ?? .max,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(
                items: try shown.map { try turn.view(of: $0) },
                next: found.count > limit ? shown.last?.number : nil
            )
        }
    }

    package func change(
        _ id: ID<CalendarChange>,
        for viewer: Viewer
    ) async throws -> ChangeView {
        try viewer.requireCalendar()
        return try await house.look { turn in
            try turn.view(of: try ChangeRecords.find(id, in: turn.tx))
        }
    }

    /// For whoever works at the machine's own command line.
    package func change(_ id: ID<CalendarChange>) async throws -> ChangeView {
        try await house.look { turn in
            try turn.view(of: try ChangeRecords.find(id, in: turn.tx))
        }
    }

    /// The clocks that a change moves, of one outcome, in the order in which they were due.
    package func moves(
        of id: ID<CalendarChange>,
        _ outcome: ClockMove.Outcome,
        for viewer: Viewer,
        after cursor: DueCursor = .start,
        limit: Int
    ) async throws -> Portion<MoveLine, DueCursor> {
        try viewer.requireCalendar()
        return try await house.look { turn in
            _ = try ChangeRecords.find(id, in: turn.tx)
            let found = try ChangeRecords.moves(
                of: id,
                outcome,
                after: cursor,
                limit: limit + 1,
                within: viewer.may(.readMatters) ? Sight(viewer, in: turn.town) : nil,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            let next = found.count > limit ? shown.last?.cursor : nil
            return Portion(items: shown, next: next)
        }
    }
}

extension Viewer {
    fileprivate func requireCalendar() throws(NotFound) {
        guard may(.proposeCalendar) || may(.decideCalendar) else { throw NotFound() }
    }
}

extension Turn {
    fileprivate func view(of change: CalendarChange) throws -> ChangeView {
        let base = calendarBefore(change)
        let after = change.content.applied(to: base, reason: change.reason)
        var notice: HolidayNotice?
        if case .notice(let own) = change.content { notice = own }
        return ChangeView(
            id: change.id,
            number: change.number,
            kind: change.content.kind,
            state: change.state,
            reason: change.reason,
            year: notice?.year,
            papers: notice?.papers ?? [],
            days: base.differences(to: after).map { difference in
                ChangeView.ChangedDay(
                    date: difference.day,
                    was: difference.was.word,
                    becomes: difference.becomes.word,
                    name: difference.becomes.name,
                    works: after.isWorking(difference.day)
                )
            },
            rules: try newRules(of: change),
            proposedBy: try name(of: change.proposedBy),
            proposedAt: change.proposedAt,
            decidedBy: try name(of: change.decidedBy),
            decidedAt: change.decidedAt,
            decision: change.decision,
            inForceAt: change.inForceAt,
            countedAt: change.countedAt,
            tally: change.tally
        )
    }

    /// What was in force before the change, for one that is in force by now.
    private func calendarBefore(_ change: CalendarChange) -> WorkingCalendar {
        guard let inForceAt = change.inForceAt else { return town.calendar }
        return town.calendars.former.first { $0.until == inForceAt }?.calendar ?? town.calendar
    }

    private func newRules(of change: CalendarChange) throws -> [ChangeView.NewRule] {
        guard case .rules(let text) = change.content,
            let newest = try PackRecords.newest(in: tx)
        else { return [] }
        let files = try PackRecords.files(of: newest.version, in: tx)
        let read = LimitRule.read(
            text,
            named: CalendarChange.rulesFile,
            beside: files,
            known: town.limits
        )
        return read.rules.map { rule in
            ChangeView.NewRule(
                code: rule.code,
                version: rule.version,
                title: rule.title,
                amount: rule.amount,
                unit: rule.unit,
                validFrom: rule.validFrom
            )
        }
    }

    private func name(of officer: ID<Officer>?) throws -> String? {
        guard let officer else { return nil }
        return try tx.value("SELECT name FROM officers WHERE id = \(officer)")
    }
}
