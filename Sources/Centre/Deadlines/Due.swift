/// When a limit ends, and how that was counted.
package struct Due: Sendable, Equatable {
    /// The last moment that is still in time.
    package let moment: Moment
    /// A day was asked for that no official notice covers yet.
    package let provisional: Bool
    /// The start day and every day after it until the last, each with its reason.
    package let days: [CountedDay]

    package init(moment: Moment, provisional: Bool, days: [CountedDay] = []) {
        self.moment = moment
        self.provisional = provisional
        self.days = days
    }
}

/// One day of a limit: counted or not, and why.
package struct CountedDay: Sendable, Equatable {
    package let day: Day
    package let counted: Bool
    package let why: DayWhy

    package init(day: Day, counted: Bool, why: DayWhy) {
        self.day = day
        self.counted = counted
        self.why = why
    }
}

/// Time that a limit does not count, with its lawful ground; it ends by itself at `until`.
package struct Pause: Sendable, Hashable {
    package let from: Moment
    package let until: Moment
    package let ground: String

    package init(from: Moment, until: Moment, ground: String) {
        self.from = from
        self.until = until
        self.ground = ground
    }
}

/// Why a day counts or does not.
package enum DayWhy: Sendable, Equatable {
    /// The day on which the limit starts is not counted (民法典 Art 201).
    case startDay
    case natural
    /// A day the offices work, or clock hours that run through.
    case working(DayKind)
    case elapsed
    /// A day the offices rest.
    case resting(DayKind)
    case paused(String)
    /// The counted days ended on a day of rest, and this is the next working day
    /// (民法典 Art 203).
    case rolledOver
    /// A working day of which no office hour was left.
    case afterHours
}
