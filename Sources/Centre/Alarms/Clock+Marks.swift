/// A moment at which a clock asks for attention.
package struct AlarmMark: Sendable, Equatable {
    package let kind: Alarm.Kind
    package let at: Moment

    package init(kind: Alarm.Kind, at: Moment) {
        self.kind = kind
        self.at = at
    }
}

extension Clock {
    /// The moments at which an open clock asks for attention, in their order: a pure function of
    /// the clock, its rule and the calendar, so that a pause or an extension moves them with the
    /// due moment.
    ///
    /// Limits in days are watched by the day: an alarm comes as the day begins in which the mark
    /// is reached, so that it lies there in the morning, and the due alarm as the last day begins.
    /// Limits in hours are watched to the millisecond. A rule that the town no longer has leaves
    /// the due moment to go by.
    package func marks(under rule: LimitRule?, in calendar: WorkingCalendar) -> [AlarmMark] {
        guard isOpen, dueAt < .never else { return [] }
        let countsDays = rule?.unit.endsWithDay ?? false
        let last = countsDays ? dueAt.day(in: calendar.offset).start(in: calendar.offset) : dueAt
        var marks: [AlarmMark] = []
        if let rule {
            for (kind, tenths) in Self.soon {
                let at = moment(atTenths: tenths, under: rule, in: calendar)
                marks.append(AlarmMark(kind: kind, at: min(at, last)))
            }
        }
        return marks + [
            AlarmMark(kind: .due, at: last),
            AlarmMark(kind: lateKind(under: rule), at: dueAt.adding(milliseconds: 1)),
        ]
    }

    private static let soon: [(Alarm.Kind, tenths: Int)] = [(.halfUsed, 5), (.mostlyUsed, 8)]

    private func moment(
        atTenths tenths: Int,
        under rule: LimitRule,
        in calendar: WorkingCalendar
    ) -> Moment {
        let whole = extensions.reduce(rule.amount) { $0 + $1.amount }
        guard rule.unit != .months else {
            // Months have no tenths: the days they come to have.
            let first = startedAt.day(in: calendar.offset)
            let days = dueAt.day(in: calendar.offset).number - first.number
            return first.adding(days * tenths / 10 + 1).start(in: calendar.offset)
        }
        guard rule.unit.endsWithDay else {
            return calendar.moment(
                after: startedAt,
                used: Int64(whole) * 360_000 * Int64(tenths),
                unit: rule.unit,
                pauses: pauses
            )
        }
        let day = calendar.due(
            after: startedAt,
            amount: whole * tenths / 10 + 1,
            unit: rule.unit,
            pauses: pauses,
            listing: false
        )
        return day.moment.day(in: calendar.offset).start(in: calendar.offset)
    }

    /// What is missed when the clock passes its due moment.
    private func lateKind(under rule: LimitRule?) -> Alarm.Kind {
        if rule?.ends.contains(.firstContact) == true { return .noFirstContact }
        return subject.kind == .concern ? .promiseMissed : .overdue
    }
}

/// What has been raised of a clock before.
struct RaisedMark: Sendable, Equatable {
    let kind: Alarm.Kind
    let dueAt: Moment
    let at: Moment
}

extension AlarmMark {
    /// Raised before for this due moment, or for another at no earlier a moment: time that was
    /// half used once is not half used again because more of it was paused.
    func isSpent(_ raised: [RaisedMark], due: Moment) -> Bool {
        raised.contains { $0.kind == kind && ($0.dueAt == due || $0.at >= at) }
    }
}

extension [AlarmMark] {
    /// What is to be raised by now.
    func pending(at now: Moment, after raised: [RaisedMark], due: Moment) -> [AlarmMark] {
        filter { $0.at <= now && !$0.isSpent(raised, due: due) }
    }

    /// When to look next: the earliest that is not raised yet, be it past.
    func next(after raised: [RaisedMark], due: Moment) -> Moment? {
        filter { !$0.isSpent(raised, due: due) }.map(\.at).min()
    }
}

extension Town {
    func marks(of clock: Clock) -> [AlarmMark] {
        clock.marks(under: rule(of: clock), in: calendar)
    }
}
