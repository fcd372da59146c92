extension Clock {
    /// The open clocks that bind a subject, earliest due first: of those that end on the same acts
    /// the earliest governs, and the others are only shown.
    package static func governing(
        of subject: ClockSubject,
        among clocks: [Clock],
        rules: [LimitRule]
    ) -> [Clock] {
        var binding: [Set<Act>: Clock] = [:]
        for clock in clocks where clock.subject == subject && clock.isOpen {
            let rule = rules.first { $0.code == clock.rule && $0.version == clock.version }
            let ends = Set(rule?.ends ?? [])
            if let other = binding[ends], other.isBefore(clock) { continue }
            binding[ends] = clock
        }
        return binding.values.sorted { $0.isBefore($1) }
    }

    /// What a list shows as due: the earliest due moment among the open clocks, or
    /// ``Moment/never``.
    package static func nextDue(among clocks: [Clock]) -> Moment {
        clocks.lazy.filter(\.isOpen).map(\.dueAt).min() ?? .never
    }

    private func isBefore(_ other: Clock) -> Bool {
        (dueAt, rule, startedAt) < (other.dueAt, other.rule, other.startedAt)
    }
}
