extension JointWork {
    mutating func takeFollowUp(_ move: JointMove, on today: Day) throws {
        switch move {
        case .follow(let id, let unit, let due, let everyDays):
            guard due >= today else { throw JointRefusal.dayPast }
            followUps.append(FollowUp(id: id, unit: unit, everyDays: everyDays, due: due))
        case .answer(let id, let answer, let again):
            try change(id) { followUp throws(JointRefusal) in
                try followUp.answer(answer, again: again, on: today)
            }
        case .endFollowUp(let id):
            try change(id) { followUp throws(JointRefusal) in followUp.isOpen = false }
        default: break
        }
    }

    private mutating func change(
        _ id: ID<FollowUp>,
        _ body: (inout FollowUp) throws(JointRefusal) -> Void
    ) throws {
        guard let place = followUps.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        guard followUps[place].isOpen else { throw JointRefusal.followUpOver }
        try body(&followUps[place])
    }
}

extension FollowUp {
    /// Yes ends the question unless a further day is named; no asks it again.
    fileprivate mutating func answer(
        _ yes: Bool,
        again: Day?,
        on today: Day
    ) throws(JointRefusal) {
        if let again, again <= today { throw .dayPast }
        answer = yes
        if yes, again == nil {
            isOpen = false
        } else {
            due = again ?? today.adding(everyDays)
        }
    }
}
