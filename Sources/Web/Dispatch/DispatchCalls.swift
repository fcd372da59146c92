import Centre
import Hummingbird

/// Taking matters in, refusing them with the next door, giving them out, linking concerns.
struct DispatchCalls: Sendable {
    let desk: DispatchDesk
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        decisions(in: officers)
        links(in: officers)
        officers.get("/matters/{id}/suggestion", use: suggestion)
    }

    private func decisions(in officers: RouterGroup<OfficerContext>) {
        let calls = ActCalls(town: town)
        officers.post(
            "/matters/{id}/acceptance",
            use: calls.onMatter(Acceptance.init) { [desk] in
                try await desk.accept($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/refusal",
            use: calls.onMatter(NotAccepted.init(_:in:)) { [desk] in
                try await desk.refuse($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/supplementCall",
            use: calls.onMatter(MissingPapers.init(_:in:)) { [desk] in
                try await desk.callSupplement($0, missing: $1.papers, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/assignments",
            use: calls.makingPart(Errand.init) { [desk] in
                try await desk.assign($0, $1, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/conference",
            use: calls.onMatter(Minutes.init) { [desk] in
                try await desk.confer($0, minutes: $1.words, by: $2, operation: $3)
            }
        )
        officers.post(
            "/assignments/{id}/designation",
            use: calls.makingPart(Designation.init) { [desk] in
                try await desk.designate($0, to: $1.unit, by: $2, operation: $3)
            }
        )
    }

    private func links(in officers: RouterGroup<OfficerContext>) {
        let calls = ActCalls(town: town)
        officers.post(
            "/matters/{id}/conflicts",
            use: calls.onMatter(Conflict.init) { [desk] in
                try await desk.markConflict($1, on: $0, by: $2, operation: $3)
            }
        )
        officers.post(
            "/matters/{id}/links",
            use: calls.onMatter(Joining.init) { [desk] in
                try await desk.link($1.concern, to: $0, reason: $1.reason, by: $2, operation: $3)
            }
        )
        officers.delete("/matters/{id}/links/{number}", use: unlink)
    }

    @Sendable private func suggestion(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<RoutingSuggestion> {
        Answer(try await desk.suggestion(for: try context.id(), to: context.viewer))
    }

    @Sendable private func unlink(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let leaving = try Leaving(&write.fields, in: town.town)
        try write.fields.nothingElse()
        return .done(
            try await desk.unlink(
                try context.number(),
                from: try context.id(),
                reason: leaving.reason,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}
