/// What is wrong with a calendar as written: the pack is not loaded with it.
package enum CalendarFinding: String, Sendable, CaseIterable {
    case dayTwice = "calendar-day-twice"
    case yearMissing = "calendar-year-missing"
    case holidayWithoutName = "calendar-day-without-name"
    case overlayTwice = "calendar-overlay-twice"
    case overlayWithoutReason = "calendar-overlay-without-reason"
    case hoursOutOfDay = "calendar-hours-out-of-day"
    case hoursOverlap = "calendar-hours-overlap"
}

extension WorkingCalendar {
    /// The words of what cannot be meant; empty when the calendar is sound.
    package static func check(
        days: [NoticedDay],
        overlay: [OverlaidDay],
        officeHours: [OfficeHours]
    ) -> [String] {
        var found: [CalendarFinding] = []
        if Set(days.map(\.day)).count < days.count { found.append(.dayTwice) }
        let years = noticedYears(days)
        if let first = years.first, let last = years.last, years.count <= last - first {
            found.append(.yearMissing)
        }
        if days.contains(where: \.name.isEmpty) { found.append(.holidayWithoutName) }
        if Set(overlay.map(\.day)).count < overlay.count { found.append(.overlayTwice) }
        if overlay.contains(where: \.reason.isEmpty) { found.append(.overlayWithoutReason) }
        if officeHours.contains(where: { !$0.isSound }) { found.append(.hoursOutOfDay) }
        let sorted = officeHours.sorted { $0.from < $1.from }
        if zip(sorted, sorted.dropFirst()).contains(where: { $0.to > $1.from }) {
            found.append(.hoursOverlap)
        }
        return found.map(\.rawValue)
    }
}
