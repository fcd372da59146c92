extension JointWork {
    mutating func meet(_ move: JointMove, at now: Moment) throws {
        switch move {
        case .callMeeting(let id, let at, let units):
            guard isOpen else { throw JointRefusal.notOpen }
            guard units.count >= 2 else { throw JointRefusal.unitsTooFew }
            meetings.append(JointMeeting(id: id, at: at, units: units))
        case .attend(let id, let unit, let presence):
            try change(id) { meeting throws(JointRefusal) in
                guard meeting.units.contains(unit) else { throw .notInvited }
                guard meeting.state != .calledOff else { throw .meetingCalledOff }
                meeting.presence[unit] = presence
            }
        case .hold(let id):
            try change(id) { meeting throws(JointRefusal) in
                guard meeting.state == .called else { throw .meetingOver }
                guard meeting.at <= now else { throw .meetingAhead }
                meeting.state = .held
            }
        case .callOff(let id):
            try change(id) { meeting throws(JointRefusal) in
                guard meeting.state == .called else { throw .meetingOver }
                meeting.state = .calledOff
            }
        case .decide(let id):
            try change(id) { meeting throws(JointRefusal) in
                guard meeting.state == .held else { throw .meetingNotHeld }
                meeting.decisions += 1
            }
        default: break
        }
    }

    private mutating func change(
        _ id: ID<JointMeeting>,
        _ body: (inout JointMeeting) throws(JointRefusal) -> Void
    ) throws {
        guard let place = meetings.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        guard isOpen else { throw JointRefusal.notOpen }
        try body(&meetings[place])
    }
}
