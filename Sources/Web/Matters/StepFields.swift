import Centre

/// The boxes of a step's form.
struct StepFields {
    let hand: MatterAtHand
    let suggestion: RoutingSuggestion?
    /// What the step is about: a part, a concern's number.
    let of: String
    let typed: Typed
    let say: Wording

    private var town: Town { hand.town }
    private var matter: MatterView { hand.matter }

    func fields(of step: MatterStep) -> [Field] {
        switch step {
        case .accept: acceptance
        case .refuse: refusal
        case .supplement: supplement
        case .assign: assignment
        case .designate: [units("unit", say("box-unit"))]
        case .confer: [words("minutes", 5000)]
        case .sign, .archive, .resume: []
        case .reply: reply
        case .progress: [words("words", 2000), box("contact", .tick)]
        case .giveBack: giveBack
        case .verify: verification
        case .close: [choice("kind", town.grounds.closure.map { ($0.code, $0.title) })]
        case .visit: visit
        case .decideExtension: decision
        case .askExtension: request
        case .suspend: suspension
        case .link: [box("concern", .line(upTo: 64), needed: true), words("reason", 1000, 3)]
        case .unlink: [words("reason", 1000, 3)]
        case .markConflict: [units("unit", say("box-conflict"))]
        case .terminate: termination
        case .disclose: [purpose]
        }
    }

    private var acceptance: [Field] {
        let items = town.items.map { Field.Option($0.code, "\($0.code) \(say($0.name))") }
        return [
            box("class", .choice(classes), needed: true),
            choice("route", town.legalRoutes.map { ($0.code, $0.title) }),
            box("area", .choice(areas)), box("item", .choice(items)),
        ]
    }

    private var classes: [Field.Option] {
        town.classes.filter { !$0.hidden }.map {
            Field.Option($0.code, "\($0.code) \(say($0.name))")
        }
    }

    /// The villages, and the grid where the matter lies.
    private var areas: [Field.Option] {
        town.areas.filter { area in
            area.code == matter.area?.code || (area.level == .village && area.validTo == nil)
        }.map { Field.Option($0.code, say($0.name)) }
    }

    private var refusal: [Field] {
        [
            choice("ground", town.grounds.refusal.map { ($0.code, $0.title) }),
            box("nextDoor", .lines(upTo: 1000, rows: 3), hint: say("box-nextDoor-hint")),
        ]
    }

    private var supplement: [Field] {
        // The resident reads the list as it stands here, in the town's language.
        let papers = town.grounds.supplement.map { Field.Option($0.title.zh, say($0.title)) }
        return [
            box("missing[]", .checks(papers)),
            box("further", .lines(upTo: 1000, rows: 2), hint: say("box-further-hint")),
        ]
    }

    private var assignment: [Field] {
        let roles = Assignment.Role.allCases.map { role in
            Field.Option(role.rawValue, say("paper-part-\(role.rawValue)"))
        }
        return [
            units("unit", say("box-unit")),
            box("role", .radios(roles), needed: true),
            words("instruction", 2000, 3),
        ]
    }

    private var reply: [Field] {
        let outcomes = Assignment.Outcome.allCases.map { outcome in
            Field.Option(outcome.rawValue, say("paper-outcome-\(outcome.rawValue)"))
        }
        return [
            box("outcome", .radios(outcomes), needed: true),
            words("text", 5000), words("publicText", 5000, hint: say("box-publicText-hint")),
        ]
    }

    private var giveBack: [Field] {
        [
            choice("reason", town.grounds.returns.map { ($0.code, $0.title) }, say("box-return")),
            words("basis", 1000, 3), units("betterUnit", say("box-betterUnit")),
        ]
    }

    private var verification: [Field] {
        let verdicts = VerificationVerdict.allCases.map { verdict in
            Field.Option(verdict.rawValue, say("verdict-\(verdict.rawValue)"))
        }
        return [box("verdict", .radios(verdicts), needed: true), words("note", 2000, 3)]
    }

    private var visit: [Field] {
        let numbers = hand.unvisited.map { Field.Option($0.number, $0.title ?? $0.number) }
        let whom =
            numbers.count > 1 ? [box("number", .choice(numbers), hint: say("box-number-hint"))] : []
        return whom + [
            box("reached", .radios(answers), needed: true),
            box("solved", .radios(verdicts)), box("fair", .radios(verdicts)),
            box("words", .lines(upTo: 2000, rows: 3)),
        ]
    }

    private var decision: [Field] {
        let rule = hand.screen.askedTime.flatMap { town.rule($0.rule) }
        let consent =
            rule?.extension?.consent == .parties
            ? [box("consent", .photos, hint: say("box-consent-hint"))] : []
        return [
            box("granted", .radios(answers), needed: true),
            box("amount", .number, hint: say("box-granted-amount-hint")),
            words("reason", 2000, 3),
        ] + consent
    }

    private var request: [Field] {
        let rules = hand.extendable.compactMap { limit -> Field.Option? in
            guard let rule = town.rule(limit.line.rule, version: limit.line.version),
                let more = rule.extension
            else {
                return nil
            }
            let most = say("box-rule-most", ["most": say.amount(more.max, rule.unit)])
            return Field.Option(rule.code, "\(say(rule.title)) · \(most)")
        }
        return [
            box("rule", .choice(rules), needed: true), box("amount", .number, needed: true),
            words("reason", 2000, 3),
        ]
    }

    private var suspension: [Field] {
        let grounds = town.grounds.suspension.map { ground in
            let most = say("box-ground-most", ["days": say.number(ground.maxDays)])
            return Field.Option(ground.code, "\(say(ground.title)) · \(most)")
        }
        return [
            box("ground", .choice(grounds), needed: true), box("until", .day, needed: true),
            box("document", .line(upTo: 200), hint: say("box-document-hint"), needed: true),
        ]
    }

    private var termination: [Field] {
        [
            choice("ground", town.grounds.termination.map { ($0.code, $0.title) }),
            box("document", .line(upTo: 200), hint: say("box-document-hint")),
            words("reason", 2000, 3),
        ]
    }

    private var purpose: Field {
        let purposes = DisclosurePurpose.allCases.map { purpose in
            Field.Option(purpose.rawValue, say("disclosure-\(purpose.rawValue)"))
        }
        return box("purpose", .radios(purposes), needed: true)
    }
}

// MARK: kinds of boxes

extension StepFields {
    private var answers: [Field.Option] {
        ["yes", "no"].map { Field.Option($0, say("answer-\($0)")) }
    }

    private var verdicts: [Field.Option] {
        Concern.Verdict.allCases.map { Field.Option($0.rawValue, say("verdict-\($0.rawValue)")) }
    }

    private func box(
        _ name: String,
        _ kind: Field.Kind,
        hint: String? = nil,
        needed: Bool = false
    ) -> Field {
        let key = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
        return Field(name, say("box-\(key)"), kind, in: typed, say, hint: hint, needed: needed)
    }

    private func words(
        _ name: String,
        _ most: Int,
        _ rows: Int = 5,
        hint: String? = nil
    ) -> Field {
        box(name, .lines(upTo: most, rows: rows), hint: hint, needed: true)
    }

    /// One of the town's codes.
    private func choice(
        _ name: String,
        _ codes: [(code: String, title: Bilingual)],
        _ label: String? = nil
    ) -> Field {
        let options = codes.map { Field.Option($0.code, say($0.title)) }
        return Field(
            name,
            label ?? say("box-\(name)"),
            .choice(options),
            in: typed,
            say,
            needed: true
        )
    }

    private func units(_ name: String, _ label: String) -> Field {
        let options = town.units.map { Field.Option($0.code, say($0.name)) }
        return Field(name, label, .choice(options), in: typed, say, needed: true)
    }
}

extension Wording {
    /// 15 个工作日 · 15 working days.
    func amount(_ amount: Int, _ unit: LimitUnit) -> String {
        count("amount-\(unit.rawValue)", amount)
    }
}

extension MatterAtHand {
    /// What a form begins with: what is known already.
    func beginning(of step: MatterStep, _ suggestion: RoutingSuggestion?) -> Typed {
        var values: [String: String] = [:]
        switch step {
        case .accept:
            values["class"] = matter.class?.code
            values["item"] = matter.item?.code
            values["route"] = matter.route
            values["area"] = matter.area?.code
        case .assign:
            values["unit"] = lead == nil ? suggestion?.lead?.code : suggestion?.assist.first?.code
            values["role"] = (lead == nil ? Assignment.Role.lead : .assist).rawValue
        case .decideExtension: values["amount"] = screen.askedTime.map { "\($0.amount)" }
        case .askExtension:
            values["rule"] = extendable.count == 1 ? extendable.first?.line.rule : nil
        default: break
        }
        return Typed(values)
    }
}
