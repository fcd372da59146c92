import Centre
import Crypto

/// Carries out what a step's form says, by the same readings and desks as the API.
struct StepDeeds: Sendable {
    let desks: Desks

    private var town: Town { desks.town.town }

    /// - Parameters:
    ///   - of: the part or the concern's number the step is about.
    func carryOut(
        _ step: MatterStep,
        _ id: ID<Matter>,
        of: String,
        _ form: Form,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        switch step {
        case .accept, .refuse, .supplement, .assign, .confer, .designate, .link, .unlink,
            .markConflict:
            try await dispatch(step, id, of: of, form, by: viewer, operation)
        case .sign, .reply, .progress, .giveBack:
            try await handle(step, try part(of), form, by: viewer, operation)
        case .decideExtension, .askExtension, .suspend, .resume:
            try await time(step, id, form, by: viewer, operation)
        case .verify, .close, .terminate, .visit, .archive:
            try await finish(step, id, form, by: viewer, operation)
        case .disclose: throw NotFound()
        }
    }

    private func dispatch(
        _ step: MatterStep,
        _ id: ID<Matter>,
        of: String,
        _ form: Form,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        let desk = desks.dispatch
        switch step {
        case .accept:
            let said = try form.read(Acceptance.init, in: town)
            _ = try await desk.accept(id, said, by: viewer, operation: operation)
        case .refuse:
            let said = try form.read(NotAccepted.init(typed:in:), in: town)
            _ = try await desk.refuse(id, said, by: viewer, operation: operation)
        case .supplement:
            let said = try form.read(MissingPapers.init(typed:in:), in: town)
            _ = try await desk.callSupplement(
                id,
                missing: said.papers,
                by: viewer,
                operation: operation
            )
        case .assign:
            let said = try await errand(form, id, by: viewer)
            _ = try await desk.assign(id, said, by: viewer, operation: operation)
        case .confer:
            let said = try form.read(Minutes.init, in: town)
            _ = try await desk.confer(id, minutes: said.words, by: viewer, operation: operation)
        case .designate:
            let said = try form.read(Designation.init, in: town)
            _ = try await desk.designate(
                try part(of),
                to: said.unit,
                by: viewer,
                operation: operation
            )
        case .link:
            let said = try form.read(Joining.init, in: town)
            _ = try await desk.link(
                said.concern,
                to: id,
                reason: said.reason,
                by: viewer,
                operation: operation
            )
        case .unlink:
            let said = try form.read(Leaving.init, in: town)
            _ = try await desk.unlink(
                of,
                from: id,
                reason: said.reason,
                by: viewer,
                operation: operation
            )
        default:
            let said = try form.read(Conflict.init, in: town)
            _ = try await desk.markConflict(said, on: id, by: viewer, operation: operation)
        }
    }

    /// The errand follows a rule of the town when it goes where the rule says.
    private func errand(_ form: Form, _ id: ID<Matter>, by viewer: Viewer) async throws -> Errand {
        let said = try form.read(Errand.init, in: town)
        let suggestion = try await desks.dispatch.suggestion(for: id, to: viewer)
        let code = town.unit(said.unit)?.code
        let named = said.role == .lead ? [suggestion.lead?.code] : suggestion.assist.map(\.code)
        return Errand(
            unit: said.unit,
            role: said.role,
            instruction: said.instruction,
            rule: named.contains(code) ? suggestion.rule : nil
        )
    }

    private func handle(
        _ step: MatterStep,
        _ part: ID<Assignment>,
        _ form: Form,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        let desk = desks.handling
        switch step {
        case .sign:
            _ = try form.read(NothingSaid.init, in: town)
            _ = try await desk.sign(part, by: viewer, operation: operation)
        case .reply:
            let said = try form.read(Centre.Reply.init, in: town)
            _ = try await desk.reply(part, said, by: viewer, operation: operation)
        case .progress:
            let said = try form.read(Progress.init, in: town, answers: ["contact"])
            _ = try await desk.progress(
                part,
                words: said.words,
                contact: said.contact,
                by: viewer,
                operation: operation
            )
        default:
            let said = try form.read(Return.init, in: town)
            _ = try await desk.giveBack(part, said, by: viewer, operation: operation)
        }
    }

    private func time(
        _ step: MatterStep,
        _ id: ID<Matter>,
        _ form: Form,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        let desk = desks.handling
        switch step {
        case .askExtension:
            let said = try form.read(ExtensionRequest.init, in: town, numbers: ["amount"])
            _ = try await desk.askExtension(id, said, by: viewer, operation: operation)
        case .decideExtension:
            let said = try form.read(
                ExtensionDecision.init,
                in: town,
                numbers: ["amount"],
                answers: ["granted"]
            ).with(consent: form.files)
            _ = try await desk.decideExtension(id, said, by: viewer, operation: operation)
        case .suspend:
            let said = try form.read(Suspension.init, in: town)
            _ = try await desk.suspend(id, said, by: viewer, operation: operation)
        default:
            _ = try form.read(NothingSaid.init, in: town)
            _ = try await desk.resume(id, by: viewer, operation: operation)
        }
    }

    private func finish(
        _ step: MatterStep,
        _ id: ID<Matter>,
        _ form: Form,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        let desk = desks.feedback
        switch step {
        case .verify:
            let said = try form.read(Judgement.init, in: town)
            _ = try await desk.verify(
                id,
                said.verdict,
                remark: said.remark,
                by: viewer,
                operation: operation
            )
        case .close:
            let said = try form.read(Closure.init, in: town)
            _ = try await desk.close(id, kind: said.kind, by: viewer, operation: operation)
        case .terminate:
            let said = try form.read(Termination.init, in: town)
            _ = try await desk.terminate(id, said, by: viewer, operation: operation)
        case .visit:
            let said = try form.read(Centre.Visit.init, in: town, answers: ["reached"])
            _ = try await desk.visit(id, said, by: viewer, operation: operation)
        default:
            _ = try form.read(NothingSaid.init, in: town)
            _ = try await desk.archive(id, by: viewer, operation: operation)
        }
    }

    private func part(_ text: String) throws(NotFound) -> ID<Assignment> {
        guard let id = ID<Assignment>(text) else { throw NotFound() }
        return id
    }
}

extension NotAccepted {
    /// Left empty, the ground's own next door is told.
    init(typed fields: inout Fields, in town: Town) throws {
        let code = try fields.text("ground", 1...64)
        let own = try fields.optionalText("nextDoor", 1...1000, .lines)
        let door = town.grounds.refusal.first { $0.code == code }?.nextDoor
        let words = door.map { [$0.body.zh, $0.procedure.zh, $0.limit.zh].joined(separator: "\n") }
        self.init(ground: code, nextDoor: own ?? words ?? "")
    }
}

extension MissingPapers {
    /// What was ticked, and what was written below it, a line each.
    init(typed fields: inout Fields, in town: Town) throws {
        let ticked = try fields.texts("missing", upTo: 20, 1...200)
        let further = try fields.optionalText("further", 1...1000, .lines) ?? ""
        let lines = further.split(separator: "\n").map { String($0.prefix(200)) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        papers = ticked + lines
    }
}

extension ExtensionDecision {
    /// The digest of the paper on which the parties agreed; the paper itself stays with the file.
    fileprivate func with(consent files: [FormFile]) -> ExtensionDecision {
        guard let paper = files.first(where: { $0.field == "consent" }) else { return self }
        let digest = SHA256.hash(data: paper.bytes).map { byte in
            byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }.joined()
        return ExtensionDecision(
            granted: granted,
            amount: amount,
            reason: reason,
            partiesConsent: digest
        )
    }
}
