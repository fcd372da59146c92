extension DemoPlayer {
    func take(
        _ step: DemoStep,
        _ event: DemoEvent,
        _ concern: DemoConcern,
        _ operation: Operation,
        _ dice: inout SeedDice
    ) async throws {
        let act = DemoAct(
            step: step,
            event: event,
            concern: concern,
            standing: try await standing(of: concern),
            operation: operation
        )
        switch step.verb {
        case .accept, .refuse, .ask, .assign, .link, .unlink, .conflict:
            try await dispatch(act, by: try cast.of(.dispatcher, &dice))
        case .confer, .designate, .grant, .deny:
            try await direct(act, by: try cast.of(.director, &dice))
        case .dispute: try await dispute(act, by: try cast.of(.dispatcher, &dice))
        case .lift: try await lift(act, by: try cast.of(unit: concern.lead, &dice))
        case .lower: try await lower(act, by: try cast.of(.dispatcher, &dice))
        case .agree: try await agree(act, by: try cast.of(.director, &dice))
        case .rule: try await rule(act, by: try cast.of(.director, &dice))
        case .sign, .contact, .progress, .giveBack, .reply, .extend, .suspend, .resume:
            let unit = event.unit ?? concern.lead
            try await handle(act, unit, by: try cast.of(unit: unit, &dice))
        case .remind, .supervise: try await supervise(act, by: try cast.of(.supervisor, &dice))
        case .explain:
            try await explain(act, by: try cast.of(unit: concern.lead, &dice))
        case .whistle: try await whistle(act, by: try cast.of(.dispatcher, &dice))
        case .receive: try await report(act, by: try cast.of(.dispatcher, &dice))
        case .attend, .finish, .justify:
            try await report(act, by: try cast.of(unit: event.unit, &dice))
        case .convene: try await convene(act, by: try cast.of(.dispatcher, &dice))
        case .meet: try await meet(act, by: try cast.of(.dispatcher, &dice))
        case .pledge: try await pledge(act, by: try cast.of(.dispatcher, &dice))
        case .keep: try await keep(act, by: try cast.of(unit: event.unit, &dice))
        case .group: try await enterGroup(act, by: try cast.of(.dispatcher, &dice), &dice)
        case .speak, .inform, .pay:
            try await moveGroup(act, by: try cast.of(.dispatcher, &dice))
        case .verify, .close, .terminate: try await judge(act, by: try cast.of(.supervisor, &dice))
        case .visit, .miss: try await visit(act, by: try cast.of(.visitor, &dice))
        case .archive:
            _ = try await FeedbackDesk(house: house).archive(
                act.matter,
                by: try cast.of(.archivist, &dice),
                operation: operation
            )
        case .bring: try await bring(act, by: try cast.of(.clerk, &dice))
        case .add, .rate, .contest, .withdraw: try await answer(act)
        }
    }

    private func dispatch(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = DispatchDesk(house: house)
        let (matter, words, operation) = (act.matter, act.event.words, act.operation)
        let scenario = act.concern.scenario
        switch act.step.verb {
        case .accept:
            let acceptance = Acceptance(
                classCode: scenario.classCode,
                item: scenario.item,
                route: scenario.route,
                areaCode: nil
            )
            _ = try await desk.accept(matter, acceptance, by: viewer, operation: operation)
        case .refuse:
            let ground = act.step.details.first ?? scenario.ground ?? ""
            let refusal = NotAccepted(ground: ground, nextDoor: words)
            _ = try await desk.refuse(matter, refusal, by: viewer, operation: operation)
        case .ask:
            let missing = words.split(separator: "\n").map(String.init)
            _ = try await desk.callSupplement(
                matter,
                missing: missing,
                by: viewer,
                operation: operation
            )
        case .assign:
            _ = try await desk.assign(
                matter,
                try errand(act),
                by: viewer,
                operation: operation
            )
        case .link: try await link(act, by: viewer)
        case .unlink:
            _ = try await desk.unlink(
                act.concern.number,
                from: matter,
                reason: words,
                by: viewer,
                operation: operation
            )
        default:
            _ = try await desk.markConflict(
                .unit(try unit(act.event.unit)),
                on: matter,
                by: viewer,
                operation: operation
            )
        }
    }

    private func errand(_ act: DemoAct) throws -> Errand {
        let name = act.event.unit
        let follows = name == act.concern.lead
        return Errand(
            unit: try unit(name),
            role: act.isAssisting ? .assist : .lead,
            instruction: act.event.words,
            rule: follows ? act.concern.rule : nil
        )
    }

    private func link(_ act: DemoAct, by viewer: Viewer) async throws {
        let target = act.step.details.first ?? ""
        guard let head = plan.concerns.first(where: { $0.scenario.code == target }) else {
            throw DemoRefusal.nothing("story \(target)")
        }
        _ = try await DispatchDesk(house: house).link(
            act.concern.number,
            to: try await standing(of: head).matter,
            reason: act.event.words,
            by: viewer,
            operation: act.operation
        )
    }

    private func direct(_ act: DemoAct, by viewer: Viewer) async throws {
        let (words, operation) = (act.event.words, act.operation)
        switch act.step.verb {
        case .confer:
            _ = try await DispatchDesk(house: house)
                .confer(act.matter, minutes: words, by: viewer, operation: operation)
        case .designate:
            let returned = act.concern.scenario.units.wrong.last ?? act.concern.lead
            _ = try await DispatchDesk(house: house).designate(
                try part(returned, of: act.standing),
                to: try unit(act.event.unit),
                by: viewer,
                operation: operation
            )
        default:
            let decision = ExtensionDecision(
                granted: act.step.verb == .grant,
                amount: nil,
                reason: words
            )
            _ = try await HandlingDesk(house: house)
                .decideExtension(act.matter, decision, by: viewer, operation: operation)
        }
    }
}

/// A step with all that the desks want to know of it.
struct DemoAct: Sendable {
    let step: DemoStep
    let event: DemoEvent
    let concern: DemoConcern
    let standing: DemoPlayer.Standing
    let operation: Operation

    var matter: ID<Matter> { standing.matter }

    /// The unit helps the lead: it is one of the assisting ones, or is there beside a lead.
    var isAssisting: Bool {
        guard let unit = event.unit else { return false }
        return unit != concern.lead && !concern.scenario.units.wrong.contains(unit)
    }
}
