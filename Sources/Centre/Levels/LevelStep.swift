/// What somebody does to move a matter between levels, as the doors name it.
package enum LevelStep: String, CaseIterable, Sendable, Codable {
    case propose
    case approve
    case decline
    case withdraw
    case sendDown

    package var right: Right {
        switch self {
        case .propose, .withdraw: .proposeEscalation
        case .approve, .decline: .decideEscalation
        case .sendDown: .assign
        }
    }

    /// Taken on a matter; all others on a proposal.
    package var isOnMatter: Bool { self == .propose || self == .sendDown }

    /// What has to be said with it.
    package var needs: [LevelSaid.Field] {
        switch self {
        case .propose, .sendDown: [.unit, .reason, .words]
        case .decline, .withdraw: [.words]
        case .approve: []
        }
    }

    /// What may be said with it: the director may choose another unit of a higher level.
    package var accepts: [LevelSaid.Field] { self == .approve ? [.unit, .words] : [] }
}

/// What is said with a step.
package struct LevelSaid: Sendable, Equatable {
    package enum Field: String, CaseIterable, Sendable {
        case unit
        /// A ground of the pack.
        case reason
        case words
    }

    package var unit: ID<Unit>?
    package var reason: String?
    package var words: String?

    package init(_ words: String? = nil) { self.words = words }

    package func has(_ field: Field) -> Bool {
        switch field {
        case .unit: unit != nil
        case .reason: reason != nil
        case .words: words != nil
        }
    }
}
