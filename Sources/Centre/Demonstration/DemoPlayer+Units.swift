extension DemoPlayer {
    func handle(_ act: DemoAct, _ unit: String?, by viewer: Viewer) async throws {
        let desk = HandlingDesk(house: house)
        let (words, operation) = (act.event.words, act.operation)
        switch act.step.verb {
        case .sign:
            let part = try part(unit, of: act.standing)
            _ = try await desk.sign(part, by: viewer, operation: operation)
        case .contact, .progress:
            _ = try await desk.progress(
                try part(unit, of: act.standing),
                words: words,
                contact: act.step.verb == .contact,
                by: viewer,
                operation: operation
            )
        case .giveBack:
            let better = try better(act)
            let ground = Return(reason: act.step.details[1], basis: words, betterUnit: better)
            let part = try part(unit, of: act.standing)
            _ = try await desk.giveBack(part, ground, by: viewer, operation: operation)
        case .reply:
            let reply = Reply(
                outcome: act.isAssisting ? .supported : act.concern.outcome,
                text: words,
                publicText: act.event.answer
            )
            let part = try part(unit, of: act.standing)
            _ = try await desk.reply(part, reply, by: viewer, operation: operation)
        case .extend:
            _ = try await desk.askExtension(
                act.matter,
                try extensionAsked(by: act),
                by: viewer,
                operation: operation
            )
        case .suspend:
            _ = try await desk.suspend(
                act.matter,
                Suspension(
                    ground: act.step.details.first ?? act.concern.scenario.ground ?? "",
                    until: act.event.at.adding(hours: 24 * 28),
                    document: words
                ),
                by: viewer,
                operation: operation
            )
        default: _ = try await desk.resume(act.matter, by: viewer, operation: operation)
        }
    }

    private func better(_ act: DemoAct) throws -> ID<Unit> {
        switch act.step.details[2] {
        case "lead": try unit(act.concern.lead)
        case "second": try unit(act.concern.scenario.units.wrong.last)
        case "village": try unit(act.concern.villageUnit)
        case let code: try unit(code)
        }
    }

    private func extensionAsked(by act: DemoAct) throws -> ExtensionRequest {
        let own = act.step.details[0] == "own"
        guard let rule = own ? act.concern.scenario.limit : act.step.details[0],
            let amount = Int(act.step.details[1])
        else { throw DemoRefusal.nothing("limit to extend") }
        return ExtensionRequest(rule: rule, amount: amount, reason: act.event.words)
    }

    func judge(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = FeedbackDesk(house: house)
        let detail = act.step.details[0]
        if act.step.verb == .close {
            _ = try await desk.close(
                act.matter,
                kind: detail,
                by: viewer,
                operation: act.operation
            )
            return
        }
        if act.step.verb == .terminate {
            let words = act.event.words
            let termination = Termination(ground: detail, document: words, reason: words)
            _ = try await desk.terminate(
                act.matter,
                termination,
                by: viewer,
                operation: act.operation
            )
            return
        }
        _ = try await desk.verify(
            act.matter,
            detail == "rework" ? .rework : .accepted,
            remark: act.event.words,
            by: viewer,
            operation: act.operation
        )
    }

    func visit(_ act: DemoAct, by viewer: Viewer) async throws {
        let details = act.step.details.compactMap(Concern.Verdict.init)
        let visit = Visit(
            reached: act.step.verb == .visit,
            solved: details.first ?? .unknown,
            fair: details.last ?? .unknown,
            words: act.event.words.isEmpty ? nil : act.event.words,
            number: nil
        )
        _ = try await FeedbackDesk(house: house)
            .visit(act.matter, visit, by: viewer, operation: act.operation)
    }

    /// What the window scans; a picture that lies nowhere is not brought.
    func bring(_ act: DemoAct, by viewer: Viewer) async throws {
        let name = act.step.details[0]
        guard let picture = pictures[name] else { return }
        _ = try await AttachmentsDesk(house: house).add(
            try AttachmentFile(picture, named: name),
            toConcern: act.concern.number,
            by: viewer,
            operation: act.operation
        )
    }

    /// What the residents do themselves, with number and code.
    func answer(_ act: DemoAct) async throws {
        let (number, code) = (act.concern.number, act.standing.code)
        let (words, operation) = (act.event.words, act.operation)
        let feedback = FeedbackDesk(house: house)
        let intake = IntakeDesk(house: house)
        switch act.step.verb {
        case .rate:
            let details = act.step.details.compactMap(Concern.Verdict.init)
            let rating = Rating(
                solved: details.first ?? .unknown,
                fair: details.last ?? .unknown,
                words: words.isEmpty ? nil : words
            )
            _ = try await feedback.rate(number, code: code, rating, operation: operation)
        case .contest:
            _ = try await feedback.contest(
                number,
                code: code,
                reason: words,
                operation: operation
            )
        case .add:
            _ = try await intake.supplement(
                number,
                code: code,
                words: words,
                operation: operation
            )
        default:
            _ = try await intake.withdraw(number, code: code, operation: operation)
        }
    }
}
