import Centre
import Hummingbird

/// Verification by someone else, closing, the return visit, the file.
struct FeedbackCalls: Sendable {
    let desk: FeedbackDesk

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/matters/{id}/verification", use: verify)
        officers.post("/matters/{id}/closure", use: close)
        officers.post("/matters/{id}/visit", use: visit)
        officers.post("/matters/{id}/archive", use: archive)
    }

    @Sendable private func verify(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let verdict = try write.fields.word("verdict", as: VerificationVerdict.self)
        let remark = try write.fields.text("note", 1...2000, .lines)
        try write.fields.nothingElse()
        return .done(
            try await desk.verify(
                try context.id(),
                verdict,
                remark: remark,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func close(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let kind = try write.fields.text("kind", 1...64)
        try write.fields.nothingElse()
        return .done(
            try await desk.close(
                try context.id(),
                kind: kind,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func visit(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        var write = try await Write(request, by: context.caller)
        let visit = Visit(
            reached: try write.fields.flag("reached"),
            solved: try write.fields.optionalWord("solved", as: Concern.Verdict.self) ?? .unknown,
            fair: try write.fields.optionalWord("fair", as: Concern.Verdict.self) ?? .unknown,
            words: try write.fields.optionalText("words", 1...2000, .lines),
            number: try write.fields.optionalText("number", 1...64)
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.visit(
                try context.id(),
                visit,
                by: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func archive(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<MatterView> {
        let write = try await Write(request, by: context.caller)
        try write.fields.nothingElse()
        return .done(
            try await desk.archive(
                try context.id(),
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}
