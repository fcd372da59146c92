/// What somebody does about a disputed duty, as the doors name it.
package enum RulingStep: String, CaseIterable, Sendable, Codable {
    case ask
    case passOn
    case rule
    case withdraw
    case retire

    package var right: Right {
        switch self {
        case .ask, .passOn, .withdraw: .assign
        case .rule, .retire: .ruleDuty
        }
    }

    /// Taken on a matter; all others on a ruling.
    package var isOnMatter: Bool { self == .ask }

    /// What has to be said with it.
    package var needs: [RulingSaid.Field] {
        switch self {
        case .ask: [.unit, .ruler, .words]
        case .passOn: [.ruler, .words]
        case .rule: [.unit, .reach, .words, .basis]
        case .withdraw, .retire: [.words]
        }
    }

    /// What may be said with it.
    package var accepts: [RulingSaid.Field] { self == .rule ? [.class, .replaces] : [] }
}

/// What is said with a step.
package struct RulingSaid: Sendable, Equatable {
    package enum Field: String, CaseIterable, Sendable {
        /// Who works meanwhile; with a ruling, who is competent.
        case unit
        case ruler
        case `class`
        case reach
        case words
        case basis
        case replaces
    }

    package var unit: ID<Unit>?
    package var ruler: ID<Officer>?
    package var classCode: String?
    package var reach: Ruling.Reach?
    package var words: String?
    package var basis: String?
    package var replaces: ID<Ruling>?

    package init(_ words: String? = nil) { self.words = words }

    package func has(_ field: Field) -> Bool {
        switch field {
        case .unit: unit != nil
        case .ruler: ruler != nil
        case .class: classCode != nil
        case .reach: reach != nil
        case .words: words != nil
        case .basis: basis != nil
        case .replaces: replaces != nil
        }
    }
}
