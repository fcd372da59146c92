import Centre
import Hummingbird

/// The steps of one matter: all of them on a page, and a form for each that is opened or moved.
struct SupervisionStepPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/supervision", use: show)
        pages.get("/matters/{id}/supervision/{kind}", use: askNew)
        pages.post("/matters/{id}/supervision/{kind}", use: open)
        pages.get("/supervision/steps/{id}/{move}", use: askMove)
        pages.post("/supervision/steps/{id}/{move}", use: take)
    }

    private var town: Town { front.town.town }
    private var desk: SupervisionDesk { desks.supervision }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let say = front.wording(context)
        let id: ID<Matter> = try context.id()
        let matter = try await desks.matters.matter(id, for: context.viewer)
        let steps = try await desk.steps(of: id, for: context.viewer)
        let voice = matter.concerns.first { !$0.linked } ?? matter.concerns.first
        let kinds = matter.linkedInto == nil ? SupervisionStep.Kind.open(with: matter) : []
        let view = MatterSupervisionView(
            title: say("supervision-of-matter"),
            back: Link(voice?.title ?? say("matter-erased"), to: "/desk/matters/\(id)"),
            number: voice?.number ?? "",
            opening: kinds.filter { context.viewer.may($0.procedure.decider) }
                .map { kind in
                    Link(
                        say("open-\(kind.rawValue)"),
                        to: "/desk/matters/\(id)/supervision/\(kind.rawValue)"
                    )
                },
            steps: steps.map { SupervisionStepCard($0, town, say, now: front.now()) },
            empty: steps.isEmpty
                ? EmptyState(say("supervision-none"), say("supervision-none-of-matter")) : nil,
            papers: context.viewer.may(.supervise) ? papers(of: steps, id, say) : []
        )
        return try front.show(Sheet(view, .staff(.supervision)), in: context)
    }

    private func papers(
        of steps: [SupervisionView],
        _ id: ID<Matter>,
        _ say: Wording
    ) -> [Link] {
        let kinds: [(Document.Kind, Bool)] = [
            (.reminderSlip, steps.contains { $0.kind == .reminder && $0.waits == .unit }),
            (.supervisionSlip, steps.contains { $0.kind == .letter && $0.waits != .nobody }),
        ]
        return kinds.filter(\.1).map { kind, _ in
            Link(
                say("paper-\(kind.rawValue)"),
                to: "/desk/matters/\(id)/documents/\(kind.rawValue)"
            )
        }
    }

    @Sendable private func askNew(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await newSheet(.nothing, context), in: context)
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let kind = try kind(context)
        let id: ID<Matter> = try context.id()
        return try await front.take(context) { typed in
            try await newSheet(typed, context)
        } _: { form, operation in
            let order = try SupervisionOrder(kind, &form.fields)
            try form.fields.nothingElse()
            _ = try await desk.open(order, on: id, by: context.viewer, operation: operation)
            return .to("/desk/matters/\(id)/supervision", saying: "done-supervised")
        }
    }

    private func kind(_ context: OfficerContext) throws -> SupervisionStep.Kind {
        guard let word = context.parameters.get("kind"),
            let kind = SupervisionStep.Kind(rawValue: word),
            SupervisionStep.Kind.opened.contains(kind)
        else { throw NotFound() }
        try context.viewer.require(kind.procedure.decider)
        return kind
    }

    private func newSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let kind = try kind(context)
        let say = front.wording(context)
        let id: ID<Matter> = try context.id()
        let matter = try await desks.matters.matter(id, for: context.viewer)
        let fields = SupervisionFields(typed: typed, say: say)
        guard SupervisionStep.Kind.open(with: matter).contains(kind) else { throw NotFound() }
        var boxes: [Field] = []
        if matter.isGivenOut { boxes.append(parts(of: matter, fields)) }
        boxes += [
            fields.grounds(town.supervision.grounds(of: kind)),
            fields.words("supervision-words-\(kind.rawValue)"),
        ]
        if kind == .talk { boxes.append(fields.day("day", "supervision-day")) }
        if kind == .leader { boxes += try await leaderBoxes(matter, fields, context) }
        if SupervisionStep.Kind.ladder.contains(kind), kind != .reminder {
            boxes.append(
                fields.lines("skipReason", "supervision-skip-reason", hint: "supervision-skip-hint")
            )
        }
        return sheet(
            say("open-\(kind.rawValue)"),
            hint: say("open-hint-\(kind.rawValue)"),
            matter: id,
            Facts([
                (say("supervision-matter"), matter.concerns.first?.number),
                (
                    say("supervision-unit"),
                    matter.isGivenOut ? nil : say("supervision-dispatch")
                ),
            ]),
            boxes,
            typed,
            context
        )
    }

    private func parts(of matter: MatterView, _ fields: SupervisionFields) -> Field {
        fields.choice(
            "assignment",
            "supervision-unit",
            matter.assignments.map { part in
                Field.Option("\(part.id)", fields.say(town.unitName(part.unit.code)))
            }
        )
    }

    private func leaderBoxes(
        _ matter: MatterView,
        _ fields: SupervisionFields,
        _ context: OfficerContext
    ) async throws -> [Field] {
        var leaders: [SupervisionPerson] = []
        var workers: [SupervisionPerson] = []
        for part in matter.assignments {
            let people = try await desk.people(for: part.id, to: context.viewer)
            leaders = people.leaders
            workers += people.workers.filter { !workers.contains($0) }
        }
        return [
            fields.people("leader", "supervision-leader", leaders),
            fields.people("responsible", "supervision-responsible", workers),
            fields.day("day", "supervision-promised"),
        ]
    }

    @Sendable private func askMove(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await moveSheet(.nothing, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let move = try move(context)
        try await desk.admit(context.viewer, to: move, of: try context.id())
        return try await front.take(context) { typed in
            try await moveSheet(typed, context)
        } _: { form, operation in
            let said = try SupervisionWords(&form.fields, with: move)
            try form.fields.nothingElse()
            let done = try await desk.move(
                try context.id(),
                move,
                said,
                by: context.viewer,
                operation: operation
            ).answer
            return .to("/desk/matters/\(done.matter)/supervision", saying: "done-supervised")
        }
    }

    private func move(_ context: OfficerContext) throws -> SupervisionStep.Move {
        let word = context.parameters.get("move") ?? ""
        guard let move = SupervisionStep.Move(rawValue: word) else { throw NotFound() }
        return move
    }

    private func moveSheet(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let move = try move(context)
        let step = try await desk.step(try context.id(), for: context.viewer)
        guard step.moves.contains(move) || typed.problem != nil else { throw NotFound() }
        let say = front.wording(context)
        let fields = SupervisionFields(typed: typed, say: say)
        var boxes = try await moveBoxes(move, of: step, fields, context)
        boxes.append(fields.words("move-words-\(move.rawValue)"))
        return sheet(
            say("move-\(move.rawValue)"),
            hint: move == .replace ? say("move-hint-replace") : nil,
            matter: step.matter,
            SupervisionStepCard.facts(step, town, say),
            boxes,
            typed,
            context
        )
    }

    /// What a move asks for besides words.
    private func moveBoxes(
        _ move: SupervisionStep.Move,
        of step: SupervisionView,
        _ fields: SupervisionFields,
        _ context: OfficerContext
    ) async throws -> [Field] {
        switch (step.kind, move) {
        case (.leader, .answer):
            return [fields.words("result", "leader-result", LeaderResult.allCases)]
        case (.recheck, .hold):
            return [fields.words("finding", "recheck-finding", RecheckFinding.allCases)]
        case (.leader, .replace):
            guard let part = step.assignment else { return [] }
            let leaders = try await desk.people(for: part, to: context.viewer).leaders
            return [
                fields.people("leader", "supervision-new-leader-box", leaders),
                fields.day("day", "supervision-new-promise-box", needed: false),
            ]
        default: return []
        }
    }

    private func sheet(
        _ title: String,
        hint: String?,
        matter: ID<Matter>,
        _ facts: Facts,
        _ fields: [Field],
        _ typed: Typed,
        _ context: OfficerContext
    ) -> Sheet {
        let say = front.wording(context)
        let view = SupervisionForm(
            title: title,
            hint: hint,
            back: Link(say("supervision-of-matter"), to: "/desk/matters/\(matter)/supervision"),
            facts: facts,
            form: front.head(typed, in: context),
            fields: fields,
            button: title
        )
        return Sheet(view, .staff(.supervision))
    }
}

extension MatterView {
    /// Units have parts of it that are being done or have been done.
    var isGivenOut: Bool { assignments.contains(where: \.state.isStanding) }
}

extension SupervisionStep.Kind {
    /// What may be opened: a step calls a unit to account, and before a unit has the matter the
    /// centre's own dispatch.
    static func open(with matter: MatterView) -> [Self] { matter.isGivenOut ? opened : ofDispatch }
}
