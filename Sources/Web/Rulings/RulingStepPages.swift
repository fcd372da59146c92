import Centre
import Hummingbird

/// One form for each step of a disputed duty.
struct RulingStepPages: Sendable {
    let front: Front
    let desk: RulingDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rulings/{step}/{id}", use: ask)
        pages.post("/rulings/{step}/{id}", use: take)
    }

    private var town: Town { front.town.town }

    private func step(_ context: OfficerContext) throws -> RulingStep {
        guard let step = RulingStep(rawValue: context.parameters.get("step") ?? "") else {
            throw NotFound()
        }
        try context.viewer.require(step.right)
        return step
    }

    private func found(
        _ step: RulingStep,
        _ context: OfficerContext
    ) async throws -> RulingView {
        if step.isOnMatter {
            let matter: ID<Matter> = try context.id()
            return try await desk.rulings(of: matter, for: context.viewer)
        }
        let ruling: ID<Ruling> = try context.id()
        return try await desk.rulings(with: ruling, for: context.viewer)
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
            let said = try RulingSaid(&form.fields, with: step, in: town)
            try form.fields.nothingElse()
            if step.isOnMatter {
                _ = try await desk.ask(
                    on: matter,
                    said,
                    by: context.viewer,
                    operation: operation
                )
            } else {
                _ = try await desk.take(
                    step,
                    on: try context.id(),
                    said,
                    by: context.viewer,
                    operation: operation
                )
            }
            return .to("/desk/matters/\(matter)/rulings", saying: "done-ruling")
        }
    }

    private func sheet(
        _ step: RulingStep,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let view = try await found(step, context)
        let say = front.wording(context)
        let words = RulingWording(town: town, say: say)
        let title = say("ruling-step-\(step.rawValue)")
        let boxes = RulingBoxes(view: view, words: words, typed: typed)
        let open = view.rulings.first { $0.state == .open }
        let form = WhistleForm(
            title: title,
            hint: say("ruling-hint-\(step.rawValue)"),
            back: Link(say("ruling"), to: "/desk/matters/\(view.matter)/rulings"),
            facts: Facts([
                (say("ruling-parties"), open.map { words.names($0.parties) }),
                (say("ruling-meanwhile"), open.map { words.name($0.provisional) }),
                (say("ruling-asked-because"), open?.words),
            ]),
            form: front.head(typed, in: context),
            fields: boxes.fields(of: step),
            rows: [],
            button: title
        )
        return Sheet(form, .staff(.rulings))
    }
}
