/// Why a clock is due when it is: its days, counted and skipped, each with its reason, and the law.
///
/// Receipt, page, call and printed evidence all tell this one, so that they cannot differ.
package struct Reckoning: Codable, Sendable, Equatable {
    package let rule: String
    package let version: Int
    package let startedAt: Moment
    package let due: Moment
    package let provisional: Bool
    package let amount: Int
    package let unit: LimitUnit
    package let rollOver: Bool
    /// What extensions have added, in the same unit.
    package let extended: Int
    /// What set the day: the limit's own count, the whole it is a step of, or the day it had before
    /// a change of the calendar.
    package let setBy: SetBy
    package let days: [Run]

    package enum SetBy: String, Sendable, CaseIterable, Codable {
        case count
        case whole
        case kept
    }

    /// Days next to each other that are counted, or not, for the same reason.
    package struct Run: Codable, Sendable, Equatable {
        package let from: Day
        package let to: Day
        package let counted: Bool
        /// The stable word of the reason.
        package let why: String
        /// What the reason names: the holiday, the town's reason, the ground of a pause.
        package let name: String?

        package var count: Int { to.number - from.number + 1 }
    }
}

extension Reckoning {
    package init(of clock: Clock, under rule: LimitRule, in calendars: CalendarEditions) {
        let extended = clock.extensions.reduce(0) { $0 + $1.amount }
        let count = rule.due(
            after: clock.startedAt,
            pauses: clock.pauses,
            extended: extended,
            in: calendars.calendar(endedAt: clock.endedAt)
        )
        let last = clock.dueAt.day(in: calendars.current.offset)
        self.rule = clock.rule
        version = clock.version
        startedAt = clock.startedAt
        due = clock.dueAt
        provisional = clock.provisional
        amount = rule.amount
        unit = rule.unit
        rollOver = rule.rollOver
        self.extended = extended
        setBy =
            if count.moment == clock.dueAt {
                .count
            } else {
                count.moment > clock.dueAt ? .whole : .kept
            }
        days = Run.runs(of: count.days.filter { $0.day <= last })
    }
}

extension Reckoning.Run {
    package static func runs(of days: [CountedDay]) -> [Reckoning.Run] {
        var groups: [[CountedDay]] = []
        for day in days {
            if let last = groups.last?.last, last.why == day.why, last.counted == day.counted {
                groups[groups.count - 1].append(day)
            } else {
                groups.append([day])
            }
        }
        return groups.compactMap { group in
            guard let first = group.first, let last = group.last else { return nil }
            return Reckoning.Run(
                from: first.day,
                to: last.day,
                counted: first.counted,
                why: first.why.word,
                name: first.why.name
            )
        }
    }
}

extension Town {
    /// Why the clock is due when it is; nil for a rule that no pack knows any more.
    package func reckoning(of clock: Clock) -> Reckoning? {
        rule(of: clock).map { Reckoning(of: clock, under: $0, in: calendars) }
    }
}
