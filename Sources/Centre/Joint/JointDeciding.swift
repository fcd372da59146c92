import Storage

/// What a step is taken on: a matter, a meeting, a promise or a watch task.
package struct JointSubject: Sendable, Hashable {
    package let bytes: ID<Matter>

    package init<Subject>(_ id: ID<Subject>) throws { bytes = try ID(bytes: id.bytes) }

    func id<Subject>() throws -> ID<Subject> { try ID(bytes: bytes.bytes) }
}

/// Turns a step and what was said into a move, for a viewer: a unit speaks for itself only.
struct JointDeciding {
    let file: File
    let work: JointWork
    let viewer: Viewer
    let right: Right
    let said: JointSaid

    func move(_ step: JointStep, on subject: JointSubject) throws -> JointMove {
        switch step.subject {
        case .matter: try ofMatter(step)
        case .meeting: try ofMeeting(step, subject.id())
        case .pledge: try ofPledge(step, subject.id())
        case .followUp: try ofFollowUp(step, subject.id())
        }
    }

    private func ofMatter(_ step: JointStep) throws -> JointMove {
        switch step {
        case .open:
            try checkParts()
            return .open
        case .end:
            if right != .ruleJoint { try work.checkSigned(by: file.unitsToSign) }
            return .end(isForced: false)
        case .callMeeting: return try calling()
        case .pledge: return try pledging()
        case .askSignOff:
            guard let lead = file.lead, own.contains(lead.unit) else {
                throw JointRefusal.notLead
            }
            return .askSignOff(file.unitsToSign.sorted())
        case .sign: return .sign(try ownUnit(of: signers))
        case .object: return .object(try ownUnit(of: signers))
        case .rule: return .rule(try needed(said.unit, .unit), isUpheld: said.verdict == true)
        case .follow: return try following()
        default: throw NotFound()
        }
    }

    private func ofMeeting(_ step: JointStep, _ id: ID<JointMeeting>) throws -> JointMove {
        guard let meeting = work.meeting(id) else { throw NotFound() }
        switch step {
        case .attend:
            let presence = try needed(said.presence, .presence)
            return .attend(id, try seated(at: meeting), presence)
        case .hold: return .hold(id)
        case .callOff: return .callOff(id)
        case .decide: return .decide(id)
        default: throw NotFound()
        }
    }

    private func ofPledge(_ step: JointStep, _ id: ID<Pledge>) throws -> JointMove {
        guard let pledge = work.pledge(id) else { throw NotFound() }
        if right == .answerJoint, !own.contains(pledge.unit) { throw NotFound() }
        switch step {
        case .keep:
            try checkAttachment()
            return .keep(id, said.attachment)
        case .askDay: return .askDay(id, try needed(said.day, .day))
        case .moveDay: return .moveDay(id, try needed(said.day, .day))
        case .keepDay: return .keepDay(id)
        case .release: return .release(id)
        default: throw NotFound()
        }
    }

    private func ofFollowUp(_ step: JointStep, _ id: ID<FollowUp>) throws -> JointMove {
        guard let followUp = work.followUp(id) else { throw NotFound() }
        if right == .answerJoint {
            guard let unit = followUp.unit, own.contains(unit) else { throw NotFound() }
        }
        switch step {
        case .answer: return .answer(id, said.verdict == true, again: said.day)
        case .endFollowUp: return .endFollowUp(id)
        default: throw NotFound()
        }
    }
}

extension JointDeciding {
    /// The units the viewer speaks for.
    private var own: Set<ID<Unit>> {
        guard viewer.may(.answerJoint) else { return [] }
        return Set(Sight(viewer, using: .answerJoint, in: file.turn.town).units)
    }

    private var signers: [ID<Unit>] { work.signOff?.parts.map(\.unit) ?? [] }

    /// The viewer's unit among these; the one that was named, where there are several.
    private func ownUnit(of units: [ID<Unit>]) throws -> ID<Unit> {
        let mine = units.filter(own.contains)
        if let named = said.unit {
            guard mine.contains(named) else { throw NotFound() }
            return named
        }
        guard let unit = mine.first else { throw JointRefusal.notAsked }
        return unit
    }

    private func seated(at meeting: JointMeeting) throws -> ID<Unit> {
        guard right == .runJoint else {
            let mine = meeting.units.filter(own.contains)
            guard !mine.isEmpty else { throw JointRefusal.notInvited }
            return try ownUnit(of: meeting.units)
        }
        let unit = try needed(said.unit, .unit)
        let within = file.turn.town.unitAndBelow(unit)
        guard Set(viewer.posts.map(\.unit)).isDisjoint(with: within) else {
            throw JointRefusal.ownUnit
        }
        return unit
    }

    private func needed<Value>(_ value: Value?, _ field: JointSaid.Field) throws -> Value {
        guard let value else { throw Fault(.missing, field.rawValue) }
        return value
    }

    private func checkParts() throws {
        guard !file.matter.stage.isOver, file.matter.linkedInto == nil else {
            throw JointRefusal.matterOver
        }
        guard file.lead != nil, !file.unitsToSign.isEmpty else {
            throw JointRefusal.partsMissing
        }
    }

    private func calling() throws -> JointMove {
        let units = Set(said.units).sorted()
        let conflicts = try Conflict.units(of: file.matter.id, in: file.turn.tx)
        for unit in units { try file.turn.town.bar(unit, from: conflicts) }
        let at = try needed(said.meetsAt, .meetsAt)
        return .callMeeting(file.turn.newID(), at: at, units: units)
    }

    private func pledging() throws -> JointMove {
        let unit = try needed(said.unit, .unit)
        let parts = file.assignments.filter(\.state.isStanding).map(\.unit)
        let table = Set(parts + work.meetings.flatMap(\.units))
        guard table.contains(unit) else { throw JointRefusal.unitNotAtTable }
        let due = try needed(said.day, .day)
        return .pledge(file.turn.newID(), unit, due: due, at: said.meeting)
    }

    private func following() throws -> JointMove {
        if let unit = said.unit {
            let conflicts = try Conflict.units(of: file.matter.id, in: file.turn.tx)
            try file.turn.town.bar(unit, from: conflicts)
        }
        return .follow(
            file.turn.newID(),
            said.unit,
            due: try needed(said.day, .day),
            everyDays: try needed(said.interval, .interval)
        )
    }

    /// Evidence is a file of the same matter.
    private func checkAttachment() throws {
        guard let id = said.attachment else { return }
        guard try JointRecords.isOwn(id, of: file.concerns, in: file.turn.tx) else {
            throw Fault(.unknownCode, "attachment")
        }
    }
}
