import Storage

/// One step of supervision (督办) on one unit's part of a matter, or on the centre's own dispatch
/// while nobody was given it: who has to answer for what, and where that stands.
///
/// It is never set: ``replay(_:)`` makes it from the matter's entries.
package struct SupervisionStep: Sendable, Equatable {
    package let id: ID<SupervisionStep>
    package let kind: Kind
    /// Nil, like the unit, where the centre's dispatch is asked.
    package let assignment: ID<Assignment>?
    package let unit: ID<Unit>?
    package var state: State
    /// A ground, or for a sign its rule, of the pack.
    package let ground: String
    /// Who decided on it; nil where a published rule found it.
    package let openedBy: ID<Officer>?
    package let openedAt: Moment
    /// Who last answered for the unit.
    package var answeredBy: ID<Officer>?
    /// The rungs of the ladder that were passed over.
    package let skipped: [Kind]
    /// Codes, days and figures of its own: the measure of a sign, the day of a talk, the leader.
    package var particulars: [String: String]
    /// Who led a case before another took it over.
    package var formerLeaders: [ID<Officer>] = []

    package enum Kind: String, Storable, CaseIterable, Codable {
        /// 催办
        case reminder
        /// 督办单
        case letter
        /// 黄牌
        case yellowCard
        /// 红牌
        case redCard
        /// 约谈
        case talk
        /// 限期整改
        case rectification
        /// 领导包案
        case leader
        /// A sign that a matter was closed on paper only.
        case sign
        /// A closed matter drawn for a second look (抽查复核).
        case recheck
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case issued
        case answered
        case sentBack
        case settled
        case withdrawn
    }

    package enum Move: String, CaseIterable, Sendable, Codable {
        case answer
        case accept
        case sendBack
        /// A card is taken down.
        case lift
        /// A talk, or a second look at a closed matter, with its record.
        case hold
        /// A meeting of the leader in charge, with its record.
        case meet
        /// Another leader takes the case over.
        case replace
        case withdraw
    }

    /// Whose turn it is.
    package enum Side: String, Storable, CaseIterable, Codable {
        case unit
        case centre
        case nobody
    }

    package var asksDispatch: Bool { assignment == nil }

    package var isOpen: Bool { state != .settled && state != .withdrawn }

    package var waits: Side {
        guard isOpen else { return .nobody }
        let moves = kind.procedure.machine.steps(from: state).map(\.step)
        return moves.contains(.answer) ? .unit : .centre
    }
}

extension SupervisionStep.Kind {
    package var procedure: SupervisionProcedure {
        switch self {
        case .reminder: .reminder
        case .letter: .letter
        case .yellowCard: .yellowCard
        case .redCard: .redCard
        case .talk: .talk
        case .rectification: .rectification
        case .leader: .leaderInCharge
        case .sign: .sign
        case .recheck: .recheck
        }
    }

    /// What an officer may open; the others are found by a rule or drawn.
    package static let opened: [Self] = [
        .reminder, .letter, .yellowCard, .redCard, .talk, .rectification, .leader,
    ]

    /// What the centre's own dispatch is asked with; the others are about a unit.
    package static let ofDispatch: [Self] = [.reminder, .letter]

    /// The rungs of the ladder, from the lowest; above them stands the listing (DOMAIN 3.5).
    package static let ladder: [Self] = [
        .reminder, .letter, .yellowCard, .redCard, .talk, .rectification,
    ]
}
