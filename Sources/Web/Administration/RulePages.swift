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
    let extensions: Facts?
    let wholes: [Link]
    let steps: [Link]
    let hasSteps: Bool
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
            (say("rule-valid-from"), say.day(rule.validFrom)),
            (say("rule-edition"), "\(rule.version)"),
        ])
        starts = rule.starts.map { say("deed-\($0.rawValue)") }
        ends = rule.ends.map { say("deed-\($0.rawValue)") }
        pauses = rule.pause.map { words.pause($0) }
        whose = words.condition(rule.condition)
        extensions = rule.extension.map { words.facts(of: $0, in: rule.unit) }
        wholes = rule.within.map(words.link)
        steps = words.steps(of: rule)
        hasSteps = !steps.isEmpty
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
