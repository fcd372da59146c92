extension PackReading {
    /// - Parameter others: the rules that these stand beside.
    func limits(
        _ codes: inout Codes,
        in file: String = "limits.yaml",
        beside others: [LimitRule] = []
    ) -> [LimitRule] {
        guard let sheet = source.sheet(file) else { return [] }
        defer { sheet.noteUnknown() }
        var versions = CodeBook("limit")
        var rules: [LimitRule] = []
        var lines: [PackSheet] = []
        for line in sheet.sheets("rules") {
            let code = line.text("code")
            let rule = limit(code, line, codes)
            line.noteUnknown()
            guard let rule else { continue }
            versions.add("\(code)/\(rule.version)", of: line)
            rules.append(rule)
            lines.append(line)
        }
        codes.limits = CodeBook("limit", rules.map(\.code))
        for (rule, line) in zip(rules, lines) { checkWhole(of: rule, among: rules + others, line) }
        return rules
    }

    private func limit(_ code: String, _ line: PackSheet, _ codes: Codes) -> LimitRule? {
        let title = line.bilingual("title")
        let subject: LimitSubject? = line.choice("subject")
        let starts = acts("starts", line)
        let ends = acts("ends", line)
        let amount = line.number("amount", from: 1)
        let unit: LimitUnit? = line.choice("unit")
        let rollOver = line.flag("rollOver")
        let condition = condition(line, codes)
        let pause = line.words("pause")
        codes.suspensions.check(pause.filter { $0 != Pause.supplement }, "pause", of: line)
        let basis = line.optionalBasis("basis")
        let validFrom = line.day("validFrom")
        let version = line.number("version", from: 1, otherwise: 1)
        if basis == nil { line.note(.basisMissing, nil, ["code": code]) }
        if rollOver, unit != .naturalDays, unit != .months {
            line.note(.rollOver, line.line(of: "rollOver"), ["code": code])
        }
        let longer = unit.flatMap { extensionRule(line, in: $0) }
        let within = line.names.contains("within") ? line.words("within") : []
        guard let subject, let amount, let unit, let basis, let validFrom, let version else {
            return nil
        }
        let rule = LimitRule(
            code: code,
            title: title,
            subject: subject,
            starts: starts,
            ends: ends,
            amount: amount,
            unit: unit,
            rollOver: rollOver,
            condition: condition,
            pause: pause,
            extension: longer,
            within: within,
            basis: basis,
            validFrom: validFrom,
            version: version
        )
        checkSound(rule, line)
        return rule
    }

    /// Each part may be allowed and the whole not be meant, such as a limit that starts at its end.
    private func checkSound(_ rule: LimitRule, _ line: PackSheet) {
        for finding in rule.check() {
            let key = LimitFinding(rawValue: finding)?.key
            line.note(
                .limitUnsound,
                key.flatMap { line.line(of: $0) },
                ["code": rule.code, "finding": finding]
            )
        }
    }

    /// A step lies within limits there are, which reach its subject, and never within itself by a
    /// roundabout way.
    private func checkWhole(of step: LimitRule, among rules: [LimitRule], _ line: PackSheet) {
        codes(of: rules).check(step.within, "within", of: line)
        for finding in step.findingsOfWhole(among: rules) {
            line.note(
                .limitUnsound,
                line.line(of: "within"),
                ["code": step.code, "finding": finding.rawValue]
            )
        }
    }

    private func codes(of rules: [LimitRule]) -> CodeBook {
        CodeBook("limit", rules.map(\.code))
    }

    private func acts(_ key: String, _ line: PackSheet) -> [Act] {
        let words = line.words(key)
        if words.isEmpty { line.note(.empty, line.line(of: key), ["name": key]) }
        return words.compactMap { word in
            let act = Act(rawValue: word)
            if act == nil {
                line.note(.codeUnknown, line.line(of: key), ["kind": "act", "code": word])
            }
            return act
        }
    }

    private func condition(_ line: PackSheet, _ codes: Codes) -> LimitCondition {
        guard let when = line.optionalSheet("when") else { return .always }
        defer { when.noteUnknown() }
        let condition = LimitCondition(
            kinds: when.words("kinds"),
            routes: when.words("routes"),
            classes: when.words("classes"),
            channels: when.words("channels"),
            roles: when.words("roles"),
            urgencies: when.words("urgency")
        )
        codes.kinds.check(condition.kinds, "kinds", of: when)
        codes.routes.check(condition.routes, "routes", of: when)
        codes.classes.checkBeginnings(condition.classes, "classes", of: when)
        codes.channels.check(condition.channels, "channels", of: when)
        codes.parts.check(condition.roles, "roles", of: when)
        codes.urgencies.check(condition.urgencies, "urgency", of: when)
        return condition
    }

    /// A longer limit counts what the limit counts: 60 days and 30 days make 90.
    private func extensionRule(_ line: PackSheet, in unit: LimitUnit) -> ExtensionRule? {
        guard let longer = line.optionalSheet("extension") else { return nil }
        defer { longer.noteUnknown() }
        let maximum = longer.number("maximum", from: 1)
        let times = longer.number("times", from: 1, otherwise: 1)
        let decider = longer.optional("decidedBy") ?? "director"
        let deciders: [String: ExtensionRule.Consent] = ["director": .leader, "parties": .parties]
        let consent = deciders[decider]
        if consent == nil {
            longer.noteValue(decider, "decidedBy", allowed: deciders.keys.sorted())
        }
        let counted = longer.optional("unit") ?? unit.rawValue
        if counted != unit.rawValue {
            longer.noteValue(counted, "unit", allowed: [unit.rawValue])
        }
        let tells = longer.flag("tell", otherwise: true)
        guard let maximum, let times, let consent else { return nil }
        return ExtensionRule(max: maximum, times: times, consent: consent, tellsResident: tells)
    }
}

extension LimitFinding {
    /// The name in the file that is at fault.
    fileprivate var key: String {
        switch self {
        case .noCode: "code"
        case .noTitle: "title"
        case .noBasis: "basis"
        case .noAmount, .tooLong: "amount"
        case .noStart, .startsAtItsEnd, .actOutOfReach: "starts"
        case .noEnd: "ends"
        case .rollsWorkingTime, .rollsHours: "rollOver"
        case .pausesHours, .pauseTwice: "pause"
        case .malformedWord, .roleWithoutAssignment, .roleUnknown: "when"
        case .extensionWithoutAmount, .extensionWithoutTimes, .extensionTooOften,
            .extensionNotTold:
            "extension"
        case .withinItself, .withinOtherSubject: "within"
        case .versionBelowOne: "version"
        }
    }
}
