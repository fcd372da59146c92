/// What a limit would be, before anything rests on it: the answer to a try at the counter.
package struct Preview: Sendable, Equatable {
    package let due: Moment
    package let provisional: Bool
    package let days: [CountedDay]

    /// Counts a limit of the asker's own making.
    package init(
        amount: Int,
        unit: LimitUnit,
        rollOver: Bool,
        start: Moment,
        pauses: [Pause] = [],
        calendar: WorkingCalendar
    ) throws(PreviewRefusal) {
        guard amount > 0, amount <= unit.most else {
            throw .amountOutOfRange
        }
        guard Self.years.contains(start.day(in: calendar.offset).year) else {
            throw .startOutOfRange
        }
        guard pauses.count <= 100 else { throw .tooManyPauses }
        guard pauses.allSatisfy({ $0.from < $0.until }) else { throw .pauseBackwards }
        let due = calendar.due(
            after: start,
            amount: amount,
            unit: unit,
            rollOver: rollOver,
            pauses: pauses
        )
        guard due.moment < .never else { throw .endless }
        self.due = due.moment
        provisional = due.provisional
        days = due.days
    }

    /// Counts one of the town's limits; a pause on a ground the rule does not know stops nothing.
    package init(
        of rule: LimitRule,
        start: Moment,
        pauses: [Pause] = [],
        calendar: WorkingCalendar
    ) throws(PreviewRefusal) {
        try self.init(
            amount: rule.amount,
            unit: rule.unit,
            rollOver: rule.rollOver,
            start: start,
            pauses: pauses.filter { rule.pause.contains($0.ground) },
            calendar: calendar
        )
    }

    private static let years = 1950...2150
}

/// Why a limit cannot be tried.
package enum PreviewRefusal: String, Refusal, CaseIterable {
    case amountOutOfRange = "limit-amount-out-of-range"
    case startOutOfRange = "limit-start-out-of-range"
    case tooManyPauses = "limit-too-many-pauses"
    case pauseBackwards = "limit-pause-backwards"
    case endless = "limit-without-end-in-sight"

    package var grade: RefusalGrade { self == .endless ? .ruledOut : .malformed }

    package var field: String? {
        switch self {
        case .amountOutOfRange: "amount"
        case .startOutOfRange: "start"
        case .tooManyPauses, .pauseBackwards, .endless: "pauses"
        }
    }
}
