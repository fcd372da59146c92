/// A rota as the rules propose it: the same brief always gives the same draft.
///
/// Turns are shared first, as evenly as absences allow; then turns are exchanged so that no unit
/// has the same half-day two weeks running where an exchange can help it, and so that units come
/// on the weekdays on which residents ask for them. A person edits and publishes it.
package struct RotaDraft: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package let halfDay: HalfDay
        package let seat: String
        /// None where nobody can come.
        package let unit: String?
        package let reason: RotaReason
    }

    /// By half-day, then by seat.
    package let lines: [Line]

    package init(_ brief: RotaBrief) {
        var table = TurnTable(brief)
        table.share()
        table.level()
        table.exchange()
        lines = RotaDraft.lines(of: table, brief)
    }

    private static func lines(of table: TurnTable, _ brief: RotaBrief) -> [Line] {
        var taken = [Int](repeating: 0, count: brief.units.count)
        var lines: [Line] = []
        for (half, halfDay) in brief.halfDays.enumerated() {
            let sitting = table.sitting[half].sorted()
            let unable = brief.units.filter { !$0.canSit(on: halfDay) }.map(\.code)
            for (place, seat) in brief.seats.enumerated() {
                guard sitting.indices.contains(place) else {
                    let reason = RotaReason(nobody: unable)
                    lines.append(Line(halfDay: halfDay, seat: seat, unit: nil, reason: reason))
                    continue
                }
                let unit = sitting[place]
                taken[unit] += 1
                let reason = RotaReason(
                    turn: taken[unit],
                    of: table.turns[unit],
                    asked: brief.units[unit].asked(on: halfDay.day),
                    weeks: brief.weeks,
                    isBusiest: brief.units[unit].isBusiest(on: halfDay.day),
                    unable: unable,
                    again: table.satWeekBefore(unit, half)
                )
                let code = brief.units[unit].code
                lines.append(Line(halfDay: halfDay, seat: seat, unit: code, reason: reason))
            }
        }
        return lines
    }
}

extension RotatingUnit {
    /// No other weekday brings it more.
    func isBusiest(on day: Day) -> Bool {
        let here = asked(on: day)
        return here > 0 && here == asked.max()
    }
}

/// Why a unit sits on a half-day, in figures that anybody can count again.
package struct RotaReason: Codable, Sendable, Equatable {
    /// Its first, second, third turn of so many.
    package let turn: Int
    package let of: Int
    /// Concerns of its own that came on this weekday in so many weeks.
    package let asked: Int
    package let weeks: Int
    /// It is the weekday on which it is asked for most.
    package let isBusiest: Bool
    /// The units that could not come.
    package let unable: [String]
    /// It sat on the same half-day the week before, and no exchange helps it.
    package let again: Bool

    init(
        turn: Int,
        of: Int,
        asked: Int,
        weeks: Int,
        isBusiest: Bool,
        unable: [String],
        again: Bool
    ) {
        self.turn = turn
        self.of = of
        self.asked = asked
        self.weeks = weeks
        self.isBusiest = isBusiest
        self.unable = unable
        self.again = again
    }

    /// Nobody can come.
    init(nobody unable: [String]) {
        self.init(
            turn: 0,
            of: 0,
            asked: 0,
            weeks: 0,
            isBusiest: false,
            unable: unable,
            again: false
        )
    }
}
