/// What a rota is drafted from.
package struct RotaBrief: Sendable {
    /// The half-days on which the hall is open, in order.
    package let halfDays: [HalfDay]
    /// The codes of the seats that rotate.
    package let seats: [String]
    package let units: [RotatingUnit]
    /// Over how many weeks it was counted what residents asked for.
    package let weeks: Int
    /// Who sat on the half-days of the week before.
    package let before: [HalfDay: Set<String>]

    package init(
        halfDays: [HalfDay],
        seats: [String],
        units: [RotatingUnit],
        weeks: Int,
        before: [HalfDay: Set<String>] = [:]
    ) {
        self.halfDays = halfDays
        self.seats = seats
        self.units = units
        self.weeks = weeks
        self.before = before
    }
}

/// A unit that takes turns.
package struct RotatingUnit: Sendable {
    package let code: String
    /// How many concerns residents brought that are this unit's, by weekday, Monday first.
    package let asked: [Int]
    /// When it cannot come.
    package let away: Set<HalfDay>

    package init(code: String, asked: [Int], away: Set<HalfDay> = []) {
        self.code = code
        self.asked = asked
        self.away = away
    }

    package func canSit(on halfDay: HalfDay) -> Bool {
        !away.contains(halfDay)
    }

    func asked(on day: Day) -> Int {
        asked.indices.contains(day.weekday - 1) ? asked[day.weekday - 1] : 0
    }
}
