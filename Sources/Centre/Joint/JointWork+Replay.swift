extension JointWork {
    /// Every act that moves it.
    static let acts: Set<Act> = [
        .jointOpened, .jointEnded, .meetingCalled, .meetingAttended, .meetingHeld,
        .meetingCalledOff, .decisionMade, .pledgeMade, .pledgeKept, .pledgeMoveAsked,
        .pledgeMoved, .pledgeMoveDeclined, .pledgeReleased, .signOffAsked, .signOffGiven,
        .signOffObjected, .objectionRuled, .followUpSet, .followUpAnswered, .followUpEnded,
    ]

    /// The joint handling of a matter from what happened to it.
    ///
    /// The same entries always give the same. What was entered was lawful then; an entry that the
    /// rules do not take is of a broken chain, which `verify` finds, and moves nothing.
    package static func replay(_ entries: [Entry], in offset: TimeOffset) -> JointWork {
        var work = JointWork()
        for entry in entries {
            if entry.act == .replySentBack || entry.act == .matterReopened {
                // Another answer will be written: what was signed was the former one.
                work.signOff = nil
            } else if let move = JointMove(entry) {
                work = work.following(move, at: entry.at, in: offset)
            }
        }
        return work
    }

    private func following(_ move: JointMove, at: Moment, in offset: TimeOffset) -> JointWork {
        var next = self
        do {
            try next.take(move, at: at, in: offset)
            return next
        } catch {
            return self
        }
    }
}

extension JointMove {
    /// - Returns: nil for an entry of something else.
    init?(_ entry: Entry) {
        guard JointWork.acts.contains(entry.act) else { return nil }
        let told = JointTelling(facts: entry.facts)
        let move =
            told.handling(entry.act) ?? told.meeting(entry.act) ?? told.pledge(entry.act)
            ?? told.signOff(entry.act) ?? told.followUp(entry.act)
        guard let move else { return nil }
        self = move
    }
}

/// Reads a move back from the facts of its entry.
private struct JointTelling {
    let facts: [String: String]

    private func id<Subject>(_ name: String) -> ID<Subject>? {
        facts[name].flatMap { ID<Subject>($0) }
    }

    private func day() -> Day? { facts["day"].flatMap { Day($0) } }

    private var parties: [ID<Unit>] {
        (facts["parties"] ?? "").split(separator: ",").compactMap { ID<Unit>(String($0)) }
    }

    func handling(_ act: Act) -> JointMove? {
        switch act {
        case .jointOpened: .open
        case .jointEnded: .end(isForced: facts["cause"] != nil)
        default: nil
        }
    }

    func meeting(_ act: Act) -> JointMove? {
        guard let id: ID<JointMeeting> = id("meeting") else { return nil }
        switch act {
        case .meetingCalled:
            guard let at = facts["meets"].flatMap({ Int64($0) }) else { return nil }
            return .callMeeting(id, at: Moment(milliseconds: at), units: parties)
        case .meetingAttended:
            let presence = facts["seated"].flatMap(JointMeeting.Presence.init(rawValue:))
            guard let unit: ID<Unit> = self.id("party"), let presence else { return nil }
            return .attend(id, unit, presence)
        case .meetingHeld: return .hold(id)
        case .meetingCalledOff: return .callOff(id)
        case .decisionMade: return .decide(id)
        default: return nil
        }
    }

    func pledge(_ act: Act) -> JointMove? {
        guard let id: ID<Pledge> = id("pledge") else { return nil }
        switch act {
        case .pledgeMade:
            guard let unit: ID<Unit> = self.id("party"), let day = day() else { return nil }
            return .pledge(id, unit, due: day, at: self.id("meeting"))
        case .pledgeKept: return .keep(id, self.id("attachment"))
        case .pledgeMoveAsked: return day().map { .askDay(id, $0) }
        case .pledgeMoved: return day().map { .moveDay(id, $0) }
        case .pledgeMoveDeclined: return .keepDay(id)
        case .pledgeReleased: return .release(id)
        default: return nil
        }
    }

    func signOff(_ act: Act) -> JointMove? {
        if act == .signOffAsked { return .askSignOff(parties) }
        guard let unit: ID<Unit> = id("party") else { return nil }
        switch act {
        case .signOffGiven: return .sign(unit)
        case .signOffObjected: return .object(unit)
        case .objectionRuled: return .rule(unit, isUpheld: facts["upheld"] == "yes")
        default: return nil
        }
    }

    func followUp(_ act: Act) -> JointMove? {
        guard let id: ID<FollowUp> = id("followUp") else { return nil }
        switch act {
        case .followUpSet:
            guard let day = day(), let every = facts["every"].flatMap({ Int($0) }) else {
                return nil
            }
            return .follow(id, self.id("party"), due: day, everyDays: every)
        case .followUpAnswered: return .answer(id, facts["answer"] == "yes", again: day())
        case .followUpEnded: return .endFollowUp(id)
        default: return nil
        }
    }
}
