/// What is wrong with a limit as written: the pack is not loaded with such a rule in it.
package enum LimitFinding: String, Sendable, CaseIterable {
    case noCode = "limit-without-code"
    case noTitle = "limit-without-title"
    case noBasis = "limit-without-basis"
    case noAmount = "limit-without-amount"
    case tooLong = "limit-too-long"
    case noStart = "limit-without-start"
    case noEnd = "limit-without-end"
    case startsAtItsEnd = "limit-starts-at-its-end"
    case actOutOfReach = "limit-act-out-of-reach"
    case rollsWorkingTime = "limit-rolls-working-time"
    case rollsHours = "limit-rolls-hours"
    case pausesHours = "limit-pauses-hours"
    case pauseTwice = "limit-pause-twice"
    case malformedWord = "limit-word-malformed"
    case roleWithoutAssignment = "limit-role-without-assignment"
    case roleUnknown = "limit-role-unknown"
    case extensionWithoutAmount = "limit-extension-without-amount"
    case extensionWithoutTimes = "limit-extension-without-times"
    case extensionTooOften = "limit-extension-too-often"
    case extensionNotTold = "limit-extension-not-told"
    case withinItself = "limit-within-itself"
    case withinOtherSubject = "limit-within-other-subject"
    case versionBelowOne = "limit-version-below-one"
}

extension LimitRule {
    /// Combinations that cannot be meant, by their words; empty when the rule is sound.
    package func check() -> [String] {
        (findingsOfStatement() + findingsOfCourse() + findingsOfCondition()).map(\.rawValue)
    }

    private func findingsOfStatement() -> [LimitFinding] {
        var found: [LimitFinding] = []
        if code.isBlank { found.append(.noCode) }
        if title.zh.isBlank || title.en.isBlank { found.append(.noTitle) }
        if basis.law.zh.isBlank || basis.law.en.isBlank { found.append(.noBasis) }
        if amount <= 0 { found.append(.noAmount) }
        if amount > unit.most { found.append(.tooLong) }
        if version < 1 { found.append(.versionBelowOne) }
        if rollOver && unit.needsWork { found.append(.rollsWorkingTime) }
        if rollOver && unit == .hours { found.append(.rollsHours) }
        return found
    }

    private func findingsOfCourse() -> [LimitFinding] {
        var found: [LimitFinding] = []
        if starts.isEmpty { found.append(.noStart) }
        if ends.isEmpty { found.append(.noEnd) }
        if !Set(starts).isDisjoint(with: ends) { found.append(.startsAtItsEnd) }
        if (starts + ends).contains(where: { !subject.isReached(by: $0) }) {
            found.append(.actOutOfReach)
        }
        if !pause.isEmpty && unit == .hours { found.append(.pausesHours) }
        if Set(pause).count < pause.count { found.append(.pauseTwice) }
        if let `extension` {
            if `extension`.max <= 0 { found.append(.extensionWithoutAmount) }
            if `extension`.times <= 0 { found.append(.extensionWithoutTimes) }
            if `extension`.times > `extension`.max { found.append(.extensionTooOften) }
            // Whoever was promised a day hears of another one, with the reason (信访工作条例 Art 34).
            if subject == .concern && !`extension`.tellsResident { found.append(.extensionNotTold) }
        }
        if within.contains(code) { found.append(.withinItself) }
        return found
    }

    private func findingsOfCondition() -> [LimitFinding] {
        var found: [LimitFinding] = []
        let words =
            condition.kinds + condition.routes + condition.classes + condition.channels
            + condition.roles + condition.urgencies + pause
        if words.contains(where: { $0.isEmpty || $0.contains(where: \.isWhitespace) }) {
            found.append(.malformedWord)
        }
        if !condition.roles.isEmpty && subject != .assignment {
            found.append(.roleWithoutAssignment)
        }
        if condition.roles.contains(where: { Assignment.Role(rawValue: $0) == nil }) {
            found.append(.roleUnknown)
        }
        return found
    }
}

extension LimitRule {
    /// Whether the limits that it is a step of can be its whole.
    func findingsOfWhole(among rules: [LimitRule]) -> [LimitFinding] {
        var found: [LimitFinding] = []
        let wholes = rules.filter { within.contains($0.code) }
        if wholes.contains(where: { $0.subject != .matter && $0.subject != subject }) {
            found.append(.withinOtherSubject)
        }
        if subject == .concern && wholes.contains(where: { $0.subject == .matter }) {
            found.append(.withinOtherSubject)
        }
        var above = Set(within)
        var next = above
        while !next.isEmpty {
            next = Set(rules.filter { next.contains($0.code) }.flatMap(\.within))
                .subtracting(above)
            above.formUnion(next)
        }
        if above.contains(code) && !within.contains(code) { found.append(.withinItself) }
        return found
    }
}

extension LimitSubject {
    /// An act on a matter reaches all that belongs to it; one on a concern or a part nobody else,
    /// one on a step of supervision also the part that is called to account.
    package func isReached(by act: Act) -> Bool {
        if act.rawValue.hasPrefix("assignment") { return self == .assignment }
        if act.rawValue.hasPrefix("concern") { return self == .concern }
        guard SupervisionStep.acts.contains(act) else { return true }
        return self == .step || self == .assignment
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
