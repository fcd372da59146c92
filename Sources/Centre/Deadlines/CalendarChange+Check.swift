/// Why a change of the calendar or of limits is not taken up, or not decided.
package enum CalendarChangeRefusal: String, Refusal, CaseIterable {
    case open = "calendar-change-open"
    case nothing = "calendar-change-changes-nothing"
    case past = "calendar-change-of-the-past"
    case tooManyDays = "calendar-change-too-many-days"
    case rulesUnsound = "calendar-change-rules-unsound"
    case ruleThere = "calendar-change-rule-there"
    case ruleBackwards = "calendar-change-rule-backwards"
    case notCounted = "calendar-change-not-counted"
    case stale = "calendar-change-preview-stale"
    case samePerson = "calendar-change-decided-by-proposer"
    case decided = "calendar-change-decided"

    package var field: String? {
        switch self {
        case .past, .tooManyDays: "days"
        case .rulesUnsound, .ruleThere, .ruleBackwards: "rules"
        default: nil
        }
    }
}

extension CalendarChange.Content {
    /// - Parameter today: in the town.
    package func check(
        against calendar: WorkingCalendar,
        reason: String,
        today: Day
    ) throws {
        switch self {
        case .notice(let notice):
            try notice.check()
            // What follows a year nobody has announced would pass for certain.
            guard calendar.lastOfficial.number < 0 || notice.year <= calendar.lastOfficial.year + 1
            else { throw HolidayNoticeRefusal.yearSkipped }
        case .overlay(let days, _), .lift(let days):
            guard (1...Self.mostDays).contains(days.count) else {
                throw CalendarChangeRefusal.tooManyDays
            }
        case .rules: return
        }
        let changed = applied(to: calendar, reason: reason)
        guard calendar.firstDifference(to: changed) != nil else {
            throw CalendarChangeRefusal.nothing
        }
        guard !makesPastDaysWork(calendar, changed, today) else {
            throw CalendarChangeRefusal.past
        }
    }

    package static let mostDays = 31

    /// A day that people rested on cannot be made one they should have worked on; an official
    /// notice says what the day was, and the clocks it would make late keep theirs.
    private func makesPastDaysWork(
        _ old: WorkingCalendar,
        _ new: WorkingCalendar,
        _ today: Day
    ) -> Bool {
        guard kind != .notice else { return false }
        return old.differences(to: new).contains {
            $0.day < today && !old.isWorking($0.day) && new.isWorking($0.day)
        }
    }
}

extension LimitRule {
    /// A new edition holds for what begins from its day on: what runs keeps the edition under
    /// which it began, so that no rule reaches back (立法法 Art 104).
    package static func checkNew(
        _ new: [LimitRule],
        beside rules: [LimitRule],
        today: Day
    ) throws(CalendarChangeRefusal) {
        guard !new.isEmpty else { throw .nothing }
        for rule in new {
            let editions = rules.filter { $0.code == rule.code }
            guard editions.allSatisfy({ $0.version < rule.version }) else { throw .ruleThere }
            guard rule.validFrom > today else { throw .ruleBackwards }
        }
    }
}

extension CalendarChange {
    /// How old a preview may be when somebody relies on it.
    package static let hoursPreviewHolds = 24

    /// Two people: who proposes does not approve.
    package func mayBeApproved(
        by officer: ID<Officer>,
        packVersion: Int,
        at now: Moment
    ) throws(CalendarChangeRefusal) {
        guard state == .counting || state == .counted else { throw .decided }
        guard proposedBy != officer else { throw .samePerson }
        guard state == .counted, let countedAt else { throw .notCounted }
        guard packVersion == self.packVersion,
            now <= countedAt.adding(hours: Self.hoursPreviewHolds)
        else { throw .stale }
    }
}
