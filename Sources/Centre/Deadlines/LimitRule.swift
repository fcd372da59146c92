import Storage

/// A limit as the town's pack states it: which acts start and end it, how much time there is, and
/// the law or local rule it rests on.
package struct LimitRule: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let subject: LimitSubject
    package let starts: [Act]
    package let ends: [Act]
    package let amount: Int
    package let unit: LimitUnit
    /// The last day moves to the next working day when it is none (民法典 Art 203).
    package let rollOver: Bool
    package let condition: LimitCondition
    /// The grounds on which a suspension stops this limit; any other leaves it running.
    package let pause: [String]
    package let `extension`: ExtensionRule?
    /// The limits of the same matter, or of the same subject, that this step never outlives.
    package let within: [String]
    package let basis: LegalBasis
    package let validFrom: Day
    package let version: Int

    package init(
        code: String,
        title: Bilingual,
        subject: LimitSubject,
        starts: [Act],
        ends: [Act],
        amount: Int,
        unit: LimitUnit,
        rollOver: Bool = false,
        condition: LimitCondition = .always,
        pause: [String] = [],
        extension: ExtensionRule? = nil,
        within: [String] = [],
        basis: LegalBasis,
        validFrom: Day,
        version: Int = 1
    ) {
        self.code = code
        self.title = title
        self.subject = subject
        self.starts = starts
        self.ends = ends
        self.amount = amount
        self.unit = unit
        self.rollOver = rollOver
        self.condition = condition
        self.pause = pause
        self.extension = `extension`
        self.within = within
        self.basis = basis
        self.validFrom = validFrom
        self.version = version
    }
}

/// Whose time runs: a resident's concern, the matter, one unit's part in it, or one step of
/// supervision.
package enum LimitSubject: String, Storable, CaseIterable, Codable {
    case concern
    case matter
    case assignment
    case step
}

extension LimitSubject {
    /// Whose time is a certain unit's, wherever the matter goes.
    static let ofUnits: [LimitSubject] = [.assignment, .step]
}

/// Which concerns, matters and assignments a limit is for.
///
/// An empty list asks for nothing; a list with something in it is not met by what is unknown.
package struct LimitCondition: Sendable, Equatable {
    package let kinds: [String]
    package let routes: [String]
    /// Beginnings of dispute class codes: `07` holds for `0701`.
    package let classes: [String]
    package let channels: [String]
    /// `lead` or `assist`.
    package let roles: [String]
    package let urgencies: [String]

    package init(
        kinds: [String] = [],
        routes: [String] = [],
        classes: [String] = [],
        channels: [String] = [],
        roles: [String] = [],
        urgencies: [String] = []
    ) {
        self.kinds = kinds
        self.routes = routes
        self.classes = classes
        self.channels = channels
        self.roles = roles
        self.urgencies = urgencies
    }

    package static let always = LimitCondition()
}

/// How far a limit may be extended, all extensions together, in the limit's own unit.
package struct ExtensionRule: Sendable, Equatable {
    package let max: Int
    /// How often.
    package let times: Int
    package let consent: Consent
    /// The resident is told the new date and the reason.
    package let tellsResident: Bool

    /// Whose yes it takes: a leader's (信访工作条例 Art 34), or that of the parties
    /// themselves (人民调解工作若干规定 Art 36).
    package enum Consent: String, Storable, CaseIterable, Codable {
        case leader
        case parties
    }

    package init(
        max: Int,
        times: Int = 1,
        consent: Consent = .leader,
        tellsResident: Bool = true
    ) {
        self.max = max
        self.times = times
        self.consent = consent
        self.tellsResident = tellsResident
    }
}

/// What a limit rests on: a law and its article, or the town's own published rule, whose `article`
/// may be empty; `text` is the wording itself, where it helps.
package struct LegalBasis: Sendable, Equatable {
    package let law: Bilingual
    package let article: String
    package let text: String

    package init(law: Bilingual, article: String, text: String = "") {
        self.law = law
        self.article = article
        self.text = text
    }

    /// As cited on paper: 《信访工作条例》第34条.
    package var citation: Bilingual {
        guard !article.isEmpty else { return Bilingual(zh: "《\(law.zh)》", en: law.en) }
        return Bilingual(zh: "《\(law.zh)》第\(article)条", en: "\(law.en), Art. \(article)")
    }
}
