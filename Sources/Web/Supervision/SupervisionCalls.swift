import Centre
import Hummingbird

/// Supervision: a unit is called to account, and answers.
struct SupervisionCalls: Sendable {
    let desk: SupervisionDesk
    let town: TownInForce

    /// The open rules, for everybody.
    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/supervision/rules") { [town] request, _ in
            let query = try Query(request)
            try query.nothingElse()
            return Answer(SupervisionRulesAnswer(town.town.supervision))
        }
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/supervision", use: page)
        officers.get("/matters/{id}/supervision", use: steps)
        officers.post("/matters/{id}/supervision", use: open)
        for move in SupervisionStep.Move.allCases {
            officers.post("/supervision/{id}/\(move.noun)") { request, context in
                try await take(move, request, context)
            }
        }
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<SupervisionLine>> {
        var query = try Query(request)
        let list = try SupervisionList(&query, in: town.town)
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(SupervisionList.cursor)))
    }

    @Sendable private func steps(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<SupervisionView>> {
        let steps = try await desk.steps(of: try context.id(), for: context.viewer)
        return Answer(Page(items: steps, next: nil))
    }

    @Sendable private func open(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SupervisionView> {
        var write = try await Write(request, by: context.caller)
        let order = try SupervisionOrder(&write.fields)
        try write.fields.nothingElse()
        let done = try await desk.open(
            order,
            on: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .made(done.answer, at: nil, replayed: done.replayed)
    }

    private func take(
        _ move: SupervisionStep.Move,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SupervisionView> {
        var write = try await Write(request, by: context.caller)
        let said = try SupervisionWords(&write.fields, with: move)
        try write.fields.nothingElse()
        return .done(
            try await desk.move(
                try context.id(),
                move,
                said,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension SupervisionStep.Move {
    /// The move in an address.
    var noun: String {
        switch self {
        case .answer: "answer"
        case .accept: "acceptance"
        case .sendBack: "rejection"
        case .lift: "lifting"
        case .hold: "record"
        case .meet: "meeting"
        case .replace: "replacement"
        case .withdraw: "withdrawal"
        }
    }
}

/// The open rules as everybody may read them.
struct SupervisionRulesAnswer: Encodable, Sendable {
    struct Ground: Encodable, Sendable {
        let code: String
        let title: Bilingual
        let basis: Bilingual
        let steps: [SupervisionStep.Kind]
        let lists: Bool
        let checked: Bool
    }

    struct Sign: Encodable, Sendable {
        let code: ClosingSign
        let title: Bilingual
        let reason: Bilingual
        let threshold: Int
    }

    let ladder: [SupervisionStep.Kind]
    let grounds: [Ground]
    let signs: [Sign]
    let refusedFormulas: [String]
    let recheckAlgorithm: String

    init(_ rules: SupervisionRules) {
        ladder = SupervisionStep.Kind.ladder
        grounds = rules.grounds.map {
            Ground(
                code: $0.code,
                title: $0.title,
                basis: $0.basis.citation,
                steps: $0.kinds,
                lists: $0.lists,
                checked: $0.isChecked
            )
        }
        signs = rules.signs.map {
            Sign(code: $0.sign, title: $0.title, reason: $0.reason, threshold: $0.threshold)
        }
        refusedFormulas = rules.refusedFormulas
        recheckAlgorithm = "sha256-hex(seed + LF + number), ascending"
    }
}
