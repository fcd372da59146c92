/// Why a duty is not ruled on, or not like this.
package enum RulingRefusal: String, Refusal, CaseIterable {
    /// No unit has given the lead back for want of competence, and no conference ended without one.
    case nothingDisputed = "ruling-nothing-disputed"
    case openAlready = "ruling-open-already"
    case matterOver = "ruling-of-ended-matter"
    /// Whoever asks does not rule.
    case rulerAsks = "ruling-ruler-asks"
    /// Nobody rules on the duties of the own unit.
    case rulerOfParty = "ruling-ruler-of-party"
    case rulerSame = "ruling-ruler-same"
    /// Only the officer who was named rules.
    case notRuler = "ruling-not-ruler"
    case over = "ruling-over"
    /// It holds for the matter's class or one above it.
    case classUnfit = "ruling-class-unfit"
    case placeUnknown = "ruling-place-unknown"
    /// A precedent in force says otherwise: it is followed, or named as replaced.
    case contradictsPrecedent = "ruling-contradicts-precedent"
    case replacesUnfit = "ruling-replaces-unfit"
    case notInForce = "ruling-not-in-force"
    case openNotReturned = "ruling-open-not-returned"
    case ruledNotReturned = "ruling-ruled-not-returned"

    package var grade: RefusalGrade {
        switch self {
        case .openAlready, .over, .notInForce: .collision
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .rulerAsks, .rulerOfParty, .rulerSame: "ruler"
        case .classUnfit: "class"
        case .placeUnknown: "reach"
        case .contradictsPrecedent, .replacesUnfit: "replaces"
        default: nil
        }
    }
}
