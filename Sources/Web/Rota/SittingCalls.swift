import Centre
import Hummingbird

/// One place of a rota: by hand, named, ticked; and the days on which a unit cannot come.
struct SittingCalls: Sendable {
    let desk: RotaDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/sittings/{id}", use: sitting)
        officers.post("/sittings/{id}/change", use: change)
        officers.post("/sittings/{id}/people", use: name)
        officers.post("/sittings/{id}/tick", use: tick)
        officers.get("/absences", use: absences)
        officers.post("/absences") { try await tell(takingBack: false, $0, $1) }
        officers.post("/absences/withdrawal") { try await tell(takingBack: true, $0, $1) }
    }

    @Sendable private func sitting(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SittingFile> {
        Answer(try await desk.sitting(try context.id(), for: context.viewer))
    }

    @Sendable private func change(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SittingView> {
        var write = try await Write(request, by: context.caller)
        try write.fields.something()
        let order = try SittingOrder(&write.fields, in: town.town)
        try write.fields.nothingElse()
        let done = try await desk.set(
            order,
            at: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func name(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SittingView> {
        var write = try await Write(request, by: context.caller)
        let officer: ID<Officer> = try write.fields.id("officer")
        let substitute: ID<Officer>? = try write.fields.optionalID("substitute")
        try write.fields.nothingElse()
        let done = try await desk.name(
            officer,
            substitute: substitute,
            at: try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func tick(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SittingView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        let done = try await desk.tick(
            try context.id(),
            by: context.viewer,
            operation: write.operation
        )
        return .done(done.answer, replayed: done.replayed)
    }

    @Sendable private func absences(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<AbsenceView>> {
        var query = try Query(request)
        guard let name = try query.text("unit", 1...64) else { throw Fault(.missing, "unit") }
        try query.nothingElse()
        let unit = try town.town.unit(named: name, field: "unit")
        let found = try await desk.absences(of: unit, for: context.viewer)
        return Answer(Page(items: found, next: nil))
    }

    private func tell(
        takingBack: Bool,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<AbsenceView>> {
        var write = try await Write(request, by: context.caller)
        let order = try AbsenceOrder(&write.fields, in: town.town)
        try write.fields.nothingElse()
        let done = try await desk.tell(
            order,
            takingBack: takingBack,
            by: context.viewer,
            operation: write.operation
        )
        return .done(Page(items: done.answer, next: nil), replayed: done.replayed)
    }
}

extension SittingOrder {
    init(_ fields: inout Fields, in town: Town) throws {
        let unit = try fields.optionalText("unit", 1...64)
        let place = Sitting.Place(
            unit: try unit.map { try town.unit(named: $0, field: "unit") },
            officer: try fields.optionalID("officer"),
            substitute: try fields.optionalID("substitute")
        )
        self.init(place: place, reason: try fields.optionalText("reason", 1...1000, .lines))
    }
}

extension AbsenceOrder {
    init(_ fields: inout Fields, in town: Town) throws {
        self.init(
            unit: try town.unit(named: try fields.text("unit", 1...64), field: "unit"),
            from: try fields.day("from"),
            to: try fields.day("to"),
            half: try fields.optionalWord("half", as: HalfDay.Half.self)
        )
    }
}
