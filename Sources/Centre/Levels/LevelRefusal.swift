/// Why a matter does not change its level, or not like this.
package enum LevelRefusal: String, Refusal, CaseIterable {
    case matterOver = "level-of-ended-matter"
    /// Not accepted yet, or waiting for the resident: nobody works on it.
    case notInHand = "level-not-in-hand"
    case openAlready = "level-open-already"
    case over = "level-over"
    /// The matter is at the highest level this town knows.
    case highest = "level-highest"
    case lowest = "level-lowest"
    case notAbove = "level-not-above"
    case notBelow = "level-not-below"
    /// A unit proposes what it leads itself.
    case notLead = "level-not-lead"
    /// Whoever proposes does not decide.
    case proposerDecides = "level-proposer-decides"
    /// The lead has answered; what is answered is verified, not moved.
    case answered = "level-answered"
    /// Whose duty it is waits for a ruling.
    case disputed = "level-disputed"
    /// The lead goes above the street only as the director decides.
    case directorDecides = "level-director-decides"

    package var grade: RefusalGrade {
        switch self {
        case .openAlready, .over: .collision
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .notAbove, .notBelow, .directorDecides: "unit"
        default: nil
        }
    }
}
