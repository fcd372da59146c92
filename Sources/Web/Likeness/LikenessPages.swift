import Centre
import Hummingbird

/// What may be the same matter: the proposals, and two matters side by side with the decision.
struct LikenessPages: Sendable {
    let front: Front
    let desk: LikenessDesk
    let dispatch: DispatchDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/likenesses", use: show)
        pages.get("/matters/{id}/likenesses/{number}") { _, context in
            try front.show(try await pair(.nothing, context), in: context)
        }
        pages.post("/matters/{id}/likenesses/{number}", use: decide)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let table = try await desk.alike(try context.id(), to: context.viewer)
        let view = LikenessListView(table, front.wording(context))
        return try front.show(Sheet(view, .staff(.worklist)), in: context)
    }

    @Sendable private func decide(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.link)
        let id: ID<Matter> = try context.id()
        return try await front.take(context) { typed in
            try await pair(typed, context)
        } _: { form, operation in
            let deed = try form.fields.word("deed", as: LikenessDeed.self)
            let reason = try form.fields.text("reason", 1...1000, .lines)
            try form.fields.nothingElse()
            let number = try context.number()
            try await carryOut(deed, id, number, reason, by: context.viewer, operation)
            return .to("/desk/matters/\(id)", saying: "done-likeness-\(deed.rawValue)")
        }
    }

    private func carryOut(
        _ deed: LikenessDeed,
        _ id: ID<Matter>,
        _ number: String,
        _ reason: String,
        by viewer: Viewer,
        _ operation: Operation
    ) async throws {
        switch deed {
        case .here:
            _ = try await dispatch.link(
                number,
                to: id,
                reason: reason,
                by: viewer,
                operation: operation
            )
        case .there:
            _ = try await desk.join(
                id,
                to: number,
                reason: reason,
                by: viewer,
                operation: operation
            )
        case .apart:
            _ = try await desk.keepApart(
                number,
                from: id,
                reason: reason,
                by: viewer,
                operation: operation
            )
        case .notApart:
            _ = try await desk.endApart(
                number,
                from: id,
                reason: reason,
                by: viewer,
                operation: operation
            )
        }
    }

    private func pair(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let number = try context.number()
        let pair = try await desk.pair(try context.id(), with: number, for: context.viewer)
        let view = LikenessPairView(
            pair,
            number,
            typed,
            form: front.head(typed, in: context),
            front.wording(context)
        )
        return Sheet(view, .staff(.worklist))
    }
}

/// What can be decided of two matters.
enum LikenessDeed: String, CaseIterable, Sendable {
    /// The other's concern joins this matter.
    case here
    /// This matter's concern joins the other.
    case there
    case apart
    /// What was kept apart may be linked again.
    case notApart
}

extension Desks {
    var likeness: LikenessDesk { LikenessDesk(house: house) }

    func likenessPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        LikenessPages(front: front, desk: likeness, dispatch: dispatch).routes(in: pages)
    }

    func likenessCalls(in officers: RouterGroup<OfficerContext>) {
        LikenessCalls(desk: likeness, town: town).routes(in: officers)
    }
}
