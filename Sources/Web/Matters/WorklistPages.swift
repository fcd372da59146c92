import Centre
import Hummingbird

/// The worklist, with its filters kept in the address, and the lists behind the figures of the
/// first page.
struct WorklistPages: Sendable {
    let front: Front
    let desk: MattersDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters", use: worklist)
        pages.get("/waiting/{waiting}", use: waiting)
    }

    @Sendable private func worklist(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.readMatters)
        let filter = try WorklistFilter(request, in: front.town.town)
        let list = try filter.worklist
        let view: WorklistView
        do {
            let found = try await desk.worklist(list, for: context.viewer)
            view = self.view(filter, list, found, nil, context)
        } catch let refusal as SearchRefusal {
            let nothing = Portion<WorklistLine, Worklist.Cursor>(items: [], next: nil)
            view = self.view(filter, list, nothing, front.wording(context)(refusal.word), context)
        }
        // A filter that was changed brings the list alone.
        if context.visit.wantsPart { return try front.part(view.list, in: context) }
        return try front.show(Sheet(view, .staff(.worklist)), in: context)
    }

    private func view(
        _ filter: WorklistFilter,
        _ list: Worklist,
        _ found: Portion<WorklistLine, Worklist.Cursor>,
        _ problem: String?,
        _ context: OfficerContext
    ) -> WorklistView {
        let say = front.wording(context)
        let next = found.next.map { Cursor(of: list.name, $0.key, $0.matter).text }
        return WorklistView(
            title: say("place-worklist"),
            filter: FilterForm(filter, front.town.town, say, problem: problem),
            list: MatterList(
                say("place-worklist"),
                found.items.map { MatterRow($0, front.town.town, say, now: front.now()) },
                Pager(at: context.visit.address, next: next, isFirst: filter.isFirst),
                empty: filter.isNarrowed
                    ? EmptyState(
                        say("worklist-none"),
                        problem ?? say("worklist-none-hint"),
                        link: Link(say("worklist-all"), to: "/desk/matters")
                    ) : EmptyState(say("worklist-empty"), say("worklist-empty-hint"))
            ),
            export: found.items.isEmpty ? nil : ExportForm(filter, say)
        )
    }

    @Sendable private func waiting(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard let waiting = context.parameters.get("waiting").flatMap(Waiting.init(rawValue:))
        else {
            throw NotFound()
        }
        let say = front.wording(context)
        let name = "waiting/\(waiting.rawValue)"
        let after = try ListAddress(request)["after"].flatMap { Cursor($0, of: name) }.map {
            cursor in
            Worklist.Cursor(key: try cursor.number(at: 0), matter: try cursor.id(at: 1))
        }
        let found = try await desk.waiting(waiting, for: context.viewer, after: after, limit: 50)
        let next = found.next.map { Cursor(of: name, $0.key, $0.matter).text }
        let view = WaitingView(
            title: say("waiting-\(waiting.rawValue)"),
            hint: say("waiting-hint-\(waiting.rawValue)"),
            list: MatterList(
                say("waiting-\(waiting.rawValue)"),
                found.items.map { MatterRow($0, front.town.town, say, now: front.now()) },
                Pager(at: context.visit.address, next: next, isFirst: after == nil),
                empty: EmptyState(
                    say("waiting-none"),
                    say("waiting-none-hint"),
                    link: Link(say("place-today"), to: "/desk")
                )
            )
        )
        return try front.show(Sheet(view, .staff(.today)), in: context)
    }
}
