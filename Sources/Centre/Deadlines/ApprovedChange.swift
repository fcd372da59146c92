/// A change that is in force, as a town is built with it.
package struct ApprovedChange: Sendable {
    let content: CalendarChange.Content
    let reason: String
    let inForceAt: Moment
    let isSettled: Bool
    /// The rules that its text says, for a change of rules.
    var rules: [LimitRule] = []
}

/// How far a store's approved changes are: a town with other figures is another town.
package struct CalendarEdition: Sendable, Equatable {
    package let approved: Int
    package let settled: Int

    package init(approved: Int, settled: Int) {
        self.approved = approved
        self.settled = settled
    }

    init(_ changes: [ApprovedChange]) {
        self.init(approved: changes.count, settled: changes.count(where: \.isSettled))
    }

    /// Whether clocks are on their way to a new calendar.
    package var isSettling: Bool { settled < approved }
}

extension [ApprovedChange] {
    func calendars(over base: WorkingCalendar) -> CalendarEditions {
        var former: [CalendarEditions.Former] = []
        var current = base
        for change in self where change.content.kind != .rules {
            former.append(.init(calendar: current, until: change.inForceAt))
            current = change.content.applied(to: current, reason: change.reason)
        }
        return CalendarEditions(current, former: former)
    }

    /// A pack that has the edition itself by now goes before the change that brought it.
    func limits(over base: [LimitRule]) -> [LimitRule] {
        var known = Set(base.map { "\($0.code)/\($0.version)" })
        return base + flatMap(\.rules).filter { known.insert("\($0.code)/\($0.version)").inserted }
    }

    /// Reads the rules' texts, which refer to the pack's files and to the rules before them.
    func read(beside pack: Pack) throws -> [ApprovedChange] {
        var known = pack.limits
        return try map { change in
            guard case .rules(let text) = change.content else { return change }
            var read = change
            let (rules, findings) = LimitRule.read(
                text,
                named: "rules",
                beside: pack.files,
                known: known
            )
            guard findings.isEmpty else { throw PackRefusal(findings: findings) }
            read.rules = rules
            known += rules
            return read
        }
    }
}

extension LimitRule {
    /// Reads rules as a pack's `limits.yaml` has them, and checks them like it.
    /// - Parameter known: the rules they stand beside.
    package static func read(
        _ text: String,
        named name: String,
        beside files: [PackFile],
        known: [LimitRule]
    ) -> (rules: [LimitRule], findings: [PackFinding]) {
        let findings = Findings()
        let others = files.filter { $0.path != name }
        let source = PackSource(
            others + [PackFile(path: name, content: text)],
            findings: findings
        )
        let reading = PackReading(source)
        var codes = PackReading.Codes()
        _ = reading.classes(&codes)
        _ = reading.grounds(&codes)
        _ = source.sheet("routing.yaml").map { reading.legalRoutes($0, &codes) }
        let rules = reading.limits(&codes, in: name, beside: known)
        return (rules, findings.sorted.filter { $0.file == name })
    }
}
