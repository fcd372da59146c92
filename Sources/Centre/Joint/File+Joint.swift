import Storage

extension File {
    /// The handling from the matter's own entries; most matters have none, and their entries need
    /// not be read for it.
    func joint() throws -> JointWork {
        let isNew = !noted.isDisjoint(with: JointWork.acts)
        guard try isNew || JointRecords.isAny(of: matter.id, in: turn.tx) else {
            return JointWork()
        }
        return JointWork.replay(
            try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx),
            in: turn.town.calendar.offset
        )
    }

    mutating func take(
        _ step: JointStep,
        on subject: JointSubject,
        _ said: JointSaid,
        by viewer: Viewer,
        using right: Right,
        as actor: Actor
    ) throws {
        if let missing = step.needs.first(where: { !said.has($0) }) {
            throw Fault(.missing, missing.rawValue)
        }
        var work = try joint()
        let said = step == .keep ? try withEvidence(said, by: actor) : said
        let reading = JointDeciding(
            file: self,
            work: work,
            viewer: viewer,
            right: right,
            said: said
        )
        if step == .reopen { return try reopen(subject, work, said, by: actor) }
        let move = try reading.move(step, on: subject)
        try work.take(move, at: turn.at, in: turn.town.calendar.offset)
        try note(move, said, by: actor)
        try tell(move, in: work)
    }

    /// What shows that a promise was kept goes where the matter's files are.
    private func withEvidence(_ said: JointSaid, by actor: Actor) throws -> JointSaid {
        guard !said.files.isEmpty else { return said }
        guard let concern = concerns.first(where: { $0.id == matter.voice }) ?? concerns.first
        else { throw NotFound() }
        var said = said
        let kept = try said.files.map { try attach($0, to: concern, by: actor).id }
        said.attachment = kept.first
        return said
    }

    mutating func note(_ move: JointMove, _ said: JointSaid, by actor: Actor) throws {
        var facts = move.facts
        for (fact, words) in said.sealed { facts["\(fact).digest"] = try paper(.joint, words) }
        if let unit = facts["party"].flatMap({ ID<Unit>($0) }) {
            facts["unit"] = turn.town.unit(unit)?.code ?? ""
        }
        try note(move.act, by: actor, facts)
    }

    /// A watch task offers to open its matter again; a person does it, and says why.
    private mutating func reopen(
        _ subject: JointSubject,
        _ work: JointWork,
        _ said: JointSaid,
        by actor: Actor
    ) throws {
        guard let followUp = work.followUp(try subject.id()) else { throw NotFound() }
        guard matter.stage == .closed, matter.linkedInto == nil, followUp.answer == false else {
            throw JointRefusal.notReopenable
        }
        let words = try said.words.map { try paper(.joint, $0) }
        var facts = ["cause": "followUp", "followUp": followUp.id.description]
        facts["words.digest"] = words
        try reopen(by: actor, facts)
    }

    /// A matter is not refused or laid to rest while it is handled jointly.
    func checkNoJoint() throws {
        guard try !joint().isOpen else { throw JointRefusal.stillOpen }
    }

    /// The units whose signature the lead's answer waits for.
    var unitsToSign: Set<ID<Unit>> {
        let standing = assignments.filter { $0.state.isStanding && $0.round == matter.round }
        return Set(standing.map(\.unit)).subtracting(lead.map { [$0.unit] } ?? [])
    }

    /// Before the reply is accepted all units have signed it.
    func checkJointSigned() throws {
        try joint().checkSigned(by: unitsToSign)
    }

    /// With the closing of its matter a settled handling ends; what is open keeps the matter open.
    mutating func settleJoint(by actor: Actor) throws {
        let work = try joint()
        guard work.isOpen else { return }
        try work.checkSettled()
        try work.checkSigned(by: unitsToSign)
        try note(.end(isForced: false), JointSaid(), by: actor)
    }

    /// With the end of its matter the handling ends, and what was promised lapses.
    mutating func endJoint(by actor: Actor) throws {
        guard try joint().isOpen else { return }
        try note(.end(isForced: true), JointSaid(), by: actor)
    }

    private func tell(_ move: JointMove, in work: JointWork) throws {
        switch move {
        case .callMeeting(_, _, let units): try tell(.jointMeeting, units: units)
        case .callOff(let id):
            try tell(.jointMeetingOff, units: work.meeting(id)?.units ?? [])
        case .pledge(_, let unit, let due, _):
            try tell(.pledgeMade, units: [unit], ["day": due.description])
        case .moveDay(let id, let day):
            let units = work.pledge(id).map { [$0.unit] } ?? []
            try tell(.pledgeMoved, units: units, ["day": day.description])
        case .askDay(let id, let day):
            let unit = work.pledge(id).flatMap { turn.town.unit($0.unit)?.code } ?? ""
            try tell(.pledgeMoveAsked, ["unit": unit, "day": day.description])
        case .askSignOff(let units): try tell(.signOffAsked, units: units)
        case .object(let unit):
            try tell(.signOffObjected, ["unit": turn.town.unit(unit)?.code ?? ""])
        case .follow(_, let unit, let due, _):
            guard let unit else { return }
            try tell(.followUpSet, units: [unit], ["day": due.description])
        default: break
        }
    }
}
