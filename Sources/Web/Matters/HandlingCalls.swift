import Centre
import Hummingbird

/// What a unit does with its part of a matter.
struct HandlingCalls: Sendable {
    let desk: HandlingDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/assignments/{id}/signature", use: sign)
        officers.post("/assignments/{id}/progress", use: progress)
        officers.post("/assignments/{id}/return", use: giveBack)
        officers.post("/assignments/{id}/reply", use: reply)
        officers.post("/matters/{id}/extension", use: askExtension)
        officers.post("/matters/{id}/extension/decision", use: decideExtension)
        officers.post("/matters/{id}/suspension", use: suspend)
        officers.post("/matters/{id}/resumption", use: resume)
    }

    @Sendable private func sign(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        let id: ID<Assignment> = try context.id()
        let done = try await desk.sign(id, by: context.viewer, operation: write.operation)
        return try .changed(id, in: done)
    }

    @Sendable private func progress(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        var write = try await Write(request, by: context.caller)
        let words = try write.fields.text("words", 1...2000, .lines)
        let contact = try write.fields.optionalFlag("contact") ?? false
        try write.fields.nothingElse()
        let id: ID<Assignment> = try context.id()
        let done = try await desk.progress(
            id,
            words: words,
            contact: contact,
            by: context.viewer,
            operation: write.operation
        )
        return try .changed(id, in: done)
    }

    @Sendable private func giveBack(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        var write = try await Write(request, by: context.caller)
        let reason = try write.fields.text("reason", 1...64)
        let basis = try write.fields.text("basis", 1...1000, .lines)
        let better = try write.fields.text("betterUnit", 1...64)
        try write.fields.nothingElse()
        let unit = try town.town.unit(named: better, field: "betterUnit")
        let id: ID<Assignment> = try context.id()
        let done = try await desk.giveBack(
            id,
            Return(reason: reason, basis: basis, betterUnit: unit),
            by: context.viewer,
            operation: write.operation
        )
        return try .changed(id, in: done)
    }

    @Sendable private func reply(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView.Part> {
        var write = try await Write(request, by: context.caller)
        let reply = Centre.Reply(
            outcome: try write.fields.word("outcome", as: Assignment.Outcome.self),
            text: try write.fields.text("text", 1...5000, .lines),
            publicText: try write.fields.text("publicText", 1...5000, .lines)
        )
        try write.fields.nothingElse()
        let id: ID<Assignment> = try context.id()
        let done = try await desk.reply(
            id,
            reply,
            by: context.viewer,
            operation: write.operation
        )
        return try .changed(id, in: done)
    }

    @Sendable private func askExtension(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let extensionRequest = ExtensionRequest(
            rule: try write.fields.text("rule", 1...64),
            amount: try write.fields.whole("amount", 1...3660),
            reason: try write.fields.text("reason", 1...2000, .lines)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.askExtension(
                try context.id(),
                extensionRequest,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func decideExtension(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let decision = ExtensionDecision(
            granted: try write.fields.flag("granted"),
            amount: try write.fields.optionalWhole("amount", 1...3660),
            reason: try write.fields.text("reason", 1...2000, .lines)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.decideExtension(
                try context.id(),
                decision,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func suspend(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let suspension = Suspension(
            ground: try write.fields.text("ground", 1...64),
            until: try write.fields.momentOrDay("until", ending: true, in: town.town.offset),
            document: try write.fields.optionalText("document", 1...200)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.suspend(
                try context.id(),
                suspension,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func resume(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        return .done(
            try await desk.resume(
                try context.id(),
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}
