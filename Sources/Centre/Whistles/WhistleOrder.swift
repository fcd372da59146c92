/// A whistle as somebody decides to blow it.
package struct WhistleOrder: Sendable, Equatable {
    package let kind: String
    package let ground: String
    /// What has happened, and why it takes these units.
    package let reason: String
    /// Where the table meets, or by which link.
    package let place: String
    /// When; nil for at once.
    package let meetsAt: Moment?
    package let calls: [Call]

    /// One unit, and what it is needed for.
    package struct Call: Sendable, Equatable {
        package let unit: ID<Unit>
        package let purpose: String

        package init(unit: ID<Unit>, purpose: String) {
            self.unit = unit
            self.purpose = purpose
        }
    }

    package init(
        kind: String,
        ground: String,
        reason: String,
        place: String,
        meetsAt: Moment?,
        calls: [Call]
    ) {
        self.kind = kind
        self.ground = ground
        self.reason = reason
        self.place = place
        self.meetsAt = meetsAt
        self.calls = calls
    }
}

/// What is said with a move of one unit's part.
package struct WhistleWords: Sendable, Equatable {
    /// The reason of a refusal or an absence, what was done, why a ruling is so.
    package let words: String?
    package let presence: WhistleCall.Presence?

    package init(_ words: String? = nil, presence: WhistleCall.Presence? = nil) {
        self.words = words
        self.presence = presence
    }
}

extension WhistleCall.Move {
    /// Whether it is nothing without words.
    package var needsWords: Bool {
        switch self {
        case .decline, .stayAway, .markAbsent, .finish, .excuse, .uphold, .withdraw: true
        case .see, .come, .arrive, .markPresent, .rise: false
        }
    }

    package var needsPresence: Bool { self == .arrive || self == .markPresent }

    /// Whose move it is at any time; nil where that hangs on the state, and for the house itself.
    package var right: Right? {
        switch self {
        case .see, .come, .decline, .arrive, .stayAway, .finish: .answerWhistle
        case .markPresent, .markAbsent, .withdraw: .whistle
        case .excuse, .uphold, .rise: nil
        }
    }
}
