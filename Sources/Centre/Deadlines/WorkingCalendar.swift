/// The days on which the offices work: weekends, the State Council's yearly notice with its
/// make-up days (调休), and the town's own closures.
package struct WorkingCalendar: Sendable {
    package let lastOfficial: Day
    package let firstOfficial: Day
    package let officeHours: [OfficeHours]
    package let offset: TimeOffset
    private let noticed: [Int: NoticedDay]
    private let overlaid: [Int: OverlaidDay]

    /// A day that a State Council notice names: off, or a weekend day worked instead.
    package struct NoticedDay: Sendable, Equatable {
        package let day: Day
        package let name: String
        package let off: Bool

        package init(day: Day, name: String, off: Bool) {
            self.day = day
            self.name = name
            self.off = off
        }
    }

    /// A day the town decides on itself, such as a typhoon closure; it goes before the notice.
    package struct OverlaidDay: Sendable, Equatable {
        package let day: Day
        package let off: Bool
        package let reason: String

        package init(day: Day, off: Bool, reason: String) {
            self.day = day
            self.off = off
            self.reason = reason
        }
    }

    /// One stretch of a working day, in minutes from midnight.
    package struct OfficeHours: Sendable, Equatable {
        package let from: Int
        package let to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }

        var isSound: Bool { from >= 0 && from < to && to <= 1440 }
    }

    /// 08:30–12:00 and 14:30–17:30, customary in Guangdong's offices.
    package static let customaryHours = [
        OfficeHours(from: 510, to: 720), OfficeHours(from: 870, to: 1050),
    ]

    /// A later row of the same day replaces an earlier one; hours that are none are left out, and
    /// where nothing is left the customary hours hold.
    package init(
        days: [NoticedDay],
        overlay: [OverlaidDay] = [],
        officeHours: [OfficeHours] = customaryHours,
        offset: TimeOffset = .china
    ) {
        noticed = Dictionary(days.map { ($0.day.number, $0) }, uniquingKeysWith: { $1 })
        overlaid = Dictionary(overlay.map { ($0.day.number, $0) }, uniquingKeysWith: { $1 })
        let years = Self.noticedYears(days)
        firstOfficial = years.first.flatMap { Day(year: $0, month: 1, day: 1) } ?? Day(number: 0)
        lastOfficial = years.last.flatMap { Day(year: $0, month: 12, day: 31) } ?? Day(number: -1)
        let sound = Self.joined(officeHours)
        self.officeHours = sound.isEmpty ? Self.customaryHours : sound
        self.offset = offset
    }

    /// The days that the notices name, and those the town decided on itself, in their order.
    package var noticedDays: [NoticedDay] { noticed.values.sorted { $0.day < $1.day } }
    package var overlaidDays: [OverlaidDay] { overlaid.values.sorted { $0.day < $1.day } }

    package func isWorking(_ day: Day) -> Bool {
        if let overlaid = overlaid[day.number] { return !overlaid.off }
        if let noticed = noticed[day.number] { return !noticed.off }
        return !day.isWeekend && (isOfficial(day) || Self.fixedHoliday(day) == nil)
    }

    package func kind(of day: Day) -> DayKind {
        if let overlaid = overlaid[day.number] { return .overlay(overlaid.off, overlaid.reason) }
        if let noticed = noticed[day.number] {
            return noticed.off ? .holiday(noticed.name) : .makeUp(noticed.name)
        }
        if !isOfficial(day), let name = Self.fixedHoliday(day) { return .holiday(name) }
        return day.isWeekend ? .weekend : .workday
    }

    /// Whether a notice covers the day.
    ///
    /// Other days follow the weekends and the holidays of fixed date alone, and what is counted
    /// with them is provisional.
    package func isOfficial(_ day: Day) -> Bool {
        firstOfficial <= day && day <= lastOfficial
    }

    /// A year's notice may name days of the Decembers and Januaries around it, so that only the
    /// months between prove that a year has its own.
    static func noticedYears(_ days: [NoticedDay]) -> [Int] {
        var years: Set<Int> = []
        for row in days {
            let (year, month, _) = row.day.parts
            if (2...11).contains(month) { years.insert(year) }
        }
        return years.sorted()
    }

    /// New Year, Labour Day and National Day (全国年节及纪念日放假办法 Art 2, 2024); the other
    /// holidays follow the moon and the notice.
    private static func fixedHoliday(_ day: Day) -> String? {
        let (_, month, date) = day.parts
        return switch (month, date) {
        case (1, 1): "元旦"
        case (5, 1), (5, 2): "劳动节"
        case (10, 1), (10, 2), (10, 3): "国庆节"
        default: nil
        }
    }

    private static func joined(_ hours: [OfficeHours]) -> [OfficeHours] {
        var joined: [OfficeHours] = []
        for next in hours.filter(\.isSound).sorted(by: { $0.from < $1.from }) {
            if let last = joined.last, next.from <= last.to {
                joined[joined.count - 1] = OfficeHours(from: last.from, to: max(last.to, next.to))
            } else {
                joined.append(next)
            }
        }
        return joined
    }
}

/// What a day is to the offices.
package enum DayKind: Sendable, Equatable {
    case workday
    case weekend
    case holiday(String)
    case makeUp(String)
    /// Off or not, and the town's reason.
    case overlay(Bool, String)
}
