import Storage

/// What a change of the calendar does to one running clock.
package struct ClockMove: Sendable, Equatable {
    package let clock: Clock
    package let becomesDue: Moment
    package let provisional: Bool
    package let outcome: Outcome

    package enum Outcome: String, Storable, CaseIterable, Codable {
        case later
        case earlier
        /// The change would have made it late or left it no time: it keeps its day, or gets the
        /// next working day.
        case kept
        /// The day stays and is no longer provisional, or is so now.
        case fixed
    }
}

/// Counts running clocks anew from what the due index holds of them.
///
/// No entry has to be read: pauses and extensions are in the index as the entries gave them.
struct Recount {
    let town: Town
    /// The calendar to count by, which need not be in force yet.
    let calendar: WorkingCalendar
    let now: Moment

    init(in town: Town, by calendar: WorkingCalendar? = nil, at now: Moment) {
        self.town = town
        self.calendar = calendar ?? town.calendar
        self.now = now
    }

    /// - Parameter siblings: what runs in the same matter, asked for a step of a whole only.
    func move(of clock: Clock, siblings: () throws -> [Clock]) throws -> ClockMove? {
        guard clock.dueAt < .never, let rule = town.rule(of: clock), rule.unit != .hours else {
            return nil
        }
        var due = count(clock, under: rule)
        if !rule.within.isEmpty {
            due = try within(rule, clock, siblings()).reduce(due) {
                $1.moment < $0.moment ? $1 : $0
            }
        }
        return move(clock, to: due)
    }

    private func move(_ clock: Clock, to due: Due) -> ClockMove? {
        let floor = max(clock.keptUntil ?? due.moment, due.moment)
        let left = min(clock.dueAt, endOfNextWorkingDay)
        let becomes = max(floor, left)
        let outcome: ClockMove.Outcome =
            if floor < left {
                .kept
            } else if becomes != clock.dueAt {
                becomes > clock.dueAt ? .later : .earlier
            } else {
                .fixed
            }
        // A day that was left to a clock before is not left to it once more.
        let isNews = becomes != clock.dueAt || due.provisional != clock.provisional
        guard isNews || outcome == .kept else { return nil }
        return ClockMove(
            clock: clock,
            becomesDue: becomes,
            provisional: due.provisional,
            outcome: outcome
        )
    }

    private func count(_ clock: Clock, under rule: LimitRule) -> Due {
        rule.due(
            after: clock.startedAt,
            pauses: clock.pauses,
            extended: clock.extensions.reduce(0) { $0 + $1.amount },
            in: calendar,
            listing: false
        )
    }

    private func within(_ step: LimitRule, _ clock: Clock, _ siblings: [Clock]) -> [Due] {
        siblings
            .filter { whole in
                step.within.contains(whole.rule) && whole.startedAt <= clock.startedAt
                    && (whole.subject == clock.subject || whole.subject.kind == .matter)
            }
            .compactMap { whole in town.rule(of: whole).map { count(whole, under: $0) } }
            .filter { $0.moment > clock.startedAt }
    }

    /// Nobody is left less than a whole working day to act on an earlier day.
    private var endOfNextWorkingDay: Moment {
        var day = now.day(in: calendar.offset).adding(1)
        while !calendar.isWorking(day) { day = day.adding(1) }
        return day.end(in: calendar.offset)
    }
}
