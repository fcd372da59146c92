import Centre
import Hummingbird

/// A resident's own data: for the resident to see, correct and erase; for an officer to see for a
/// purpose, which is written down.
struct ContactCalls: Sendable {
    let desk: ContactsDesk
    let gate: PublicGate

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/concerns/{number}/data", use: mine)
        api.post("/concerns/{number}/correction", use: correct)
        api.post("/concerns/{number}/erasure", use: erase)
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.post("/concerns/{number}/disclosure", use: disclose)
        officers.post("/concerns/{number}/erasureOrder", use: eraseOnRequest)
    }

    @Sendable private func mine(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<OwnData> {
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: try context.number())
        return Answer(try await desk.mine(key.number, code: key.queryCode))
    }

    @Sendable private func correct(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<DisclosedContact> {
        var (key, write) = try await gate.resident(request, context)
        let name = try write.fields.optionalText("name", 1...80)
        let phones = try write.fields.optionalTexts("phones", upTo: 5, 1...32)
        let address = try write.fields.optionalText("address", 1...200)
        try write.fields.nothingElse()
        return .done(
            try await desk.correct(
                key.number,
                code: key.queryCode,
                name: name,
                phones: phones,
                address: address,
                operation: write.operation
            )
        )
    }

    @Sendable private func erase(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<ConcernView> {
        let (key, write) = try await gate.resident(request, context)
        try write.fields.nothingElse()
        return .done(
            try await desk.erase(key.number, code: key.queryCode, operation: write.operation)
        )
    }

    @Sendable private func disclose(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<DisclosedContact> {
        var write = try await Write(request, by: context.caller)
        let purpose = try write.fields.word("purpose", as: DisclosurePurpose.self)
        try write.fields.nothingElse()
        return .done(
            try await desk.disclose(
                try context.number(),
                for: purpose,
                to: context.viewer,
                operation: write.operation
            )
        )
    }

    @Sendable private func eraseOnRequest(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<ConcernView> {
        var write = try await Write(request, by: context.caller)
        let erasure = ErasureRequest(
            ground: try write.fields.word("ground", as: ErasureGround.self),
            document: try write.fields.digest("documentSha256")
        )
        try write.fields.nothingElse()
        return .done(
            try await desk.erase(
                try context.number(),
                erasure,
                by: context.viewer,
                operation: write.operation
            )
        )
    }
}
