extension JointMove {
    package var act: Act {
        switch self {
        case .open: .jointOpened
        case .end: .jointEnded
        case .callMeeting: .meetingCalled
        case .attend: .meetingAttended
        case .hold: .meetingHeld
        case .callOff: .meetingCalledOff
        case .decide: .decisionMade
        case .pledge: .pledgeMade
        case .keep: .pledgeKept
        case .askDay: .pledgeMoveAsked
        case .moveDay: .pledgeMoved
        case .keepDay: .pledgeMoveDeclined
        case .release: .pledgeReleased
        case .askSignOff: .signOffAsked
        case .sign: .signOffGiven
        case .object: .signOffObjected
        case .rule: .objectionRuled
        case .follow: .followUpSet
        case .answer: .followUpAnswered
        case .endFollowUp: .followUpEnded
        }
    }

    /// Units by their identity: codes of a pack come and go.
    var facts: [String: String] {
        switch self {
        case .open: [:]
        case .end(let isForced): isForced ? ["cause": "matterEnded"] : [:]
        case .callMeeting(let id, let at, let units):
            [
                "meeting": id.description, "meets": "\(at.milliseconds)",
                "parties": units.map(\.description).joined(separator: ","),
            ]
        case .attend(let id, let unit, let presence):
            [
                "meeting": id.description, "party": unit.description,
                "seated": presence.rawValue,
            ]
        case .hold(let id), .callOff(let id), .decide(let id): ["meeting": id.description]
        case .pledge, .keep, .askDay, .moveDay, .keepDay, .release: pledgeFacts
        case .askSignOff(let units):
            ["parties": units.map(\.description).joined(separator: ",")]
        case .sign(let unit), .object(let unit): ["party": unit.description]
        case .rule(let unit, let isUpheld):
            ["party": unit.description, "upheld": isUpheld ? "yes" : "no"]
        case .follow, .answer, .endFollowUp: followUpFacts
        }
    }

    private var pledgeFacts: [String: String] {
        switch self {
        case .pledge(let id, let unit, let due, let meeting):
            var facts = [
                "pledge": id.description, "party": unit.description, "day": due.description,
            ]
            facts["meeting"] = meeting?.description
            return facts
        case .keep(let id, let attachment):
            var facts = ["pledge": id.description]
            facts["attachment"] = attachment?.description
            return facts
        case .askDay(let id, let day), .moveDay(let id, let day):
            return ["pledge": id.description, "day": day.description]
        case .keepDay(let id), .release(let id): return ["pledge": id.description]
        default: return [:]
        }
    }

    private var followUpFacts: [String: String] {
        switch self {
        case .follow(let id, let unit, let due, let everyDays):
            var facts = [
                "followUp": id.description, "day": due.description, "every": "\(everyDays)",
            ]
            facts["party"] = unit?.description
            return facts
        case .answer(let id, let yes, let again):
            var facts = ["followUp": id.description, "answer": yes ? "yes" : "no"]
            facts["day"] = again?.description
            return facts
        case .endFollowUp(let id): return ["followUp": id.description]
        default: return [:]
        }
    }
}
