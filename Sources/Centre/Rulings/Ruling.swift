import Storage

/// A ruling on whose duty a matter is (职责争议裁决): asked for where units say "not ours", given by
/// a named officer within its limit, and worked on meanwhile by a unit named at once (先办后议).
///
/// It is never set: ``Rulings/replay(_:)`` makes it from the matter's entries.
package struct Ruling: Sendable, Equatable {
    /// What shows that the duty is disputed.
    package enum Cause: String, Storable, CaseIterable, Codable {
        /// A unit has given the lead back for want of competence.
        case returned
        /// Two units have each named the other.
        case mutual
        /// A conference has met and nobody leads.
        case conference
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case open
        case given
        case withdrawn
    }

    /// Whether it is followed in like matters.
    package enum Standing: String, Storable, CaseIterable, Codable {
        case inForce
        case withdrawn
        /// A later ruling says otherwise.
        case replaced
    }

    /// How far it holds beyond its own matter.
    package enum Reach: String, CaseIterable, Sendable, Codable {
        case town
        /// It was about the place: it holds in that village.
        case village
    }

    /// What was ruled.
    package struct Verdict: Sendable, Equatable {
        package let unit: ID<Unit>
        package let classCode: String
        /// The village it holds in; nil for the whole town.
        package let area: ID<Area>?
        package let at: Moment
        /// Under which the reason and the basis lie sealed.
        let words: String
        let basis: String
    }

    package let id: ID<Ruling>
    package let cause: Cause
    /// The units that gave the matter back, and those they named.
    package let parties: [ID<Unit>]
    /// Who works on it until it is ruled.
    package let provisional: ID<Unit>
    package let askedAt: Moment
    /// The only officer who rules.
    package internal(set) var ruler: ID<Officer>
    package internal(set) var state = State.open
    package internal(set) var verdict: Verdict?
    package internal(set) var standing: Standing?
    /// The ruling that replaced it.
    package internal(set) var replacedBy: ID<Ruling>?
}

/// All rulings asked for in one matter, oldest first.
package struct Rulings: Sendable, Equatable {
    package internal(set) var all: [Ruling] = []

    package init() {}

    package var open: Ruling? { all.first { $0.state == .open } }

    package func ruling(_ id: ID<Ruling>) -> Ruling? { all.first { $0.id == id } }

    /// Whoever works meanwhile, or was ruled competent last, does not give the matter back.
    package func checkReturn(by unit: ID<Unit>) throws(RulingRefusal) {
        if let open, open.provisional == unit { throw .openNotReturned }
        let last = all.last { $0.state == .given }
        if last?.verdict?.unit == unit { throw .ruledNotReturned }
    }
}
