/// A count under way.
///
/// Every way of counting answers nil when there is no end within a hundred years, which only a
/// pause without an end can do.
struct DayCount {
    let calendar: WorkingCalendar
    let start: Moment
    let pauses: [Pause]
    let listing: Bool
    private(set) var days: [CountedDay] = []
    private(set) var provisional = false

    init(calendar: WorkingCalendar, start: Moment, pauses: [Pause], listing: Bool) {
        self.calendar = calendar
        self.start = start
        self.pauses = pauses
        self.listing = listing
    }

    static let horizon = 36_525

    var startDay: Day { start.day(in: calendar.offset) }

    mutating func naturalDays(_ amount: Int, rollOver: Bool) -> Moment? {
        list(startDay, counted: false, .startDay)
        var left = amount
        var day = startDay
        while left > 0 {
            day = day.adding(1)
            guard day.number - startDay.number <= Self.horizon else { return nil }
            if let ground = pauseGround(touching: day) {
                list(day, counted: false, .paused(ground))
            } else {
                left -= 1
                list(day, counted: true, .natural)
            }
        }
        guard rollOver else { return day.end(in: calendar.offset) }
        return rolledOver(from: day)?.end(in: calendar.offset)
    }

    /// By months it ends on the same day of the month, or on the month's last (民法典 Art 202).
    mutating func months(_ amount: Int, rollOver: Bool) -> Moment? {
        let last = startDay.adding(months: amount)
        return naturalDays(last.number - startDay.number, rollOver: rollOver)
    }

    /// 民法典 Art 203: a make-up Sunday is a working day, and a paused day is no last day.
    private mutating func rolledOver(from last: Day) -> Day? {
        guard !isWorking(last) else { return last }
        var day = last.adding(1)
        while day.number - startDay.number <= Self.horizon {
            if let ground = pauseGround(touching: day) {
                list(day, counted: false, .paused(ground))
            } else if isWorking(day) {
                list(day, counted: false, .rolledOver)
                return day
            } else {
                listResting(day)
            }
            day = day.adding(1)
        }
        return nil
    }

    mutating func workingDays(_ amount: Int) -> Moment? {
        list(startDay, counted: false, .startDay)
        var left = amount
        var day = startDay
        while left > 0 {
            day = day.adding(1)
            guard day.number - startDay.number <= Self.horizon else { return nil }
            if !isWorking(day) {
                listResting(day)
            } else if let ground = pauseGround(touching: day) {
                list(day, counted: false, .paused(ground))
            } else {
                left -= 1
                listWorking(day)
            }
        }
        return day.end(in: calendar.offset)
    }

    mutating func isWorking(_ day: Day) -> Bool {
        if !calendar.isOfficial(day) { provisional = true }
        return calendar.isWorking(day)
    }

    func pauseGround(touching day: Day) -> String? {
        guard !pauses.isEmpty else { return nil }
        let begin = day.start(in: calendar.offset)
        let end = day.end(in: calendar.offset)
        return pauses.first { $0.from <= end && $0.until > begin }?.ground
    }

    mutating func list(_ day: Day, counted: Bool, _ why: DayWhy) {
        guard listing else { return }
        days.append(CountedDay(day: day, counted: counted, why: why))
    }

    mutating func listWorking(_ day: Day) {
        guard listing else { return }
        list(day, counted: true, .working(calendar.kind(of: day)))
    }

    mutating func listResting(_ day: Day) {
        guard listing else { return }
        list(day, counted: false, .resting(calendar.kind(of: day)))
    }
}
