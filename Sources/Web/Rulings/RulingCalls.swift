import Centre
import Hummingbird

/// Disputed duties: asked, ruled on, and found again as precedents.
struct RulingCalls: Sendable {
    let desk: RulingDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/rulings", use: open)
        officers.get("/precedents", use: precedents)
        officers.get("/matters/{id}/rulings", use: rulings)
        for step in RulingStep.allCases {
            officers.post(RouterPath(step.path)) { request, context in
                try await take(step, request, context)
            }
        }
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<RulingLine>> {
        var query = try Query(request)
        var list = RulingList()
        list.limit = try query.limit()
        list.after = try query.cursor(of: RulingList.name).map(RulingList.place)
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(RulingList.text)))
    }

    @Sendable private func precedents(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<Precedent>> {
        var query = try Query(request)
        var list = PrecedentList()
        list.classCode = try query.text("class", 1...32)
        list.limit = try query.limit()
        list.after = try query.cursor(of: PrecedentList.name).map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.precedents(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(PrecedentList.text)))
    }

    @Sendable private func rulings(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RulingView> {
        let id: ID<Matter> = try context.id()
        return Answer(try await desk.rulings(of: id, for: context.viewer))
    }

    /// Whoever may never take the step does not find it, whatever was sent.
    private func take(
        _ step: RulingStep,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RulingView> {
        try context.viewer.require(step.right)
        var write = try await Write(request, by: context.caller)
        let said = try RulingSaid(&write.fields, with: step, in: town.town)
        try write.fields.nothingElse()
        if step.isOnMatter {
            let matter: ID<Matter> = try context.id()
            return .done(
                try await desk.ask(
                    on: matter,
                    said,
                    by: context.viewer,
                    operation: write.operation
                )
            )
        }
        let ruling: ID<Ruling> = try context.id()
        return .done(
            try await desk.take(
                step,
                on: ruling,
                said,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension RulingStep {
    /// The call that takes it.
    var path: String {
        switch self {
        case .ask: "/matters/{id}/rulings"
        case .passOn: "/rulings/{id}/ruler"
        case .rule: "/rulings/{id}/verdict"
        case .withdraw: "/rulings/{id}/withdrawal"
        case .retire: "/rulings/{id}/retirement"
        }
    }
}
