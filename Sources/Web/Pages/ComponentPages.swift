import Centre
import Hummingbird

/// Every part pages are made of, on one page, for those who build and check them.
struct ComponentPages: Sendable {
    let front: Front

    func routes(in desk: RouterGroup<OfficerContext>) {
        desk.get("/components", use: show)
        desk.post("/components", use: take)
    }

    @Sendable private func show(_ request: Request, _ context: OfficerContext) throws -> Response {
        try front.show(page(.nothing, context), in: context)
    }

    /// Keeps nothing: it shows how a form comes back and how it goes on.
    @Sendable private func take(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            page(typed, context)
        } _: { form, _ in
            _ = try form.fields.text("title", 2...20)
            _ = try form.fields.optionalText("words", 1...200, .lines)
            return .to("/desk/components", saying: "done-tried")
        }
    }

    private func page(_ typed: Typed, _ context: OfficerContext) -> Sheet {
        let form = front.head(typed, in: context)
        return Sheet(ComponentsView(form, typed, front.wording(context), front.now()), .staff(nil))
    }
}
