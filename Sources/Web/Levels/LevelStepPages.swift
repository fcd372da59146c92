import Centre
import Hummingbird

/// One form for each step of a matter between levels.
struct LevelStepPages: Sendable {
    let front: Front
    let desk: LevelDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/levels/{step}/{id}", use: ask)
        pages.post("/levels/{step}/{id}", use: take)
    }

    private var town: Town { front.town.town }

    private func step(_ context: OfficerContext) throws -> LevelStep {
        guard let step = LevelStep(rawValue: context.parameters.get("step") ?? "") else {
            throw NotFound()
        }
        try context.viewer.require(step.right)
        return step
    }

    private func found(_ step: LevelStep, _ context: OfficerContext) async throws -> LevelView {
        if step.isOnMatter {
            let matter: ID<Matter> = try context.id()
            return try await desk.levels(of: matter, for: context.viewer)
        }
        let change: ID<LevelChange> = try context.id()
        return try await desk.levels(with: change, for: context.viewer)
    }

    @Sendable private func ask(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let step = try step(context)
        return try front.show(try await sheet(step, .nothing, context), in: context)
    }

    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let step = try step(context)
        let matter = try await found(step, context).matter
        return try await front.take(context) { typed in
            try await sheet(step, typed, context)
        } _: { form, operation in
            let said = try LevelSaid(&form.fields, with: step, in: town)
            try form.fields.nothingElse()
            if step.isOnMatter {
                _ = try await desk.take(
                    step,
                    with: matter,
                    said,
                    by: context.viewer,
                    operation: operation
                )
            } else {
                let change: ID<LevelChange> = try context.id()
                _ = try await desk.take(
                    step,
                    on: change,
                    said,
                    by: context.viewer,
                    operation: operation
                )
            }
            return .to("/desk/matters/\(matter)/levels", saying: "done-level-\(step.rawValue)")
        }
    }

    private func sheet(
        _ step: LevelStep,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let view = try await found(step, context)
        let say = front.wording(context)
        let words = LevelWording(town: town, say: say)
        let title = say("level-step-\(step.rawValue)")
        let open = step.isOnMatter ? nil : view.changes.first { $0.state == .open }
        let form = WhistleForm(
            title: title,
            hint: say("level-hint-\(step.rawValue)"),
            back: Link(say("levels"), to: "/desk/matters/\(view.matter)/levels"),
            facts: Facts([
                (say("level-from"), view.lead.map(words.name)),
                (say("level-to"), open.map { words.name($0.to) }),
                (say("level-reason"), open.map { words.reason($0.reason, .up) }),
                (say("level-words"), open?.words),
            ]),
            form: front.head(typed, in: context),
            fields: LevelBoxes(view: view, words: words, typed: typed).fields(of: step),
            rows: [],
            button: title
        )
        return Sheet(form, .staff(.rulings))
    }
}
