import Centre
import Hummingbird

/// The limits of the pack in force, each with what it rests on, for every officer.
struct RulePages: Sendable {
    let front: Front

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/rules", use: list)
        pages.get("/admin/rules/{code}", use: rule)
    }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.readTown)
        let view = RulesView(front.town.town, front.wording(context))
        return try front.show(Sheet(view, place(context)), in: context)
    }

    @Sendable private func rule(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.readTown)
        let code = context.parameters.get("code") ?? ""
        let editions = front.town.town.limits.filter { $0.code == code }
            .sorted { $0.version > $1.version }
        guard let newest = editions.first else { throw NotFound() }
        let view = RuleView(newest, editions: editions, in: front.town.town, front.wording(context))
        return try front.show(Sheet(view, place(context)), in: context)
    }

    private func place(_ context: OfficerContext) -> Sheet.Around {
        .staff(StaffPlace.administration.isOpen(to: context.viewer) ? .administration : nil)
    }
}

struct RulesView: PageView {
    static let template = "Administration/rules"
    let title: String
    let lead: String
    let table: PlainTable
    /// Limits of law that run for others, one a line.
    let outside: [String]

    init(_ town: Town, _ say: Wording) {
        title = say("admin-rules")
        let newest = town.limits.filter { town.rule($0.code)?.version == $0.version }
        lead = say("rules-lead", ["count": say.number(newest.count), "label": town.label])
        let words = RuleWords(town: town, say: say)
        table = PlainTable(
            title,
            columns: [
                say("rule-name"), say("rule-subject"), say("rule-amount"), say("rule-basis"),
                say("rule-code"),
            ],
            rows: newest.map { rule in
                PlainTable.Row(
                    Link(say(rule.title), to: "/desk/admin/rules/\(rule.code)"),
                    [
                        say("rule-of-\(rule.subject.rawValue)"), words.amount(rule),
                        words.citation(rule), rule.code,
                    ]
                )
            }
        )
        outside = town.outside.map(words.line)
    }
}

struct RuleView: PageView {
    static let template = "Administration/rule"
    let title: String
    let code: String
    let facts: Facts
    let starts: [String]
    let ends: [String]
    let pauses: [String]
    let whose: [String]
    let citation: String
    let wording: String?
    let editions: [String]

    init(_ rule: LimitRule, editions: [LimitRule], in town: Town, _ say: Wording) {
        let words = RuleWords(town: town, say: say)
        title = say(rule.title)
        code = rule.code
        facts = Facts([
            (say("rule-subject"), say("rule-of-\(rule.subject.rawValue)")),
            (say("rule-amount"), words.amount(rule)),
            (say("rule-roll-over"), say(rule.rollOver ? "rule-rolls" : "rule-rolls-not")),
            (say("rule-extension"), words.extension(rule)),
            (say("rule-within"), words.within(rule)),
            (say("rule-valid-from"), say.day(rule.validFrom)),
            (say("rule-edition"), "\(rule.version)"),
        ])
        starts = rule.starts.map { say("deed-\($0.rawValue)") }
        ends = rule.ends.map { say("deed-\($0.rawValue)") }
        pauses = rule.pause.map { words.pause($0) }
        whose = words.condition(rule.condition)
        citation = words.citation(rule)
        wording = rule.basis.text.isEmpty ? nil : rule.basis.text
        self.editions =
            editions.count < 2
            ? []
            : editions.map { edition in
                say(
                    "rule-edition-line",
                    [
                        "edition": "\(edition.version)", "day": say.day(edition.validFrom),
                        "amount": words.amount(edition),
                    ]
                )
            }
    }
}

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

    /// The wholes that a step never outlives; nil for a limit that is no step.
    func within(_ rule: LimitRule) -> String? {
        guard !rule.within.isEmpty else { return nil }
        return say.list(rule.within.map { code in town.rule(code).map { say($0.title) } ?? code })
    }

    /// A limit of law that runs for somebody else.
    func line(_ limit: OutsideLimit) -> String {
        let key = limit.isChecked ? "rules-outside-line" : "rules-outside-unread"
        return say(
            key,
            [
                "title": say(limit.title), "trigger": say(limit.trigger),
                "amount": say.count("rule-\(limit.unit.rawValue)", limit.amount),
                "basis": citation(limit.basis), "code": limit.code,
            ]
        )
    }

    func `extension`(_ rule: LimitRule) -> String {
        guard let more = rule.extension else { return say("rule-extension-none") }
        return say(
            "rule-extension-\(more.consent.rawValue)",
            [
                "amount": say.count("rule-\(rule.unit.rawValue)", more.max),
                "times": say.number(more.times),
            ]
        )
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
