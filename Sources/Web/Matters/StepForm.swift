import Centre

/// The form of one step, open on the matter's page.
struct StepForm: Sendable {
    let title: String
    let hint: String?
    /// What helps to decide: the suggestion of the town's rules, what a unit asked for.
    let advice: [String]
    let address: String
    let form: FormHead
    let fields: [Field]
    let button: String
    let hasFiles: Bool
    let isGrave: Bool
    let close: String
}

extension StepForm {
    init(
        _ open: OpenStep,
        _ hand: MatterAtHand,
        _ say: Wording,
        _ head: (Typed) -> FormHead
    ) {
        let step = open.asked.step
        let typed = open.typed ?? hand.beginning(of: step, open.suggestion)
        title = say("do-\(step.rawValue)")
        let own = "do-hint-\(step.rawValue)"
        hint = say.knows(own) ? say(own) : nil
        advice = StepForm.advice(step, hand, open.suggestion, say)
        address = open.asked.address
        form = head(typed)
        fields = StepFields(
            hand: hand,
            suggestion: open.suggestion,
            of: open.asked.of,
            typed: typed,
            say: say
        ).fields(of: step)
        button = say("do-\(step.rawValue)")
        hasFiles = fields.contains(where: \.isPhotos)
        isGrave = step.isGrave
        close = "/desk/matters/\(open.asked.matter)"
    }

    private static func advice(
        _ step: MatterStep,
        _ hand: MatterAtHand,
        _ suggestion: RoutingSuggestion?,
        _ say: Wording
    ) -> [String] {
        switch step {
        case .assign:
            suggestion.map { found in
                precedents(found, hand.town, say) + [advice(found, hand.town, say)]
            } ?? []
        case .decideExtension: hand.screen.askedTime.map { [advice($0, hand.town, say)] } ?? []
        default: []
        }
    }

    /// What was ruled in like matters stands first; a person confirms.
    private static func precedents(
        _ suggestion: RoutingSuggestion,
        _ town: Town,
        _ say: Wording
    ) -> [String] {
        let words = RulingWording(town: town, say: say)
        return suggestion.precedents.map { say("precedent-advice", ["line": words.line($0)]) }
    }

    /// Why this unit, in one plain line.
    private static func advice(
        _ suggestion: RoutingSuggestion,
        _ town: Town,
        _ say: Wording
    ) -> String {
        guard let lead = suggestion.lead, let code = suggestion.rule else {
            return say("routing-nobody")
        }
        let rule = town.routing.first { "\($0.code)/\($0.version)" == code }
        let assist = suggestion.assist.map { say(town.unitName($0.code)) }
        return say(
            assist.isEmpty ? "routing-advice" : "routing-advice-with",
            [
                "unit": say(town.unitName(lead.code)), "assist": say.list(assist),
                "why": rule.map { say($0.why) } ?? "", "rule": code,
            ]
        )
    }

    private static func advice(
        _ asked: MatterScreen.AskedTime,
        _ town: Town,
        _ say: Wording
    ) -> String {
        let rule = town.rule(asked.rule)
        return say(
            "asked-time",
            [
                "rule": rule.map { say($0.title) } ?? asked.rule,
                "amount": rule.map { say.amount(asked.amount, $0.unit) } ?? "\(asked.amount)",
                "reason": asked.reason, "at": say.shortMoment(asked.askedAt),
            ]
        )
    }
}

/// A way to a step: a link to its form, or a form of one button.
struct StepLink: Sendable {
    let label: String
    let address: String
    let isMain: Bool
    let isGrave: Bool
    /// Of a step that needs no words.
    let form: FormHead?
    /// Which unit's part, where the officer has several.
    let of: String?
}
