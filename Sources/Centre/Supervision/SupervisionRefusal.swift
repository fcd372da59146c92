/// Why a step of supervision is not taken.
package enum SupervisionRefusal: String, Refusal, CaseIterable {
    /// A unit does not supervise itself, whatever other post its people hold.
    case ownUnit = "supervises-own-unit"
    case handler = "handler-supervises"
    /// Who closed a matter does not look at it again.
    case closer = "closer-rechecks"
    /// A rung of the ladder is passed over only with a reason.
    case skipUnexplained = "supervision-skip-unexplained"
    /// A step of this kind is open with the unit already.
    case openAlready = "supervision-open-already"
    /// The order is not judged by who gave it.
    case judgedByDecider = "supervision-judged-by-decider"
    case judgedByLeader = "leader-judges-own-case"
    case leaderFromUnit = "leader-also-responsible"
    case dayPast = "supervision-day-past"
    case dayMissing = "supervision-day-missing"
    case leaderSame = "leader-leads-already"
    /// A step that is about a unit, where nobody was given the matter.
    case unitMissing = "supervision-needs-a-unit"
    /// Units have parts of the matter: one of them is asked, and not the dispatch.
    case partsGiven = "supervision-names-no-part"
    case resultMissing = "leader-result-missing"
    case findingMissing = "recheck-finding-missing"
    /// The matter rests; the one it is linked to is supervised.
    case matterRests = "supervision-of-resting-matter"

    package var grade: RefusalGrade {
        switch self {
        case .openAlready: .collision
        case .dayMissing, .resultMissing, .findingMissing: .malformed
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .skipUnexplained: "skipReason"
        case .dayPast, .dayMissing: "day"
        case .leaderFromUnit: "responsible"
        case .leaderSame: "leader"
        case .partsGiven: "assignment"
        case .resultMissing: "result"
        case .findingMissing: "finding"
        case .ownUnit, .handler, .closer, .openAlready, .judgedByDecider, .judgedByLeader,
            .matterRests, .unitMissing:
            nil
        }
    }
}

/// Words that promise a person's silence instead of a result.
package struct SilenceRefusal: Refusal, Equatable {
    package let formula: String

    package init(formula: String) {
        self.formula = formula
    }

    package var word: String { "silence-is-no-result" }
    package var field: String? { "words" }
    package var particulars: [String: String] { ["formula": formula] }
}
