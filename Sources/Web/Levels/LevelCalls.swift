import Centre
import Hummingbird

/// A matter goes up to a higher level or down to a village.
struct LevelCalls: Sendable {
    let desk: LevelDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/levels", use: open)
        officers.get("/matters/{id}/levels", use: levels)
        for step in LevelStep.allCases {
            officers.post(RouterPath(step.path)) { request, context in
                try await take(step, request, context)
            }
        }
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<LevelLine>> {
        var query = try Query(request)
        var list = LevelList()
        list.limit = try query.limit()
        list.after = try query.cursor(of: LevelList.name).map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(LevelList.text)))
    }

    @Sendable private func levels(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<LevelView> {
        let id: ID<Matter> = try context.id()
        return Answer(try await desk.levels(of: id, for: context.viewer))
    }

    /// Whoever may never take the step does not find it, whatever was sent.
    private func take(
        _ step: LevelStep,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<LevelView> {
        try context.viewer.require(step.right)
        var write = try await Write(request, by: context.caller)
        let said = try LevelSaid(&write.fields, with: step, in: town.town)
        try write.fields.nothingElse()
        if step.isOnMatter {
            let matter: ID<Matter> = try context.id()
            return .done(
                try await desk.take(
                    step,
                    with: matter,
                    said,
                    by: context.viewer,
                    operation: write.operation
                )
            )
        }
        let change: ID<LevelChange> = try context.id()
        return .done(
            try await desk.take(
                step,
                on: change,
                said,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension LevelStep {
    /// The call that takes it.
    var path: String {
        switch self {
        case .propose: "/matters/{id}/levels/up"
        case .sendDown: "/matters/{id}/levels/down"
        case .approve: "/levels/{id}/approval"
        case .decline: "/levels/{id}/declination"
        case .withdraw: "/levels/{id}/withdrawal"
        }
    }
}
