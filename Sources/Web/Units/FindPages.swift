import Centre
import Hummingbird

/// The box in the bar: a number opens its matter, and nothing else is searched.
struct FindPages: Sendable {
    let front: Front
    let queues: QueueDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/find", use: find)
    }

    @Sendable private func find(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.readMatters)
        let number = try Address(request)["number"]?.trimmed ?? ""
        if number.isPrintable(1...100),
            let id = try await queues.find(number, for: context.viewer)
        {
            return front.see(.to("/desk/matters/\(id)"))
        }
        let say = front.wording(context)
        let view = FindView(
            title: say("find-title"),
            empty: EmptyState(
                number.isEmpty ? say("find-nothing-typed") : say("find-none", ["number": number]),
                say("find-hint"),
                link: Link(say("find-worklist"), to: "/desk/matters")
            )
        )
        return try front.show(Sheet(view, .staff(nil)), in: context)
    }
}

struct FindView: PageView {
    static let template = "Units/find"

    let title: String
    let empty: EmptyState
}

extension String {
    /// Without the blanks that come along when a number is copied.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
