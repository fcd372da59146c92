import Centre
import Hummingbird

/// The joint handling of a matter as one line of meetings, and the lists of what was promised and
/// what is asked again.
struct JointPages: Sendable {
    let front: Front
    let desk: JointDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/joint", use: show)
        pages.get("/joint") { request, context in try await list(.pledges, request, context) }
        pages.get("/joint/followUps") { request, context in
            try await list(.followUps, request, context)
        }
    }

    private var town: Town { front.town.town }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let joint = try await desk.joint(of: id, for: context.viewer)
        let view = JointPageView(joint, town, front.wording(context))
        return try front.show(Sheet(view, .staff(.joint)), in: context)
    }

    private func list(
        _ kind: JointList.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let address = try Address(request)
        let say = front.wording(context)
        var list = JointList(kind)
        list.limit = 20
        list.after = try address["after"].flatMap { try JointList.place($0, of: kind) }
        let found = try await desk.page(list, for: context.viewer)
        let view = JointListView(
            title: say("place-joint"),
            tabs: JointListView.tabs(kind, say),
            rows: found.items.map { JointListView.Row($0, kind, town, say) },
            empty: found.items.isEmpty
                ? EmptyState(
                    say(kind == .pledges ? "pledges-none" : "follow-ups-none"),
                    say("joint-none-hint")
                ) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map { JointList.text($0, of: kind) },
                isFirst: list.after == nil
            )
        )
        return try front.show(Sheet(view, .staff(.joint)), in: context)
    }
}
