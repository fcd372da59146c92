extension RoutingRule {
    /// Asks the rules in their order and takes the first whose unit is free of conflict: who a
    /// matter is about does not get it (信访工作条例 Art 30).
    ///
    /// Within a step the pack's own order holds, so that a town reads its table from the top down.
    /// - Parameter conflicted: codes of the units that must not get it, with what is under them.
    package static func choose(
        among rules: [RoutingRule],
        for question: RoutingQuestion,
        excluding conflicted: Set<String> = []
    ) -> RoutingAnswer {
        let holding = rules.enumerated().filter { $0.element.condition.holds(for: question) }
        let ordered = holding.sorted {
            ($0.element.step, $0.offset) < ($1.element.step, $1.offset)
        }
        var anyHeld = false
        for (_, rule) in ordered {
            guard let lead = rule.lead.unit(for: question) else { continue }
            anyHeld = true
            guard !conflicted.contains(lead) else { continue }
            return .suggestion(rule.suggestion(lead: lead, question, excluding: conflicted))
        }
        return .nobody(anyHeld ? .conflictOfInterest : .noRule)
    }

    private func suggestion(
        lead: String,
        _ question: RoutingQuestion,
        excluding conflicted: Set<String>
    ) -> Suggestion {
        var units: [String] = []
        for unit in assist.compactMap({ $0.unit(for: question) })
        where unit != lead && !conflicted.contains(unit) && !units.contains(unit) {
            units.append(unit)
        }
        return Suggestion(lead: lead, assist: units, rule: code, version: version, why: why)
    }
}

extension RoutingRule.Condition {
    func holds(for question: RoutingQuestion) -> Bool {
        if let danger, danger != question.danger { return false }
        return meets(routes, question.route.map { [$0] } ?? [])
            && meets(flags, question.flags)
            && meets(kinds, question.kinds)
            && meets(items, question.item.map { [$0] } ?? [])
            && meets(areas, question.areas)
            && (classes.isEmpty || question.classCode.map(isAmongClasses) == true)
    }

    private func isAmongClasses(_ code: String) -> Bool {
        classes.contains { code.hasPrefix($0) }
    }

    private func meets(_ wanted: [String], _ known: Set<String>) -> Bool {
        wanted.isEmpty || wanted.contains { known.contains($0) }
    }
}

extension Addressee {
    fileprivate func unit(for question: RoutingQuestion) -> String? {
        switch self {
        case .unit(let code): code
        case .village: question.villageUnit
        }
    }
}
