import Storage

/// Who sits at the rotating seats of the hall in some days: drafted, edited, then published by the
/// director; from then on it changes by swaps or by hand with a reason.
package struct Rota: Sendable, Equatable {
    package let id: ID<Rota>
    package let from: Day
    /// The last day, which counts.
    package let to: Day
    /// Over how many weeks the demand was counted.
    package let weeks: Int
    package let state: State

    package enum State: String, Storable, CaseIterable, Codable {
        case draft
        case published
        case discarded
    }

    package enum Step: String, CaseIterable, Sendable {
        case publish
        case discard

        var act: Act { self == .publish ? .rotaPublished : .rotaDiscarded }
    }

    package static let machine = Machine<State, Step>(transitions: [
        .init(.draft, .publish, .published, by: .publishRota),
        .init(.draft, .discard, .discarded, by: .keepRota),
    ])
}

extension Rota {
    /// What the entries say: a draft until one tells of more.
    static func state(after entries: [Entry]) -> State {
        entries.reduce(.draft) { state, entry in
            switch entry.act {
            case .rotaPublished: .published
            case .rotaDiscarded: .discarded
            default: state
            }
        }
    }
}

/// The days a rota is asked for.
package struct RotaOrder: Sendable, Equatable {
    package let from: Day
    package let to: Day

    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    func check(_ rules: RotaRules, today: Day) throws(RotaRefusal) {
        guard from <= to else { throw .endsBeforeItBegins }
        guard from >= today else { throw .beginsInThePast }
        guard to.number - from.number < rules.mostDays else { throw .tooLong }
    }
}

/// Why a rota or a sitting is not made or changed.
package enum RotaRefusal: String, Refusal, CaseIterable {
    case endsBeforeItBegins = "rota-ends-before-it-begins"
    case beginsInThePast = "rota-begins-in-the-past"
    case tooLong = "rota-too-long"
    /// There is no seat that rotates, or no unit that takes turns.
    case nobodyRotates = "rota-nobody-rotates"
    case noWorkingDay = "rota-no-working-day"
    /// One rota holds at a time.
    case overlaps = "rota-overlaps"
    /// What was is not changed afterwards.
    case past = "sitting-past"
    case reasonMissing = "sitting-reason-missing"
    /// A unit sits at one seat at a time.
    case sitsAlready = "sitting-unit-sits-already"
    case cannotCome = "sitting-unit-cannot-come"
    case officerOfOtherUnit = "sitting-officer-of-other-unit"
    case substituteIsOfficer = "sitting-substitute-is-officer"
    /// Of nobody a person is named.
    case nobodyNamed = "sitting-of-nobody"
    case discarded = "rota-is-discarded"
    /// The centre ticks a seat on its half-day.
    case notNow = "seat-not-now"
    case takenAlready = "seat-taken-already"

    package var grade: RefusalGrade {
        switch self {
        case .endsBeforeItBegins, .reasonMissing: .malformed
        case .overlaps, .takenAlready: .collision
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .endsBeforeItBegins, .tooLong, .noWorkingDay: "to"
        case .beginsInThePast: "from"
        case .reasonMissing: "reason"
        case .sitsAlready, .cannotCome: "unit"
        case .officerOfOtherUnit, .nobodyNamed: "officer"
        case .substituteIsOfficer: "substitute"
        case .nobodyRotates, .overlaps, .past, .discarded, .notNow, .takenAlready: nil
        }
    }
}
