import Centre
import Hummingbird

/// Whistles: units are called to one table, and each of them answers.
struct WhistleCalls: Sendable {
    let desk: WhistleDesk
    let town: TownInForce
    let world: World

    /// The town's rules, for everybody.
    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/whistles/rules") { [town] request, _ in
            let query = try Query(request)
            try query.nothingElse()
            return Answer(WhistleRulesAnswer(town.town.whistles))
        }
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/whistles", use: page)
        officers.get("/whistles/figures", use: figures)
        officers.get("/whistles/calls", use: calls)
        officers.get("/whistles/{id}", use: whistle)
        officers.post("/whistles/{id}/calls", use: callMore)
        officers.post("/whistles/{id}/withdrawal", use: withdraw)
        officers.get("/matters/{id}/whistles", use: ofMatter)
        officers.post("/matters/{id}/whistles", use: blow)
        for move in WhistleCall.Move.allCases {
            guard let noun = move.noun else { continue }
            officers.post("/whistleCalls/{id}/\(noun)") { request, context in
                try await take(move, request, context)
            }
        }
        officers.post("/whistleCalls/{id}/reception", use: receive)
        officers.post("/whistleCalls/{id}/justification", use: justify)
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<WhistleLine>> {
        var query = try Query(request)
        let list = try WhistleList(&query, in: town.town)
        try query.nothingElse()
        let found = try await desk.page(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(WhistleList.cursor)))
    }

    @Sendable private func figures(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<WhistleFigures>> {
        var query = try Query(request)
        let month = try WhistleMonth(&query, in: town.town, now: world.now())
        try query.nothingElse()
        let units = try await desk.figures(of: month, for: context.viewer)
        return Answer(Page(items: units, next: nil))
    }

    @Sendable private func calls(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<WhistleCallLine>> {
        var query = try Query(request)
        let list = try WhistleCallList(&query, in: town.town, now: world.now())
        try query.nothingElse()
        let found = try await desk.calls(list, for: context.viewer)
        return Answer(Page(items: found.items, next: found.next.map(WhistleCallList.cursor)))
    }

    @Sendable private func whistle(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        Answer(try await desk.whistle(try context.id(), for: context.viewer))
    }

    @Sendable private func ofMatter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<WhistleView>> {
        let whistles = try await desk.whistles(of: try context.id(), for: context.viewer)
        return Answer(Page(items: whistles, next: nil))
    }

    @Sendable private func blow(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let order = try WhistleOrder(&write.fields, in: town.town)
        try write.fields.nothingElse()
        let done = try await desk.blow(
            order,
            on: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .made(
            done.answer,
            at: "/api/v1/whistles/\(done.answer.id)",
            replayed: done.replayed
        )
    }

    @Sendable private func callMore(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let calls = try WhistleOrder.Call.list(&write.fields, in: town.town)
        try write.fields.nothingElse()
        return .done(
            try await desk.callMore(
                calls,
                to: try context.id(),
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func withdraw(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let words = try write.fields.text("words", 1...2000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.withdraw(
                try context.id(),
                because: words,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    private func take(
        _ move: WhistleCall.Move,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let said = try WhistleWords(&write.fields, with: move)
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

    @Sendable private func receive(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let reception = WhistleCall.Reception(
            inTime: try write.fields.flag("inTime"),
            helped: try write.fields.flag("helped")
        )
        let words = try write.fields.optionalText("words", 1...2000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.receive(
                try context.id(),
                reception,
                words,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func justify(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<WhistleView> {
        var write = try await Write(request, by: context.caller)
        let justified = try write.fields.flag("justified")
        let words = try write.fields.optionalText("words", 1...2000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.justify(
                try context.id(),
                WhistleCall.Justification(justified: justified),
                words,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}

extension WhistleCall.Move {
    /// The move in an address; none for what the house does by itself.
    var noun: String? {
        switch self {
        case .see: "sight"
        case .come: "coming"
        case .decline: "refusal"
        case .arrive: "arrival"
        case .markPresent: "presence"
        case .stayAway: "excuse"
        case .markAbsent: "absence"
        case .finish: "result"
        case .excuse: "release"
        case .uphold: "upholding"
        case .withdraw: "withdrawal"
        case .rise: nil
        }
    }
}

/// The town's rules of whistles as everybody may read them.
struct WhistleRulesAnswer: Encodable, Sendable {
    struct Time: Encodable, Sendable {
        let amount: Int
        let unit: AnswerTime.Measure

        init(_ time: AnswerTime) {
            amount = time.amount
            unit = time.measure
        }
    }

    struct Kind: Encodable, Sendable {
        let code: String
        let title: Bilingual
        let answer: Time
        let further: Time
        let basis: Bilingual
    }

    struct Ground: Encodable, Sendable {
        let code: String
        let title: Bilingual
        let basis: Bilingual
        let kinds: [String]
        let leastUnits: Int
    }

    let kinds: [Kind]
    let grounds: [Ground]
    let mostUnits: Int

    init(_ rules: WhistleRules) {
        kinds = rules.kinds.map {
            Kind(
                code: $0.code,
                title: $0.title,
                answer: Time($0.answer),
                further: Time($0.further),
                basis: $0.basis.citation
            )
        }
        grounds = rules.grounds.map {
            Ground(
                code: $0.code,
                title: $0.title,
                basis: $0.basis.citation,
                kinds: $0.kinds,
                leastUnits: $0.leastUnits
            )
        }
        mostUnits = rules.mostUnits
    }
}
