import Centre
import Hummingbird

/// The pages of a group matter for staff.
struct GroupPages: Sendable {
    let front: Front
    let desks: Desks

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/matters/{id}/group", use: show)
        pages.post("/matters/{id}/group", use: open)
        pages.get("/matters/{id}/group/members", use: members)
        pages.get("/matters/{id}/group/slips", use: slips)
        pages.get("/matters/{id}/group/progress", use: progress)
        MemberSumPages(front: front, desk: desk).routes(in: pages)
        GroupFormPages(front: front, desks: desks).routes(in: pages)
        GroupIntakePages(front: front, desks: desks).routes(in: pages)
    }

    private var desk: GroupDesk { desks.groups }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let say = front.wording(context)
        guard try await desk.isGroup(id, for: context.viewer) else {
            return try front.show(try await opening(.nothing, context), in: context)
        }
        let group = try await desk.group(id, for: context.viewer)
        return try front.show(Sheet(GroupPageView(group, say), .staff(.worklist)), in: context)
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        try await desk.admit(context.viewer, to: id, using: .keepGroup)
        return try await front.take(context) { typed in
            try await opening(typed, context)
        } _: { form, operation in
            let facts = try WageFacts(&form.fields)
            try form.fields.nothingElse()
            _ = try await desk.open(id, facts, by: context.viewer, operation: operation)
            return .to("/desk/matters/\(id)/group", saying: "done-group-opened")
        }
    }

    /// How far an import is, asked for by the pages that show it.
    @Sendable private func progress(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let importing = try await desk.importing(into: id, for: context.viewer)
        let isAwaited = try Address(request)["awaited"] != nil
        let say = front.wording(context)
        let view = GroupProgressView(importing, of: id, say, isAwaited: isAwaited)
        return try front.part(view, in: context)
    }

    private func opening(_ typed: Typed, _ context: OfficerContext) async throws -> Sheet {
        let id: ID<Matter> = try context.id()
        try await desk.admit(context.viewer, to: id, using: .keepGroup)
        let say = front.wording(context)
        let view = GroupFormView(
            title: say("group-open"),
            hint: say("group-open-hint"),
            back: Link(say("group-matter"), to: "/desk/matters/\(id)"),
            form: front.head(typed, in: context),
            problems: [],
            sheet: nil,
            progress: nil,
            fields: GroupFields(typed: typed, say: say).facts,
            button: say("group-open")
        )
        return Sheet(view, .staff(.worklist))
    }

    @Sendable private func members(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let address = try Address(request)
        let say = front.wording(context)
        var list = MemberList()
        list.which = address["which"].flatMap { MemberList.Which(rawValue: $0) } ?? .all
        list.after = try address["after"].flatMap { try MemberList.place($0) } ?? 0
        let found = try await desk.members(list, of: id, for: context.viewer)
        let base = "/desk/matters/\(id)/group"
        let view = GroupMembersView(
            title: say("group-members-\(list.which.rawValue)"),
            back: Link(say("group"), to: base),
            slips: context.viewer.may(.keepGroup)
                ? Link(say("group-slips"), to: "\(base)/slips") : nil,
            rows: found.items.map {
                GroupMemberRow($0, say, mayPay: context.viewer.may(.recordPayments))
            },
            empty: found.items.isEmpty
                ? EmptyState(say("group-nobody"), say("group-nobody-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(MemberList.cursor),
                isFirst: list.after == 0
            )
        )
        return try front.show(Sheet(view, .staff(.worklist)), in: context)
    }

    @Sendable private func slips(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let id: ID<Matter> = try context.id()
        let address = try Address(request)
        let say = front.wording(context)
        let after = try address["after"].flatMap { try MemberList.place($0) } ?? 0
        let found = try await desk.slips(of: id, after: after, limit: 60, for: context.viewer)
        let view = GroupSlipsView(
            title: say("group-slips"),
            hint: say("group-slips-hint"),
            back: Link(say("group"), to: "/desk/matters/\(id)/group"),
            slips: found.items.map { slip in
                .init(
                    name: slip.name ?? say("group-erased"),
                    number: slip.number,
                    code: slip.queryCode,
                    claimed: say.money(fen: slip.claimed.fen)
                )
            },
            empty: found.items.isEmpty
                ? EmptyState(say("group-no-slips"), say("group-no-slips-hint")) : nil,
            pager: Pager(
                at: context.visit.address,
                next: found.next.map(MemberList.cursor),
                isFirst: after == 0
            )
        )
        return try front.show(Sheet(view, .staff(.worklist)), in: context)
    }
}

extension Desks {
    func groupPages(_ front: Front, in pages: RouterGroup<OfficerContext>) {
        GroupPages(front: front, desks: self).routes(in: pages)
    }
}
