import Storage

/// One unit's part as the dispatcher or the director gives it out.
package struct Errand: Sendable, Equatable {
    package let unit: ID<Unit>
    package let role: Assignment.Role
    package let instruction: String
    /// The routing rule followed, with its version; nil when a person chose freely.
    package let rule: String?

    package init(unit: ID<Unit>, role: Assignment.Role, instruction: String, rule: String?) {
        self.unit = unit
        self.role = role
        self.instruction = instruction
        self.rule = rule
    }
}

extension File {
    mutating func assign(_ errand: Errand, by officer: ID<Officer>, as actor: Actor) throws {
        guard matter.conference != .called else { throw AssignmentRefusal.conferenceFirst }
        try checkPart(errand)
        // Only the director takes a matter above the street (DOMAIN 3.7).
        guard errand.role == .assist || turn.town.level(of: errand.unit) >= .town else {
            throw LevelRefusal.directorDecides
        }
        try correctRouting(towards: errand)
        try step(.assign)
        try give(errand, designated: false, by: officer, as: actor)
    }

    private func checkPart(_ errand: Errand) throws {
        try turn.town.bar(errand.unit, from: Conflict.units(of: matter.id, in: turn.tx))
        let standing = assignments.filter { $0.state.isStanding && $0.round == matter.round }
        if standing.contains(where: { $0.unit == errand.unit }) {
            throw AssignmentRefusal.alreadyTakingPart
        }
        let lead = standing.contains { $0.role == .lead }
        switch errand.role {
        case .lead where lead: throw AssignmentRefusal.leadTaken
        case .assist where !lead: throw AssignmentRefusal.leadMissing
        case .lead, .assist: break
        }
    }

    @discardableResult
    mutating func give(
        _ errand: Errand,
        designated: Bool,
        why: String? = nil,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws -> Assignment {
        let instruction = try vault.seal(errand.instruction, as: "assignment.instruction")
        let assignment = Assignment(
            id: turn.newID(),
            matter: matter.id,
            unit: errand.unit,
            role: errand.role,
            state: .pending,
            round: matter.round,
            designated: designated,
            assignedBy: officer,
            assignedAt: turn.at,
            instruction: instruction,
            rule: errand.rule,
            why: why ?? turn.town.why(errand.rule, designated: designated),
            dueAt: .never
        )
        try assignment.insert(into: matter, at: turn.at, in: turn.tx)
        assignments.append(assignment)
        var facts = [
            "unit": turn.town.unit(errand.unit)?.code ?? "",
            "role": errand.role.rawValue,
            "instruction.digest": sealedDigest(instruction),
        ]
        facts["routing"] = errand.rule
        let act: Act = designated ? .assignmentDesignated : .assignmentMade
        try note(act, by: actor, assignment: assignment.id, facts)
        try tell(.assignmentMade, units: [errand.unit], ["role": errand.role.rawValue])
        if errand.role == .lead {
            try note(.matterAssigned, by: actor, ["unit": facts["unit"] ?? ""])
        }
        return assignment
    }

    /// Whoever reassigns a returned part elsewhere accepts the return; it is kept as a correction
    /// of the rule that had sent the matter there.
    func correctRouting(towards errand: Errand) throws {
        guard errand.role == .lead,
            let returned = assignments.last(where: { $0.role == .lead && $0.state == .returned }),
            let rule = returned.rule, returned.unit != errand.unit
        else { return }
        try turn.tx.run(
            """
            INSERT INTO routing_corrections (id, rule, matter, from_unit, to_unit, reason, at)
            VALUES (\(turn.newID(of: Matter.self)), \(rule), \(matter.id), \(returned.unit),
                \(errand.unit), \(returned.returnReason ?? ""), \(turn.at))
            """
        )
    }
}

extension Town {
    /// A matter about a unit never goes to that unit or to what is under it.
    func bar(_ unit: ID<Unit>, from conflicts: Set<ID<Unit>>) throws(AssignmentRefusal) {
        guard conflicts.isDisjoint(with: lineage(of: unit)) else { throw .conflictOfInterest }
    }

    /// Why this unit, in one plain line that names the rule and its version.
    func why(_ rule: String?, designated: Bool) -> String {
        if designated { return "中心主任指定" }
        guard let rule, let known = routing.first(where: { rule == "\($0.code)/\($0.version)" })
        else { return "调度员人工判定" }
        return "\(known.why.zh)(规则 \(rule))"
    }
}
