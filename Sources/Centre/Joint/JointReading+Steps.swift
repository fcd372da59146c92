/// What a viewer may do now, so that no door offers what would be refused.
extension JointReading {
    private var own: Set<ID<Unit>> {
        guard viewer.may(.answerJoint) else { return [] }
        return Set(Sight(viewer, using: .answerJoint, in: file.turn.town).units)
    }

    func steps(lead: ID<Unit>?) -> [JointStep] {
        var steps: [JointStep] = []
        let isOver = file.matter.stage.isOver
        if viewer.may(.runJoint), file.matter.linkedInto == nil {
            if work.isOpen {
                steps += [.callMeeting, .pledge]
            } else if !isOver, lead != nil, !file.unitsToSign.isEmpty {
                steps.append(.open)
            }
            steps.append(.follow)
        }
        guard work.isOpen else { return steps }
        if mayEnd { steps.append(.end) }
        if let lead, own.contains(lead) { steps.append(.askSignOff) }
        let parts = work.signOff?.parts ?? []
        if parts.contains(where: { $0.state == .asked && own.contains($0.unit) }) {
            steps += [.sign, .object]
        }
        if viewer.may(.ruleJoint), parts.contains(where: { $0.state == .objected }) {
            steps.append(.rule)
        }
        return steps
    }

    /// Without the signatures it is the director's to end.
    private var mayEnd: Bool {
        guard file.matter.linkedInto == nil else { return false }
        if viewer.may(.ruleJoint) { return true }
        let units = file.unitsToSign
        return viewer.may(.runJoint) && (units.isEmpty || work.signOff?.covers(units) == true)
    }

    func steps(of meeting: JointMeeting) -> [JointStep] {
        guard work.isOpen, meeting.state != .calledOff else { return [] }
        var steps: [JointStep] = []
        let mayRun = viewer.may(.runJoint)
        if mayRun || !own.isDisjoint(with: meeting.units) { steps.append(.attend) }
        guard mayRun else { return steps }
        switch meeting.state {
        case .called:
            if meeting.at <= file.turn.at { steps.append(.hold) }
            steps.append(.callOff)
        case .held: steps += [.decide, .pledge]
        case .calledOff: break
        }
        return steps
    }

    func steps(of pledge: Pledge) -> [JointStep] {
        guard pledge.state == .open else { return [] }
        var steps: [JointStep] = []
        if own.contains(pledge.unit) { steps += [.keep, .askDay] }
        guard viewer.may(.runJoint) else { return steps }
        steps.append(.moveDay)
        if pledge.askedDay != nil { steps.append(.keepDay) }
        steps.append(.release)
        return steps
    }

    func steps(of task: FollowUp) -> [JointStep] {
        var steps: [JointStep] = []
        let mayRun = viewer.may(.runJoint)
        let isOwn = task.unit.map(own.contains) ?? false
        if task.isOpen, mayRun || isOwn { steps.append(.answer) }
        if task.isOpen, mayRun { steps.append(.endFollowUp) }
        let isClosed = file.matter.stage == .closed && file.matter.linkedInto == nil
        if mayRun, isClosed, task.answer == false { steps.append(.reopen) }
        return steps
    }
}
