import Centre

/// A limit in words.
struct RuleWords {
    let town: Town
    let say: Wording

    func amount(_ rule: LimitRule) -> String {
        say.count("rule-\(rule.unit.rawValue)", rule.amount)
    }

    func citation(_ rule: LimitRule) -> String { citation(rule.basis) }

    private func citation(_ basis: LegalBasis) -> String {
        guard !basis.article.isEmpty else { return say("rule-law", ["law": say(basis.law)]) }
        return say("rule-law-article", ["law": say(basis.law), "article": basis.article])
    }

    /// The limits that never outlive this one.
    func steps(of rule: LimitRule) -> [Link] {
        let codes = Set(town.limits.filter { $0.within.contains(rule.code) }.map(\.code))
        return codes.sorted().map(link)
    }

    func link(_ code: String) -> Link {
        Link(
            town.rule(code).map { say($0.title) } ?? code,
            to: "/desk/admin/rules/\(code)"
        )
    }

    /// How far, how often, who decides, whose consent it takes, who hears of it.
    func facts(of more: ExtensionRule, in unit: LimitUnit) -> Facts {
        func roles(_ right: Right) -> String {
            say.list(
                Role.allCases.filter { $0.rights.contains(right) }
                    .map { say("role-\($0.rawValue)") }
            )
        }
        return Facts([
            (say("rule-extension-most"), say.count("rule-\(unit.rawValue)", more.max)),
            (say("rule-extension-times"), say.count("rule-times", more.times)),
            (say("rule-extension-asked"), roles(.askExtension)),
            (say("rule-extension-decided"), roles(.decideExtension)),
            (say("rule-extension-consent"), say("rule-consent-\(more.consent.rawValue)")),
            (
                say("rule-extension-told"),
                say(more.tellsResident ? "rule-tells-resident" : "rule-tells-nobody")
            ),
        ])
    }

    /// A limit of law that runs for somebody else.
    func line(_ limit: OutsideLimit) -> String {
        let key = limit.isChecked ? "rules-outside-line" : "rules-outside-unread"
        let first = say(
            key,
            [
                "title": say(limit.title), "trigger": say(limit.trigger),
                "amount": say.count("rule-\(limit.unit.rawValue)", limit.amount),
                "basis": citation(limit.basis), "code": limit.code,
            ]
        )
        return ([first] + particulars(limit)).joined(separator: say("rules-outside-between"))
    }

    private func particulars(_ limit: OutsideLimit) -> [String] {
        [
            say("rules-outside-who-\(limit.who.rawValue)"),
            limit.rollOver ? say("rules-outside-rolls") : nil,
            limit.extension.map {
                say(
                    "rules-outside-longer",
                    ["amount": say.count("rule-\($0.unit.rawValue)", $0.amount)]
                )
            },
            limit.notCounted.map { say("rules-outside-not-counted", ["time": say($0)]) },
            say("rules-outside-from", ["day": say.day(limit.validFrom)]),
        ].compactMap(\.self)
    }

    func pause(_ code: String) -> String {
        guard code != "supplement" else { return say("rule-pause-supplement") }
        return town.grounds.suspension.first { $0.code == code }.map { say($0.title) } ?? code
    }

    /// Which concerns, matters and parts it is for; empty when for all.
    func condition(_ condition: LimitCondition) -> [String] {
        let lists: [(String, [String])] = [
            ("kinds", condition.kinds.map { say("paper-kind-\($0)") }),
            ("channels", condition.channels.map { say("paper-channel-\($0)") }),
            (
                "routes",
                condition.routes.map { code in
                    town.legalRoute(code).map { say($0.title) } ?? code
                }
            ),
            (
                "classes",
                condition.classes.map { code in
                    town.disputeClass(code).map { say($0.name) } ?? code
                }
            ),
            ("roles", condition.roles.map { say("rule-role-\($0)") }),
            ("urgencies", condition.urgencies.map { say("rule-urgency-\($0)") }),
        ]
        return lists.filter { !$0.1.isEmpty }.map { name, words in
            say("rule-when-\(name)", ["list": say.list(words)])
        }
    }
}
