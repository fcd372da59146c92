/// What the centre promises a resident at the counter: by when, and resting on which rule.
package struct Promise: Sendable, Equatable {
    package let rule: String
    package let title: Bilingual
    package let due: Moment
    package let provisional: Bool
    package let basis: LegalBasis
}

extension LimitRule {
    /// The limits that start for a concern at its registration, earliest first.
    package static func promises(
        atRegistration moment: Moment,
        facts: ClockFacts,
        rules: [LimitRule],
        calendar: WorkingCalendar
    ) -> [Promise] {
        let day = moment.day(in: calendar.offset)
        return RuleBook(rules).starting(with: .concernRegistered, on: day)
            .map { rules[$0] }
            .filter { $0.subject == .concern }
            .filter { $0.condition.holds(for: facts) }
            .map { rule in
                let due = rule.due(after: moment, in: calendar, listing: false)
                return Promise(
                    rule: rule.code,
                    title: rule.title,
                    due: due.moment,
                    provisional: due.provisional,
                    basis: rule.basis
                )
            }
            .sorted { ($0.due, $0.rule) < ($1.due, $1.rule) }
    }
}
