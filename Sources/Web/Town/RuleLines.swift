import Centre

/// All limits of the pack in force, in every edition: those the centre runs clocks on, and those of
/// law that run for somebody else.
struct RuleList: Encodable, Sendable {
    let items: [RuleLine]
    let next: String?
    let outside: [OutsideRuleLine]

    init(of town: Town, _ sentences: Sentences) {
        items = town.limits.map { RuleLine($0, in: town, sentences) }
        next = nil
        outside = town.outside.map(OutsideRuleLine.init)
    }

    private enum CodingKeys: CodingKey {
        case items
        case next
        case outside
    }

    /// A list's `next` stands there even when it is null.
    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(items, forKey: .items)
        try values.encode(next, forKey: .next)
        try values.encode(outside, forKey: .outside)
    }
}

/// A limit with everything it says: whoever reads it can count a due day by hand.
struct RuleLine: Encodable, Sendable {
    let code: String
    let title: Bilingual
    let subject: String
    let appliesTo: Condition
    let starts: [String]
    let ends: [String]
    let amount: Int
    let unit: String
    let rollOver: Bool
    let pauses: [Pause]
    let `extension`: Extension?
    let within: [String]
    let basis: Basis
    let validFrom: Day
    let version: Int

    /// What it is for; an empty list leaves nothing out.
    struct Condition: Encodable, Sendable {
        let kinds: [String]
        let routes: [String]
        let classes: [String]
        let channels: [String]
        let roles: [String]
        let urgencies: [String]
    }

    struct Pause: Encodable, Sendable {
        let ground: String
        let title: Bilingual?
    }

    struct Extension: Encodable, Sendable {
        /// Of all extensions together, in the limit's unit.
        let maximum: Int
        let times: Int
        let askedBy: [String]
        let decidedBy: [String]
        let consent: String
        let tellsResident: Bool
    }

    struct Basis: Encodable, Sendable {
        let law: Bilingual
        let article: String
        let text: String

        init(_ basis: LegalBasis) {
            law = basis.law
            article = basis.article
            text = basis.text
        }
    }

    init(_ rule: LimitRule, in town: Town, _ sentences: Sentences) {
        code = rule.code
        title = rule.title
        subject = rule.subject.rawValue
        appliesTo = Condition(rule.condition)
        starts = rule.starts.map(\.rawValue)
        ends = rule.ends.map(\.rawValue)
        amount = rule.amount
        unit = rule.unit.rawValue
        rollOver = rule.rollOver
        pauses = rule.pause.map { Pause($0, in: town, sentences) }
        `extension` = rule.extension.map(Extension.init)
        within = rule.within
        basis = Basis(rule.basis)
        validFrom = rule.validFrom
        version = rule.version
    }
}

extension RuleLine.Condition {
    fileprivate init(_ condition: LimitCondition) {
        kinds = condition.kinds
        routes = condition.routes
        classes = condition.classes
        channels = condition.channels
        roles = condition.roles
        urgencies = condition.urgencies
    }
}

extension RuleLine.Pause {
    /// A ground of the town's, or the waiting for what a resident was asked to add.
    fileprivate init(_ ground: String, in town: Town, _ sentences: Sentences) {
        self.ground = ground
        guard ground == Centre.Pause.supplement else {
            title = town.grounds.suspension.first { $0.code == ground }?.title
            return
        }
        let key = "rule-pause-supplement"
        title = Bilingual(
            zh: sentences.raw(key, in: .chinese) ?? ground,
            en: sentences.raw(key, in: .english) ?? ground
        )
    }
}

extension RuleLine.Extension {
    fileprivate init(_ rule: ExtensionRule) {
        maximum = rule.max
        times = rule.times
        askedBy = Role.holding(.askExtension)
        decidedBy = Role.holding(.decideExtension)
        consent = rule.consent.rawValue
        tellsResident = rule.tellsResident
    }
}

extension Role {
    fileprivate static func holding(_ right: Right) -> [String] {
        allCases.filter { $0.rights.contains(right) }.map(\.rawValue)
    }
}

/// A limit of law on which no clock of the centre runs.
struct OutsideRuleLine: Encodable, Sendable {
    let code: String
    let title: Bilingual
    let who: String
    let trigger: Bilingual
    let amount: Int
    let unit: String
    let rollOver: Bool
    let `extension`: Longer?
    let notCounted: Bilingual?
    let basis: RuleLine.Basis
    /// Whether the law was read, and not only remembered.
    let checked: Bool
    let validFrom: Day
    let version: Int

    struct Longer: Encodable, Sendable {
        let amount: Int
        let unit: String
    }

    init(_ limit: OutsideLimit) {
        code = limit.code
        title = limit.title
        who = limit.who.rawValue
        trigger = limit.trigger
        amount = limit.amount
        unit = limit.unit.rawValue
        rollOver = limit.rollOver
        `extension` = limit.extension.map { Longer(amount: $0.amount, unit: $0.unit.rawValue) }
        notCounted = limit.notCounted
        basis = RuleLine.Basis(limit.basis)
        checked = limit.isChecked
        validFrom = limit.validFrom
        version = limit.version
    }
}
