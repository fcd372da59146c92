/// When nobody is written to who need not be: the nights, and for residents the days off too.
package struct QuietHours: Sendable, Equatable {
    /// Minutes from midnight.
    ///
    /// An end before the beginning is the next morning's; where both are the same, there are none.
    package let from: Int
    package let to: Int
    /// Residents are written to on working days only.
    package let keepsDaysOff: Bool

    package init(from: Int, to: Int, keepsDaysOff: Bool) {
        self.from = from
        self.to = to
        self.keepsDaysOff = keepsDaysOff
    }

    /// 21:00–08:00.
    package static let usual = QuietHours(from: 1260, to: 480, keepsDaysOff: true)

    /// The first moment, not before this one, in which a message may go out; what is urgent goes at
    /// once.
    package func opening(
        from moment: Moment,
        _ channel: Message.Channel,
        isUrgent: Bool,
        in calendar: WorkingCalendar
    ) -> Moment {
        guard !isUrgent else { return moment }
        let offset = calendar.offset
        var opening = morning(after: moment, in: offset)
        guard channel == .sms, keepsDaysOff else { return opening }
        // The longest run of days off is far shorter; a calendar without working days ends here.
        for _ in 0..<60 where !calendar.isWorking(opening.day(in: offset)) {
            let next = opening.day(in: offset).adding(1).start(in: offset)
            opening = morning(after: next, in: offset)
        }
        return opening
    }

    /// The moment itself, or the end of the quiet hours it falls in.
    private func morning(after moment: Moment, in offset: TimeOffset) -> Moment {
        let minute = Int(moment.timeOfDay(in: offset) / 60_000)
        let day = moment.day(in: offset)
        let isOverMidnight = from > to
        if isOverMidnight && minute >= from { return day.adding(1).start(in: offset).adding(to) }
        let isQuiet = isOverMidnight ? minute < to : minute >= from && minute < to
        return isQuiet ? day.start(in: offset).adding(to) : moment
    }
}

extension Moment {
    fileprivate func adding(_ minutes: Int) -> Moment {
        adding(milliseconds: Int64(minutes) * 60_000)
    }
}
