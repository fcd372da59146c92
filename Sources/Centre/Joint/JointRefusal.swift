/// Why joint handling is not taken a move on.
package enum JointRefusal: String, Refusal, CaseIterable {
    case openAlready = "joint-open-already"
    case notOpen = "joint-not-open"
    /// It takes a lead and one unit beside it.
    case partsMissing = "joint-parts-missing"
    case matterOver = "joint-of-ended-matter"
    /// A matter is not closed, refused or laid to rest while it is handled jointly.
    case stillOpen = "joint-still-open"
    case unitsTooFew = "joint-units-too-few"
    case notInvited = "joint-not-invited"
    case meetingCalledOff = "joint-meeting-called-off"
    case meetingOver = "joint-meeting-over"
    case meetingAhead = "joint-meeting-ahead"
    case meetingNotHeld = "joint-meeting-not-held"
    case meetingsOpen = "joint-meetings-open"
    case dayPast = "joint-day-past"
    case daySame = "joint-day-same"
    /// Only a unit at the table promises.
    case unitNotAtTable = "joint-unit-not-at-table"
    case pledgeOver = "joint-pledge-over"
    case pledgesOpen = "joint-pledges-open"
    case nothingAsked = "joint-nothing-asked"
    /// The lead puts the draft round, and nobody else.
    case notLead = "joint-not-lead"
    case signOffMissing = "joint-sign-off-missing"
    case notAsked = "joint-sign-off-not-asked"
    case signedAlready = "joint-signed-already"
    case noObjection = "joint-no-objection"
    case objectionOpen = "joint-objection-open"
    case followUpOver = "joint-follow-up-over"
    /// Only a matter that is closed and not filed is opened again.
    case notReopenable = "joint-not-reopenable"
    /// Nobody ticks the presence of the own unit.
    case ownUnit = "joint-own-unit"

    package var grade: RefusalGrade {
        switch self {
        case .openAlready, .signedAlready, .meetingOver, .pledgeOver, .followUpOver: .collision
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .unitsTooFew: "units"
        case .dayPast, .daySame: "day"
        case .unitNotAtTable: "unit"
        default: nil
        }
    }
}
