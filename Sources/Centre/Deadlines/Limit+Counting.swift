extension WorkingCalendar {
    /// When a limit that starts at the moment ends.
    ///
    /// The start day is not counted (民法典 Art 201); a limit in days runs until 24:00 of its last
    /// day. A day touched by a pause is not counted, neither the one on which it begins nor the
    /// one on which it ends; limits in hours leave out exactly the paused time. An extension is
    /// added to the whole, so that the result is the same in whatever order things came.
    package func due(
        after start: Moment,
        amount: Int,
        unit: LimitUnit,
        rollOver: Bool = false,
        pauses: [Pause] = [],
        extended: Int = 0,
        listing: Bool = true
    ) -> Due {
        var count = DayCount(
            calendar: self,
            start: start,
            pauses: Pause.inOrder(pauses),
            listing: listing
        )
        let whole = max(amount, 0) + max(extended, 0)
        let moment =
            switch unit {
            case .naturalDays: count.naturalDays(whole, rollOver: rollOver)
            case .months: count.months(whole, rollOver: rollOver)
            case .workingDays: count.workingDays(whole)
            case .workingHours: count.workingHours(whole)
            case .hours: count.hours(whole)
            }
        guard let moment else { return Due(moment: .never, provisional: true, days: count.days) }
        return Due(moment: moment, provisional: count.provisional, days: count.days)
    }

    /// When so much time of a limit in hours is used.
    func moment(
        after start: Moment,
        used milliseconds: Int64,
        unit: LimitUnit,
        pauses: [Pause]
    ) -> Moment {
        var count = DayCount(
            calendar: self,
            start: start,
            pauses: Pause.inOrder(pauses),
            listing: false
        )
        let moment =
            unit == .workingHours
            ? count.workingTime(milliseconds: milliseconds)
            : count.time(milliseconds: milliseconds)
        return moment ?? .never
    }
}

extension LimitRule {
    package func due(
        after start: Moment,
        pauses: [Pause] = [],
        extended: Int = 0,
        in calendar: WorkingCalendar,
        listing: Bool = true
    ) -> Due {
        calendar.due(
            after: start,
            amount: amount,
            unit: unit,
            rollOver: rollOver,
            pauses: pauses,
            extended: extended,
            listing: listing
        )
    }
}

extension Pause {
    static func inOrder(_ pauses: [Pause]) -> [Pause] {
        pauses.filter { $0.from < $0.until }
            .sorted { ($0.from, $0.until, $0.ground) < ($1.from, $1.until, $1.ground) }
    }
}
