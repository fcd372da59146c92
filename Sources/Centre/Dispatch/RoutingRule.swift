/// A line of the town's routing table: which unit takes what, and why that one.
package struct RoutingRule: Sendable, Equatable {
    package let code: String
    package let version: Int
    package let step: Step
    package let condition: Condition
    package let lead: Addressee
    package let assist: [Addressee]
    package let why: Bilingual

    package init(
        code: String,
        version: Int,
        step: Step,
        condition: Condition,
        lead: Addressee,
        assist: [Addressee] = [],
        why: Bilingual
    ) {
        self.code = code
        self.version = version
        self.step = step
        self.condition = condition
        self.lead = lead
        self.assist = assist
        self.why = why
    }

    /// The order in which rules are asked: the legal route goes before safety, safety before the
    /// table of classes, areas and units.
    package enum Step: String, Sendable, CaseIterable, Comparable {
        case legalRoute
        case safety
        case classAreaUnit

        private var order: Int {
            switch self {
            case .legalRoute: 0
            case .safety: 1
            case .classAreaUnit: 2
            }
        }

        package static func < (left: Self, right: Self) -> Bool { left.order < right.order }
    }

    /// What must be so.
    ///
    /// An empty list asks for nothing.
    package struct Condition: Sendable, Equatable {
        package let routes: [String]
        package let danger: Bool?
        package let flags: [String]
        /// Beginnings of class codes: `07` holds for `0701`.
        package let classes: [String]
        package let kinds: [String]
        package let items: [String]
        /// Codes of areas; one holds for everything under it.
        package let areas: [String]

        package init(
            routes: [String] = [],
            danger: Bool? = nil,
            flags: [String] = [],
            classes: [String] = [],
            kinds: [String] = [],
            items: [String] = [],
            areas: [String] = []
        ) {
            self.routes = routes
            self.danger = danger
            self.flags = flags
            self.classes = classes
            self.kinds = kinds
            self.items = items
            self.areas = areas
        }
    }
}

/// What is known of a matter when a unit is looked for.
package struct RoutingQuestion: Sendable, Equatable {
    package var route: String?
    package var danger = false
    package var flags: Set<String> = []
    package var classCode: String?
    package var kinds: Set<String> = []
    package var item: String?
    /// The codes of the matter's area and of those above it.
    package var areas: Set<String> = []
    /// The unit of the village the matter lies in.
    package var villageUnit: String?

    package init() {}
}

/// Which unit a rule names, and why.
///
/// A person confirms it or chooses otherwise.
package struct Suggestion: Sendable, Equatable {
    package let lead: String
    package let assist: [String]
    package let rule: String
    package let version: Int
    package let why: Bilingual

    /// The rule with its version, as an assignment keeps it: `WAGES/2`.
    package var ruleAndVersion: String { "\(rule)/\(version)" }
}

/// What the table answers.
package enum RoutingAnswer: Sendable, Equatable {
    case suggestion(Suggestion)
    case nobody(Reason)

    package enum Reason: String, Sendable, CaseIterable {
        case noRule = "routing-no-rule"
        /// Every rule that holds names a unit the matter is about.
        case conflictOfInterest = "routing-conflict-of-interest"
    }

    package var suggestion: Suggestion? {
        if case .suggestion(let suggestion) = self { return suggestion }
        return nil
    }
}
