import Storage

/// Joint handling (联合办理) of one matter: one unit leads, several work side by side, and what they
/// agree on at the table is promised by a unit, with a day, and kept or not.
///
/// A value with pure rules. It is never set: ``replay(_:in:)`` makes it from the matter's entries.
/// Its watch tasks (跟踪) go on when the handling has ended and the matter is closed.
package struct JointWork: Sendable, Equatable {
    package internal(set) var isOpen = false
    /// In the order in which they were called.
    package internal(set) var meetings: [JointMeeting] = []
    package internal(set) var pledges: [Pledge] = []
    /// The round in which the units sign the lead's draft; nil while none is asked for, and after
    /// the reply was sent back.
    package internal(set) var signOff: SignOff?
    package internal(set) var followUps: [FollowUp] = []

    package init() {}

    package func meeting(_ id: ID<JointMeeting>) -> JointMeeting? {
        meetings.first { $0.id == id }
    }

    package func pledge(_ id: ID<Pledge>) -> Pledge? { pledges.first { $0.id == id } }

    package func followUp(_ id: ID<FollowUp>) -> FollowUp? { followUps.first { $0.id == id } }

    /// Every unit that sits at the table, has promised something or is asked afterwards.
    package var units: Set<ID<Unit>> {
        var units = Set(meetings.flatMap(\.units)).union(pledges.map(\.unit))
        units.formUnion(followUps.compactMap(\.unit))
        return units
    }
}

/// A meeting of the units on one matter (联席会议、协调会).
package struct JointMeeting: Sendable, Equatable {
    package enum State: String, Storable, CaseIterable, Codable {
        case called
        case held
        case calledOff
    }

    /// How a unit sat at the table.
    ///
    /// It is the unit's, not a person's.
    package enum Presence: String, Storable, CaseIterable, Codable {
        case site
        case link
        case absent
    }

    package let id: ID<JointMeeting>
    package let at: Moment
    package let units: [ID<Unit>]
    package internal(set) var state = State.called
    package internal(set) var presence: [ID<Unit>: Presence] = [:]
    package internal(set) var decisions = 0
}

/// What a unit promises at the table (承诺事项): by when, and with which evidence.
///
/// Not to be confused with a ``Promise``, which is made to a resident.
package struct Pledge: Sendable, Equatable {
    package enum State: String, Storable, CaseIterable, Codable {
        case open
        case kept
        case released
        /// The matter ended before it was kept.
        case lapsed
    }

    package let id: ID<Pledge>
    package let unit: ID<Unit>
    package let meeting: ID<JointMeeting>?
    package internal(set) var due: Day
    package internal(set) var state = State.open
    package internal(set) var keptOn: Day?
    /// Days it had before it was moved by agreement.
    package internal(set) var formerDays: [Day] = []
    /// The day the unit asks for.
    package internal(set) var askedDay: Day?

    /// From the day after its own, whether or not somebody looked.
    package func isMissed(on today: Day) -> Bool { state == .open && due < today }

    package var isKeptLate: Bool { keptOn.map { $0 > due } ?? false }
}

/// All units sign the lead's draft (会签), or object and are ruled on by the director.
package struct SignOff: Sendable, Equatable {
    package enum State: String, Storable, CaseIterable, Codable {
        case asked
        case signed
        case objected
        /// The director has ruled that the draft stands.
        case overruled
        /// The director has ruled for the unit: the draft is written anew.
        case upheld
    }

    package struct Part: Sendable, Equatable {
        package let unit: ID<Unit>
        package internal(set) var state = State.asked
    }

    package internal(set) var parts: [Part]

    /// Whether each of these units has signed, or was ruled on.
    package func covers(_ units: Set<ID<Unit>>) -> Bool {
        let done = parts.filter { $0.state == .signed || $0.state == .overruled }.map(\.unit)
        return units.isSubset(of: done) && !parts.contains { $0.state == .upheld }
    }
}

/// A question that is asked again after the matter is closed (跟踪事项).
///
/// Is the certificate issued, is the last instalment paid?
package struct FollowUp: Sendable, Equatable {
    package let id: ID<FollowUp>
    /// Who answers; nil for the centre itself.
    package let unit: ID<Unit>?
    /// After how many days it is asked again, as long as the answer is no.
    package let everyDays: Int
    package internal(set) var due: Day
    package internal(set) var isOpen = true
    /// The last answer.
    package internal(set) var answer: Bool?

    package func isDue(on today: Day) -> Bool { isOpen && due <= today }
}
