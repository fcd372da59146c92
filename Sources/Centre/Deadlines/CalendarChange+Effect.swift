extension CalendarChange.Content {
    /// The calendar as it is with the change in it.
    package func applied(to calendar: WorkingCalendar, reason: String) -> WorkingCalendar {
        var days = calendar.noticedDays
        var overlay = calendar.overlaidDays
        switch self {
        case .notice(let notice): days = notice.replacing(days)
        case .overlay(let own, let off):
            overlay.removeAll { own.contains($0.day) }
            overlay += own.map { .init(day: $0, off: off, reason: reason) }
        case .lift(let own): overlay.removeAll { own.contains($0.day) }
        case .rules: return calendar
        }
        return WorkingCalendar(
            days: days,
            overlay: overlay,
            officeHours: calendar.officeHours,
            offset: calendar.offset
        )
    }
}

extension HolidayNotice {
    /// The year's file is the whole year: days it no longer names are ordinary again.
    ///
    /// The days around New Year that stand in December belong to the next year's notice and stay.
    func replacing(_ days: [WorkingCalendar.NoticedDay]) -> [WorkingCalendar.NoticedDay] {
        let named = Set(self.days.map(\.date))
        let others = days.filter { row in
            let (of, month, _) = row.day.parts
            return !named.contains(row.day) && (of != year || month == 12 && row.name == "元旦")
        }
        return others + self.days.map { .init(day: $0.date, name: $0.name, off: $0.isOffDay) }
    }
}

extension WorkingCalendar {
    /// A day that is something else in the other calendar.
    package struct Difference: Sendable, Equatable {
        package let day: Day
        package let was: DayKind
        package let becomes: DayKind
    }

    /// The days on which the two do not agree, in their order.
    ///
    /// A year that becomes official may change nothing about a day but that it is certain.
    package func differences(to other: WorkingCalendar) -> [Difference] {
        var days = Set((noticedDays + other.noticedDays).map(\.day))
        days.formUnion((overlaidDays + other.overlaidDays).map(\.day))
        let (first, last) = newlyOfficial(in: other)
        if first <= last { days.formUnion((first.number...last.number).map(Day.init(number:))) }
        return days.sorted().compactMap { day in
            let (was, becomes) = (kind(of: day), other.kind(of: day))
            return was == becomes ? nil : Difference(day: day, was: was, becomes: becomes)
        }
    }

    /// The first day on which a count can come out otherwise, certainty included; nil when none.
    package func firstDifference(to other: WorkingCalendar) -> Day? {
        let official = newlyOfficial(in: other)
        let certain = official.first <= official.last ? official.first : nil
        // A closure on a day of rest gives the day another name and no count another end.
        let worked = differences(to: other).first { isWorking($0.day) != other.isWorking($0.day) }
        return [worked?.day, certain].compactMap(\.self).min()
    }

    private func newlyOfficial(in other: WorkingCalendar) -> (first: Day, last: Day) {
        (lastOfficial.adding(1), other.lastOfficial)
    }
}
