/// What the town has laid down about its hall: the seats, which unit is present how and since when,
/// and the terms of a rota.
package struct RotaRules: Sendable, Equatable {
    package let seats: [Seat]
    package let stationing: [Stationing]
    /// So many weeks back it is counted what residents asked for.
    package let weeks: Int
    /// From so many concerns a week on it is a gap that their unit does not come.
    package let missed: Int
    /// The longest rota.
    package let mostDays: Int

    /// Of a pack that was written before there was a rota.
    static let none = Self(seats: [], stationing: [], weeks: 13, missed: 3, mostDays: 366)

    package var rotatingSeats: [Seat] { seats.filter { $0.unit == nil } }

    package func seat(_ code: String) -> Seat? { seats.first { $0.code == code } }
}

/// A seat of the hall.
package struct Seat: Sendable, Equatable {
    package let code: String
    package let name: Bilingual
    /// The unit that sits there every day; none for a seat that rotates.
    package let unit: String?
}

/// How a unit is present from a day on (三驻).
package struct Stationing: Sendable, Equatable {
    package let unit: String
    package let presence: UnitPresence
    package let from: Day
    package let to: Day?
    /// The half-days of every week on which it cannot come.
    package let notOn: Set<WeeklyHalf>

    func holds(on day: Day) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}

extension Town {
    /// How the unit is present on the day: by the stationing that holds then, else as the list of
    /// units has it.
    package func presence(of unit: Unit, on day: Day) -> UnitPresence {
        stationing(of: unit, on: day)?.presence ?? unit.presence
    }

    package func stationing(of unit: Unit, on day: Day) -> Stationing? {
        rota.stationing.last { $0.unit == unit.code && $0.holds(on: day) }
    }

    /// The units that take turns on the day, in the town's order.
    package func rotatingUnits(on day: Day) -> [Unit] {
        units.filter { presence(of: $0, on: day) == .rotating }
    }
}
