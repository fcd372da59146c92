extension JointWork {
    mutating func takePledge(_ move: JointMove, on today: Day) throws {
        switch move {
        case .pledge(let id, let unit, let due, let meeting):
            try promise(Pledge(id: id, unit: unit, meeting: meeting, due: due), on: today)
        case .keep(let id, _):
            try change(id) { pledge throws(JointRefusal) in
                pledge.state = .kept
                pledge.keptOn = today
            }
        case .askDay(let id, let day):
            try change(id) { pledge throws(JointRefusal) in
                try pledge.checkDay(day, on: today)
                pledge.askedDay = day
            }
        case .moveDay(let id, let day):
            try change(id) { pledge throws(JointRefusal) in
                try pledge.checkDay(day, on: today)
                pledge.formerDays.append(pledge.due)
                pledge.due = day
                pledge.askedDay = nil
            }
        case .keepDay(let id):
            try change(id) { pledge throws(JointRefusal) in
                guard pledge.askedDay != nil else { throw .nothingAsked }
                pledge.askedDay = nil
            }
        case .release(let id):
            try change(id) { pledge throws(JointRefusal) in pledge.state = .released }
        default: break
        }
    }

    private mutating func promise(_ pledge: Pledge, on today: Day) throws {
        guard isOpen else { throw JointRefusal.notOpen }
        guard pledge.due >= today else { throw JointRefusal.dayPast }
        if let id = pledge.meeting {
            guard let meeting = meeting(id) else { throw NotFound() }
            guard meeting.state == .held else { throw JointRefusal.meetingNotHeld }
        }
        pledges.append(pledge)
    }

    private mutating func change(
        _ id: ID<Pledge>,
        _ body: (inout Pledge) throws(JointRefusal) -> Void
    ) throws {
        guard let place = pledges.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        guard pledges[place].state == .open else { throw JointRefusal.pledgeOver }
        try body(&pledges[place])
    }
}

extension Pledge {
    /// A promise is moved to another day that is still to come.
    fileprivate func checkDay(_ day: Day, on today: Day) throws(JointRefusal) {
        guard day >= today else { throw .dayPast }
        guard day != due else { throw .daySame }
    }
}
