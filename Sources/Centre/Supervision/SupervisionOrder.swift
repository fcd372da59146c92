/// A step as somebody decides on it: of which kind, with whom, on which ground, and what is asked
/// of the unit.
package struct SupervisionOrder: Sendable, Equatable {
    package let kind: SupervisionStep.Kind
    /// The part whose unit is asked; nil for the centre's own dispatch.
    package let assignment: ID<Assignment>?
    package let ground: String
    package let words: String
    /// Why rungs of the ladder are passed over, where they are.
    package let skipReason: String?
    /// The day of a talk.
    package let day: Day?
    package let leader: LeaderInCharge?

    package init(
        kind: SupervisionStep.Kind,
        assignment: ID<Assignment>?,
        ground: String,
        words: String,
        skipReason: String? = nil,
        day: Day? = nil,
        leader: LeaderInCharge? = nil
    ) {
        self.kind = kind
        self.assignment = assignment
        self.ground = ground
        self.words = words
        self.skipReason = skipReason
        self.day = day
        self.leader = leader
    }
}

/// What is said with a move of a step.
package struct SupervisionWords: Sendable, Equatable {
    package let words: String
    /// Of a leader's case, when it is reported.
    package let result: LeaderResult?
    /// Of a second look.
    package let finding: RecheckFinding?
    /// Who takes a leader's case over.
    package let leader: ID<Officer>?
    /// Until when it is promised anew; nil keeps the promise.
    package let promised: Day?

    package init(
        _ words: String,
        result: LeaderResult? = nil,
        finding: RecheckFinding? = nil,
        leader: ID<Officer>? = nil,
        promised: Day? = nil
    ) {
        self.leader = leader
        self.promised = promised
        self.words = words
        self.result = result
        self.finding = finding
    }
}
