/// The calendar in force, and those that were in force before it.
///
/// A change of the calendar judges nobody afterwards: what has ended was in time or late by the
/// days that held when it ended.
package struct CalendarEditions: Sendable {
    package let current: WorkingCalendar
    /// The oldest first.
    package let former: [Former]

    package struct Former: Sendable {
        package let calendar: WorkingCalendar
        /// The moment from which it was in force no longer.
        package let until: Moment
    }

    package init(_ current: WorkingCalendar, former: [Former] = []) {
        self.current = current
        self.former = former
    }

    /// - Parameter moment: when the limit ended; nil while it runs.
    package func calendar(endedAt moment: Moment?) -> WorkingCalendar {
        guard let moment, let last = former.last, moment < last.until else { return current }
        return former.first { moment < $0.until }?.calendar ?? current
    }
}
