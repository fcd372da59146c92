import Centre
import Hummingbird

/// The rota for officers: drafts, publication, places, gaps.
struct RotaCalls: Sendable {
    let desk: RotaDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/rotas", use: page)
        officers.post("/rotas", use: draft)
        officers.get("/rotas/{id}", use: rota)
        officers.get("/rotas/{id}/sittings", use: sittings)
        for step in Rota.Step.allCases {
            officers.post("/rotas/{id}/\(step.noun)") { request, context in
                try await take(step, request, context)
            }
        }
        officers.get("/hall/gaps", use: gaps)
    }

    @Sendable private func page(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<RotaView.Head>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 20)
        let after: ID<Rota>? = try query.cursor(of: "rotas").map { try $0.id(at: 0) }
        try query.nothingElse()
        let found = try await desk.page(for: context.viewer, after: after, limit: limit)
        let next = found.next.map { Cursor(of: "rotas", [.bytes($0.bytes)]).text }
        return Answer(Page(items: found.items, next: next))
    }

    @Sendable private func draft(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RotaView> {
        var write = try await Write(request, by: context.caller)
        let order = try RotaOrder(&write.fields)
        try write.fields.nothingElse()
        let done = try await desk.draft(order, by: context.viewer, operation: write.operation)
        let address = "/api/v1/rotas/\(done.answer.id)"
        return .made(done.answer, at: address, replayed: done.replayed)
    }

    @Sendable private func rota(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RotaView> {
        Answer(try await desk.rota(try context.id(), for: context.viewer))
    }

    @Sendable private func sittings(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<SittingView>> {
        var query = try Query(request)
        let limit = try query.limit(usual: 50)
        let after = try query.cursor(of: "sittings").map { cursor in
            SittingPlace(
                halfDay: HalfDay(number: Int(try cursor.number(at: 0))),
                seat: try cursor.text(at: 1)
            )
        }
        try query.nothingElse()
        let found = try await desk.sittings(
            of: try context.id(),
            for: context.viewer,
            after: after,
            limit: limit
        )
        let next = found.next.map { place in
            Cursor(
                of: "sittings",
                [.number(Int64(place.halfDay.number)), .bytes(Array(place.seat.utf8))]
            ).text
        }
        return Answer(Page(items: found.items, next: next))
    }

    private func take(
        _ step: Rota.Step,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RotaView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        let done = try await desk.take(
            step,
            of: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func gaps(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<RotaGap>> {
        try Query(request).nothingElse()
        return Answer(Page(items: try await desk.gaps(for: context.viewer), next: nil))
    }
}

extension Rota.Step {
    /// The step in an address.
    var noun: String {
        switch self {
        case .publish: "publication"
        case .discard: "discarding"
        }
    }
}

extension RotaOrder {
    init(_ fields: inout Fields) throws {
        self.init(from: try fields.day("from"), to: try fields.day("to"))
    }
}
