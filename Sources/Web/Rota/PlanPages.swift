import Centre
import Hummingbird

/// Drafts of the rota: the list, a new one, and one with its figures before it is published.
struct PlanPages: Sendable {
    let front: Front
    let desk: RotaDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/rota/plans", use: list)
        pages.post("/rota/plans", use: draft)
        pages.get("/rota/plans/{id}", use: show)
        for step in Rota.Step.allCases {
            pages.post("/rota/plans/{id}/\(step.noun)") { try await take(step, $0, $1) }
        }
    }

    private var town: Town { front.town.town }

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        guard context.viewer.keepsRota else { throw NotFound() }
        return try front.show(try await sheet(.nothing, Address(request), context), in: context)
    }

    @Sendable private func draft(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.keepRota)
        return try await front.take(context) { typed in
            try await sheet(typed, nil, context)
        } _: { form, operation in
            let order = try RotaOrder(&form.fields)
            try form.fields.nothingElse()
            let done = try await desk.draft(order, by: context.viewer, operation: operation).answer
            return .to("/desk/rota/plans/\(done.id)", saying: "done-drafted")
        }
    }

    private func sheet(
        _ typed: Typed,
        _ address: Address?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        let after: ID<Rota>? = try address?["after"].flatMap { Cursor($0, of: "rotas") }
            .map { try $0.id(at: 0) }
        let found = try await desk.page(for: context.viewer, after: after, limit: 20)
        let next = found.next.map { Cursor(of: "rotas", [.bytes($0.bytes)]).text }
        let view = PlansView(
            title: say("plans"),
            back: Link(say("place-rota"), to: "/desk/rota"),
            draft: context.viewer.may(.keepRota)
                ? PlanForm(typed, town, say, form: front.head(typed, in: context)) : nil,
            rows: found.items.map { PlansView.Row($0, say) },
            empty: found.items.isEmpty
                ? EmptyState(say("plans-none"), say("plans-none-hint")) : nil,
            pager: Pager(at: context.visit.address, next: next, isFirst: after == nil)
        )
        return Sheet(view, .staff(.rota))
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let week = try Address(request)["week"].flatMap { Day($0) }
        return try front.show(try await plan(.nothing, week, context), in: context)
    }

    private func take(
        _ step: Rota.Step,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(step == .publish ? .publishRota : .keepRota)
        let id: ID<Rota> = try context.id()
        return try await front.take(context) { typed in
            try await plan(typed, nil, context)
        } _: { form, operation in
            try form.fields.nothingElse()
            _ = try await desk.take(step, of: id, by: context.viewer, operation: operation)
            return .to("/desk/rota/plans/\(id)", saying: "done-rota-\(step.rawValue)")
        }
    }

    private func plan(
        _ typed: Typed,
        _ week: Day?,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let say = front.wording(context)
        guard context.viewer.keepsRota else { throw NotFound() }
        let rota = try await desk.rota(try context.id(), for: context.viewer)
        let here = RotaWeek(around: min(max(week ?? rota.from, rota.from), rota.to))
        let sittings = try await desk.sittings(
            of: rota.id,
            for: context.viewer,
            after: SittingPlace(halfDay: HalfDay(here.first.adding(-1), .afternoon), seat: "~"),
            through: HalfDay(here.last, .afternoon),
            limit: 400
        ).items
        let steps = Rota.machine.steps(from: rota.state).filter { transition in
            transition.right.map(context.viewer.may) ?? false
        }
        let view = PlanView(
            rota,
            table: RotaTable(
                here.days.filter { rota.from <= $0 && $0 <= rota.to },
                sittings,
                now: HalfDay(at: front.now(), in: town.offset),
                town,
                say
            ),
            week: here,
            steps: steps.enumerated().map { place, transition in
                PlanView.Step(
                    address: "/desk/rota/plans/\(rota.id)/\(transition.step.noun)",
                    label: say("rota-step-\(transition.step.rawValue)"),
                    isMain: transition.step == .publish,
                    // What was refused is told once.
                    form: front.head(place == 0 ? typed : .nothing, in: context)
                )
            },
            town,
            say
        )
        return Sheet(view, .staff(.rota))
    }
}
