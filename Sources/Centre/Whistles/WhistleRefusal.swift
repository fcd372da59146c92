/// Why a whistle is not blown, or a part in it not taken a move on.
package enum WhistleRefusal: String, Refusal, CaseIterable {
    /// Its ground asks for more units at one table.
    case unitsTooFew = "whistle-units-too-few"
    case unitsTooMany = "whistle-units-too-many"
    case unitCalledAlready = "whistle-unit-called-already"
    /// The ground does not go with that kind of whistle.
    case kindUnfit = "whistle-kind-unfit"
    case meetingPast = "whistle-meeting-past"
    case matterOver = "whistle-of-ended-matter"
    /// Every part has ended; a new need is a new whistle.
    case over = "whistle-over"
    /// A matter is not closed, refused or laid to rest while units are called for it.
    case stillOpen = "whistle-still-open"
    /// The director has ruled that the call stands.
    case upheld = "whistle-upheld"
    /// Nobody rules on the own unit, or ticks its presence.
    case ownUnit = "whistle-own-unit"
    case notOver = "whistle-not-over"
    case judgedAlready = "whistle-judged-already"
    /// The call was taken back: there is nothing to say of the unit.
    case nothingToJudge = "whistle-nothing-to-judge"
    case presenceMissing = "whistle-presence-missing"
    case limitMissing = "whistle-limit-missing"
    case notDueYet = "whistle-not-due-yet"

    package var grade: RefusalGrade {
        switch self {
        case .unitCalledAlready, .judgedAlready: .collision
        case .presenceMissing: .malformed
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .unitsTooFew, .unitsTooMany, .unitCalledAlready: "calls"
        case .kindUnfit: "kind"
        case .meetingPast: "meetsAt"
        case .presenceMissing: "presence"
        case .matterOver, .over, .stillOpen, .upheld, .ownUnit, .notOver, .judgedAlready,
            .nothingToJudge, .limitMissing, .notDueYet:
            nil
        }
    }
}
