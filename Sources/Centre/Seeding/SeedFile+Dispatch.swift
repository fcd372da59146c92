extension SeedFile {
    mutating func callSupplement() throws {
        let actor = dice.pick(plan.staff.dispatchers).actor
        try step(.callSupplement)
        let digest = try paper(.missing, SeedWords.pick(SeedWords.missing, in: &dice))
        note(.supplementCalled, by: actor, ["count": "2", "missing.digest": digest])
    }

    mutating func supplement() throws {
        try step(.supplement)
        let words = SeedWords.pick(SeedWords.supplements, in: &dice)
        let digest = try keepWords(words, .supplement, of: 0)
        let concern = concerns[0].concern
        note(
            .concernSupplemented,
            to: concern,
            by: .resident(concern.id),
            ["objection": "no", "words.digest": digest]
        )
    }

    mutating func refuse() throws {
        let actor = dice.pick(plan.staff.dispatchers).actor
        let ground = dice.pick(town.grounds.refusal)
        try step(.refuse)
        let words = "\(ground.title.zh)。\(SeedWords.pick(SeedWords.refusals, in: &dice))"
        let box = try vault.seal(words, as: "matter.refusal")
        note(
            .matterRefused,
            by: actor,
            ["ground": ground.code, "nextDoor.digest": sealedDigest(box)]
        )
        for place in standing { try answer(place, with: words, by: actor) }
    }

    mutating func accept() throws {
        let actor = dice.pick(plan.staff.dispatchers).actor
        try step(.accept)
        let item =
            dice.chance(300) && !plan.choices.items.isEmpty ? dice.pick(plan.choices.items) : nil
        let given = matter.classCode ?? dice.pick(plan.choices.classes).code
        let code = item?.classCode.flatMap { town.disputeClass($0)?.hidden == false ? $0 : nil }
        let route = dice.pick(town.legalRoutes).code
        matter.classCode = code ?? given
        matter.item = item?.code
        matter.route = route
        if town.isConfidential(matter.classCode) { matter.confidential = true }
        var facts = ["route": route]
        facts["class"] = matter.classCode
        facts["item"] = item?.code
        note(.matterAccepted, by: actor, facts)
        for place in standing { try moveConcern(place, .take) }
    }

    /// The unit the town's table names, or now and then another one that a person chose.
    private mutating func choice() -> (unit: ID<Unit>, rule: String?) {
        var question = RoutingQuestion()
        question.route = matter.route
        question.danger = matter.dangerNow
        question.classCode = matter.classCode
        question.item = matter.item
        question.kinds = Set(concerns.prefix(1).map(\.concern.kind.rawValue))
        let free: ID<Unit> = dice.pick(plan.staff.units)
        guard dice.chance(600),
            let named = town.suggestion(for: question, in: matter.grid ?? matter.village)
                .suggestion,
            let unit = town.unit(code: named.lead), plan.staff.handlers[unit.id] != nil
        else { return (free, nil) }
        return (unit.id, named.ruleAndVersion)
    }

    mutating func assign(_ role: Assignment.Role = .lead, otherThan taken: [ID<Unit>] = []) throws {
        var (unit, rule) = choice()
        while taken.contains(unit), taken.count < plan.staff.units.count {
            (unit, rule) = (dice.pick(plan.staff.units), nil)
        }
        let dispatcher = dice.pick(plan.staff.dispatchers)
        correctRouting(towards: unit)
        try step(.assign)
        let words = SeedWords.pick(SeedWords.instructions, in: &dice)
        let instruction = try vault.seal(words, as: "assignment.instruction")
        let assignment = Assignment(
            id: newID(),
            matter: matter.id,
            unit: unit,
            role: role,
            state: .pending,
            round: matter.round,
            designated: false,
            assignedBy: dispatcher.officer,
            assignedAt: at,
            instruction: instruction,
            rule: rule,
            why: town.why(rule, designated: false),
            dueAt: .never
        )
        assignments.append(assignment)
        var facts = [
            "unit": town.unit(unit)?.code ?? "", "role": role.rawValue,
            "instruction.digest": sealedDigest(instruction),
        ]
        facts["routing"] = rule
        note(.assignmentMade, by: dispatcher.actor, assignment: assignment.id, facts)
        if role == .lead {
            note(.matterAssigned, by: dispatcher.actor, ["unit": facts["unit"] ?? ""])
        }
    }

    private mutating func correctRouting(towards unit: ID<Unit>) {
        guard let returned = assignments.last, returned.state == .returned,
            let rule = returned.rule, returned.unit != unit
        else { return }
        corrections.append(
            SeedCorrection(
                id: newID(),
                rule: rule,
                from: returned.unit,
                to: unit,
                reason: returned.returnReason ?? "",
                at: at
            )
        )
    }

    /// The only part is given back by its unit before anyone has signed for another.
    mutating func giveBack() throws {
        let part = assignments[0]
        let hand = hand(of: part.unit)
        let better = dice.pick(plan.staff.units.filter { $0 != part.unit })
        let basis = try vault.seal(
            SeedWords.pick(SeedWords.bases, in: &dice),
            as: "assignment.basis"
        )
        let reason = dice.pick(town.grounds.returns).code
        assignments[0].state = try Assignment.machine.next(from: part.state, .giveBack)
        assignments[0].returnReason = reason
        assignments[0].returnBasis = basis
        assignments[0].betterUnit = better
        assignments[0].returnedBy = hand.officer
        assignments[0].returnedAt = at
        note(
            .assignmentReturned,
            by: hand.actor,
            assignment: part.id,
            [
                "reason": reason, "better": town.unit(better)?.code ?? "",
                "basis.digest": sealedDigest(basis),
            ]
        )
        try step(.release)
        matter.returns += 1
    }

    /// Somebody of the unit who may sign.
    mutating func hand(of unit: ID<Unit>) -> SeedStaff.Hand {
        dice.pick(plan.staff.handlers[unit] ?? plan.staff.directors)
    }
}
