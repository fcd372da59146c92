/// One move of joint handling, as an entry tells it.
///
/// Words stand beside it, sealed.
package enum JointMove: Sendable, Equatable {
    case open
    /// Forced where the matter ends: what is open lapses.
    case end(isForced: Bool)
    case callMeeting(ID<JointMeeting>, at: Moment, units: [ID<Unit>])
    case attend(ID<JointMeeting>, ID<Unit>, JointMeeting.Presence)
    case hold(ID<JointMeeting>)
    case callOff(ID<JointMeeting>)
    case decide(ID<JointMeeting>)
    case pledge(ID<Pledge>, ID<Unit>, due: Day, at: ID<JointMeeting>?)
    case keep(ID<Pledge>, ID<Attachment>?)
    case askDay(ID<Pledge>, Day)
    case moveDay(ID<Pledge>, Day)
    case keepDay(ID<Pledge>)
    case release(ID<Pledge>)
    case askSignOff([ID<Unit>])
    case sign(ID<Unit>)
    case object(ID<Unit>)
    case rule(ID<Unit>, isUpheld: Bool)
    case follow(ID<FollowUp>, ID<Unit>?, due: Day, everyDays: Int)
    case answer(ID<FollowUp>, Bool, again: Day?)
    case endFollowUp(ID<FollowUp>)
}

extension JointWork {
    /// Takes the handling a move on, or says why not and changes nothing.
    package mutating func take(_ move: JointMove, at: Moment, in offset: TimeOffset) throws {
        let today = at.day(in: offset)
        switch move {
        case .open:
            guard !isOpen else { throw JointRefusal.openAlready }
            isOpen = true
        case .end(let isForced): try end(isForced: isForced)
        case .callMeeting, .attend, .hold, .callOff, .decide: try meet(move, at: at)
        case .pledge, .keep, .askDay, .moveDay, .keepDay, .release:
            try takePledge(move, on: today)
        case .askSignOff, .sign, .object, .rule: try takeSignOff(move)
        case .follow, .answer, .endFollowUp: try takeFollowUp(move, on: today)
        }
    }

    /// Handling ends when nothing of it is open, or with its matter.
    private mutating func end(isForced: Bool) throws(JointRefusal) {
        guard isOpen else { throw .notOpen }
        if !isForced { try checkSettled() }
        for place in pledges.indices where pledges[place].state == .open {
            pledges[place].state = .lapsed
        }
        for place in meetings.indices where meetings[place].state == .called {
            meetings[place].state = .calledOff
        }
        signOff = nil
        isOpen = false
    }

    /// Nothing promised, called or objected to is left open.
    package func checkSettled() throws(JointRefusal) {
        guard !pledges.contains(where: { $0.state == .open }) else { throw .pledgesOpen }
        guard !meetings.contains(where: { $0.state == .called }) else { throw .meetingsOpen }
        let isObjected = signOff?.parts.contains { $0.state == .objected } ?? false
        guard !isObjected else { throw .objectionOpen }
    }

    /// The lead's answer waits until each of the units has signed it; without them handling is
    /// not ended to have the answer accepted.
    package func checkSigned(by units: Set<ID<Unit>>) throws(JointRefusal) {
        guard isOpen, !units.isEmpty else { return }
        guard let signOff, signOff.covers(units) else { throw .signOffMissing }
    }
}
