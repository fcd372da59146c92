import Storage

/// Two units exchange their turns: the one asks, the other agrees, the centre approves.
package struct SittingSwap: Sendable, Equatable {
    package let id: ID<SittingSwap>
    /// The turn of the unit that asks.
    package let asked: ID<Sitting>
    package let other: ID<Sitting>
    package let askingUnit: ID<Unit>
    package let otherUnit: ID<Unit>
    package var state: State

    package enum State: String, Storable, CaseIterable, Codable {
        case asked
        case agreed
        case approved
        case declined
        case withdrawn

        package var isOpen: Bool { self == .asked || self == .agreed }
    }

    package enum Step: String, CaseIterable, Sendable, Codable {
        case agree
        case refuse
        case withdraw
        case approve
        case decline

        var act: Act {
            switch self {
            case .agree: .swapAgreed
            case .refuse, .decline: .swapDeclined
            case .withdraw: .swapWithdrawn
            case .approve: .swapApproved
            }
        }

        /// Who takes it: the unit that asked, the other one, or the centre.
        package var side: Side {
            switch self {
            case .agree, .refuse: .other
            case .withdraw: .asking
            case .approve, .decline: .centre
            }
        }
    }

    package enum Side: Sendable {
        case asking
        case other
        case centre
    }

    package static let machine = Machine<State, Step>(transitions: [
        .init(.asked, .agree, .agreed, by: .swapSittings),
        .init(.asked, .refuse, .declined, by: .swapSittings),
        .init(.asked, .withdraw, .withdrawn, by: .swapSittings),
        .init(.asked, .decline, .declined, by: .keepRota),
        .init(.agreed, .withdraw, .withdrawn, by: .swapSittings),
        .init(.agreed, .approve, .approved, by: .keepRota),
        .init(.agreed, .decline, .declined, by: .keepRota),
    ])
}

extension SittingSwap {
    /// What the entries of the asked sitting say of this swap.
    static func state(_ id: ID<SittingSwap>, after entries: [Entry]) -> State? {
        entries.filter { $0.facts["swap"] == id.description }.reduce(nil) { state, entry in
            switch entry.act {
            case .swapAsked: .asked
            case .swapAgreed: .agreed
            case .swapDeclined: .declined
            case .swapWithdrawn: .withdrawn
            case .swapApproved: .approved
            default: state
            }
        }
    }

    /// The two turns can be exchanged: both ahead, of two units, neither of which would then sit at
    /// two seats at once or come when it cannot.
    /// - Parameters:
    ///   - busy: who sits elsewhere on the half-day, beside these two sittings.
    ///   - away: who has said that it cannot come then.
    static func check(
        _ asked: Sitting,
        _ other: Sitting,
        at now: Moment,
        in offset: TimeOffset,
        busy: (HalfDay) throws -> Set<ID<Unit>>,
        away: (HalfDay) throws -> Set<ID<Unit>>
    ) throws {
        guard asked.published, other.published else { throw SwapRefusal.notPublished }
        try asked.checkOpen(at: now, in: offset)
        try other.checkOpen(at: now, in: offset)
        guard let unit = asked.place.unit, let partner = other.place.unit else {
            throw SwapRefusal.nobodyThere
        }
        guard unit != partner else { throw SwapRefusal.sameUnit }
        guard asked.halfDay != other.halfDay else { throw SwapRefusal.sameHalfDay }
        let (there, here) = (try busy(other.halfDay), try busy(asked.halfDay))
        guard !there.contains(unit), !here.contains(partner) else { throw SwapRefusal.busyThere }
        guard try !away(other.halfDay).contains(unit), try !away(asked.halfDay).contains(partner)
        else { throw SwapRefusal.cannotCome }
    }
}

package enum SwapRefusal: String, Refusal, CaseIterable {
    case notPublished = "swap-not-published"
    case nobodyThere = "swap-nobody-there"
    case sameUnit = "swap-same-unit"
    case sameHalfDay = "swap-same-half-day"
    case busyThere = "swap-busy-there"
    case cannotCome = "swap-cannot-come"
    /// One of the turns waits in another swap.
    case openAlready = "swap-open-already"
    /// One of the turns went to somebody else meanwhile.
    case stale = "swap-stale"

    package var grade: RefusalGrade { self == .openAlready ? .collision : .ruledOut }

    package var field: String? {
        switch self {
        case .sameUnit, .sameHalfDay, .nobodyThere, .busyThere, .cannotCome: "other"
        case .notPublished, .openAlready, .stale: nil
        }
    }
}
