import Storage

extension PackDesk {
    /// While clocks run a pack changes no day and no rule that they are counted by: that is
    /// proposed, previewed and approved by two people.
    ///
    /// New editions of limits that begin after today come with a pack as before.
    func checkNoClockMoves(
        from old: Pack,
        to new: Pack,
        _ changes: [ApprovedChange],
        in tx: Transaction
    ) throws {
        let running = try tx.row("SELECT rule FROM clocks WHERE state = 'running' LIMIT 1")
        guard running != nil else { return }
        let findings = Findings()
        let before = changes.calendars(over: old.calendar).current
        let after = changes.calendars(over: new.calendar).current
        if let day = before.firstDifference(to: after) {
            findings.note(
                .calendarMoved,
                in: "calendar/days.csv",
                line: nil,
                ["day": day.description]
            )
        }
        let today = world.now().day(in: new.manifest.offset)
        let rules = (changes.limits(over: old.limits), changes.limits(over: new.limits))
        note(from: rules.0, to: rules.1, today, findings)
        guard findings.sorted.isEmpty else { throw PackRefusal(findings: findings.sorted) }
    }

    private func note(
        from old: [LimitRule],
        to new: [LimitRule],
        _ today: Day,
        _ findings: Findings
    ) {
        let before = Dictionary(old.map { ($0.edition, $0) }, uniquingKeysWith: { $1 })
        let after = Dictionary(new.map { ($0.edition, $0) }, uniquingKeysWith: { $1 })
        for (edition, rule) in before where after[edition]?.counts(like: rule) != true {
            findings.note(.limitMoved, in: "limits.yaml", line: nil, ["code": rule.code])
        }
        for (edition, rule) in after where before[edition] == nil && rule.validFrom <= today {
            findings.note(.limitBackwards, in: "limits.yaml", line: nil, ["code": rule.code])
        }
    }
}

extension LimitRule {
    fileprivate var edition: String { "\(code)/\(version)" }

    /// Whether clocks come out the same; words may be better put.
    fileprivate func counts(like other: LimitRule) -> Bool {
        isOfSame(as: other) && starts == other.starts && ends == other.ends
            && amount == other.amount && unit == other.unit && rollOver == other.rollOver
            && condition == other.condition && pause == other.pause
            && `extension` == other.extension && within == other.within
            && validFrom == other.validFrom
    }

    /// What a unit was given for answering supervision may become the limit of the step itself: its
    /// day stays.
    private func isOfSame(as other: LimitRule) -> Bool {
        subject == other.subject
            || Set([subject, other.subject]) == Set(LimitSubject.ofUnits)
                && starts.allSatisfy(SupervisionStep.acts.contains)
    }
}
