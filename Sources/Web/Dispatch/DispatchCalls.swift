import Centre
import Hummingbird

/// Taking matters in, refusing them with the next door, giving them out, linking concerns.
struct DispatchCalls: Sendable {
    let desk: DispatchDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/matters/{id}/acceptance", use: accept)
        officers.post("/matters/{id}/refusal", use: refuse)
        officers.post("/matters/{id}/supplementCall", use: callSupplement)
        officers.get("/matters/{id}/suggestion", use: suggestion)
        officers.post("/matters/{id}/assignments", use: assign)
        officers.post("/matters/{id}/conference", use: confer)
        officers.post("/matters/{id}/conflicts", use: markConflict)
        officers.post("/matters/{id}/links", use: link)
        officers.delete("/matters/{id}/links/{number}", use: unlink)
        officers.post("/assignments/{id}/designation", use: designate)
    }

    @Sendable private func accept(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let acceptance = Acceptance(
            classCode: try write.fields.text("class", 1...32),
            item: try write.fields.optionalText("item", 1...32),
            route: try write.fields.text("route", 1...32),
            areaCode: try write.fields.optionalText("area", 1...32)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.accept(
                try context.id(),
                acceptance,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func refuse(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let refusal = NotAccepted(
            ground: try write.fields.text("ground", 1...64),
            nextDoor: try write.fields.text("nextDoor", 1...1000, .lines)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.refuse(
                try context.id(),
                refusal,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func callSupplement(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let missing = try write.fields.texts("missing", upTo: 20, 1...200)
        try write.fields.nothingElse()
        return .done(
            try await desk.callSupplement(
                try context.id(),
                missing: missing,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func suggestion(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RoutingSuggestion> {
        Answer(try await desk.suggestion(for: try context.id(), to: context.viewer))
    }

    @Sendable private func assign(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        var write = try await Write(request, by: context.caller)
        let unit = try write.fields.text("unit", 1...64)
        let errand = Errand(
            unit: try town.town.unit(named: unit, field: "unit"),
            role: try write.fields.word("role", as: Assignment.Role.self),
            instruction: try write.fields.text("instruction", 1...2000, .lines),
            rule: try write.fields.optionalText("rule", 1...64)
        )
        try write.fields.nothingElse()
        let done = try await desk.assign(
            try context.id(),
            errand,
            by: context.viewer,
            operation: write.operation
        )
        return try .made(done)
    }

    @Sendable private func confer(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let minutes = try write.fields.text("minutes", 1...5000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.confer(
                try context.id(),
                minutes: minutes,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func markConflict(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let unit = try write.fields.optionalText("unit", 1...64)
        let officer: ID<Officer>? = try write.fields.optionalID("officer")
        try write.fields.nothingElse()
        let conflict: Conflict
        switch (unit, officer) {
        case (let unit?, nil): conflict = .unit(try town.town.unit(named: unit, field: "unit"))
        case (nil, let officer?): conflict = .officer(officer)
        case (nil, nil): throw Fault(.missing, "unit")
        case (_?, _?): throw Fault(.twice, "officer")
        }
        return .done(
            try await desk.markConflict(
                conflict,
                on: try context.id(),
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func link(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let number = try write.fields.text("concern", 1...64)
        let reason = try write.fields.text("reason", 1...1000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.link(
                number,
                to: try context.id(),
                reason: reason,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func unlink(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let reason = try write.fields.text("reason", 1...1000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.unlink(
                try context.number(),
                from: try context.id(),
                reason: reason,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func designate(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        var write = try await Write(request, by: context.caller)
        let text = try write.fields.text("unit", 1...64)
        try write.fields.nothingElse()
        let unit = try town.town.unit(named: text, field: "unit")
        let done = try await desk.designate(
            try context.id(),
            to: unit,
            by: context.viewer,
            operation: write.operation
        )
        return try .made(done)
    }
}

extension Answer where Content: Codable {
    static func done(_ performed: Performed<Content>) -> Answer {
        .done(performed.answer, replayed: performed.replayed)
    }
}

extension Answer where Content == MatterView.Part {
    /// The part a dispatcher or director has just made: the newest of the matter.
    static func made(_ done: Performed<MatterView>) throws -> Answer {
        guard let part = done.answer.assignments.last else { throw NotFound() }
        return .made(part, at: nil, replayed: done.replayed)
    }

    /// The part that was changed.
    static func changed(
        _ id: ID<Assignment>,
        in done: Performed<MatterView>
    ) throws -> Answer {
        guard let part = done.answer.assignments.first(where: { $0.id == id }) else {
            throw NotFound()
        }
        return .done(part, replayed: done.replayed)
    }
}
