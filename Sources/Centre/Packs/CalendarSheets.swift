/// The calendar's tables with the lines they stand on, to say where what cannot be meant is written.
struct CalendarSheets {
    struct Line<Day> {
        let day: Day
        let line: Int
    }

    let days: [Line<WorkingCalendar.NoticedDay>]
    let overlay: [Line<WorkingCalendar.OverlaidDay>]

    private static let noticed = "calendar/days.csv"
    private static let overlaid = "calendar/overlay.csv"

    func check(noting findings: Findings) {
        let words = WorkingCalendar.check(
            days: days.map(\.day),
            overlay: overlay.map(\.day),
            officeHours: []
        )
        for finding in words.compactMap(CalendarFinding.init(rawValue:)) {
            let place = place(of: finding)
            findings.note(
                .calendarUnsound,
                in: place.file,
                line: place.line,
                ["finding": finding.rawValue]
            )
        }
    }

    private func place(of finding: CalendarFinding) -> (file: String, line: Int?) {
        switch finding {
        case .dayTwice: (Self.noticed, Self.second(days.map { ($0.day.day, $0.line) }))
        case .yearMissing: (Self.noticed, lineAfterGap)
        case .holidayWithoutName: (Self.noticed, days.first { $0.day.name.isEmpty }?.line)
        case .overlayTwice: (Self.overlaid, Self.second(overlay.map { ($0.day.day, $0.line) }))
        case .overlayWithoutReason:
            (Self.overlaid, overlay.first { $0.day.reason.isEmpty }?.line)
        case .hoursOutOfDay, .hoursOverlap: ("pack.yaml", nil)
        }
    }

    /// The first line whose day was there before.
    private static func second(_ lines: [(day: Day, line: Int)]) -> Int? {
        var seen: Set<Day> = []
        return lines.first { !seen.insert($0.day).inserted }?.line
    }

    /// The first line of the year that follows a year without a notice.
    private var lineAfterGap: Int? {
        let years = WorkingCalendar.noticedYears(days.map(\.day))
        let after = zip(years, years.dropFirst()).first { $1 > $0 + 1 }?.1
        return days.first { $0.day.day.year == after }?.line
    }
}
