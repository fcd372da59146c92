package import Storage

/// Half a day at the hall, before or after noon: the measure of a rota.
///
/// Written `2026-11-23 morning`.
package struct HalfDay: Hashable, Sendable, Comparable {
    package let day: Day
    package let half: Half

    package enum Half: String, Sendable, CaseIterable, Codable {
        case morning
        case afternoon
    }

    package init(_ day: Day, _ half: Half) {
        self.day = day
        self.half = half
    }

    /// Counted on, two a day.
    package init(number: Int) {
        let day = Day(number: Int64(number).flooredDivision(by: 2))
        self.init(day, number == day.number * 2 ? .morning : .afternoon)
    }

    package var number: Int { day.number * 2 + (half == .morning ? 0 : 1) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package func adding(days: Int) -> HalfDay { HalfDay(day.adding(days), half) }

    /// The half-day that is on at the moment; noon divides the day.
    package init(at moment: Moment, in offset: TimeOffset) {
        let isMorning = moment.timeOfDay(in: offset) < HalfDay.noon
        self.init(moment.day(in: offset), isMorning ? .morning : .afternoon)
    }

    private static let noon: Int64 = 12 * 3_600_000

    package func start(in offset: TimeOffset) -> Moment {
        let midnight = day.start(in: offset)
        return half == .morning ? midnight : midnight.adding(milliseconds: HalfDay.noon)
    }

    /// The last millisecond.
    package func end(in offset: TimeOffset) -> Moment {
        start(in: offset).adding(milliseconds: HalfDay.noon - 1)
    }
}

extension HalfDay {
    /// The half-days of the days on which the offices work, in order.
    package static func working(from: Day, to: Day, in calendar: WorkingCalendar) -> [HalfDay] {
        guard from <= to else { return [] }
        let days = (from.number...to.number).map { Day(number: $0) }.filter(calendar.isWorking)
        return days.flatMap { day in Half.allCases.map { HalfDay(day, $0) } }
    }
}

extension HalfDay: LosslessStringConvertible {
    package var description: String { "\(day) \(half.rawValue)" }

    package init?(_ description: String) {
        let words = description.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, let day = Day(String(words[0])),
            let half = Half(rawValue: String(words[1]))
        else { return nil }
        self.init(day, half)
    }
}

extension HalfDay: Storable {
    package var stored: Value { .integer(Int64(number)) }
    package init(stored: Value) throws {
        self.init(number: try Int(stored: stored))
    }
}

/// A half-day of every week, such as Wednesday morning.
package struct WeeklyHalf: Hashable, Sendable {
    /// 1 is Monday.
    package let weekday: Int
    package let half: HalfDay.Half

    package init(weekday: Int, half: HalfDay.Half) {
        self.weekday = weekday
        self.half = half
    }

    package init(_ halfDay: HalfDay) {
        self.init(weekday: halfDay.day.weekday, half: halfDay.half)
    }

    /// Reads `3 morning`.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let weekday = Int(words[0]), (1...7).contains(weekday),
            let half = HalfDay.Half(rawValue: String(words[1]))
        else { return nil }
        self.init(weekday: weekday, half: half)
    }
}
