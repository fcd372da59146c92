import Centre
import Hummingbird

/// An officer's own second factor: a secret is offered, confirmed by a first code, and removed by
/// password and code.
struct SecondFactorCalls: Sendable {
    let desk: AccessDesk
    let gate: PublicGate
    let town: TownInForce

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/officers/me/secondFactor", use: state)
        officers.post("/officers/me/secondFactor", use: offer)
        officers.post("/officers/me/secondFactor/confirmation", use: confirm)
        officers.delete("/officers/me/secondFactor", use: remove)
    }

    @Sendable private func state(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SecondFactorState> {
        Answer(SecondFactorState(on: try await desk.hasSecondFactor(context.viewer)))
    }

    /// The secret is seen this one time: the same key again makes a new one.
    @Sendable private func offer(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SecondFactorSecret> {
        var write = try await Write(request, by: context.caller)
        let password = try write.fields.text("password", 1...256)
        try write.fields.nothingElse()
        try gate.passProof(of: context.viewer)
        let offer = try await desk.offerSecondFactor(password: password, by: context.viewer)
        let issuer = town.town.manifest.title
        let secret = SecondFactorSecret(
            secret: offer.secret,
            address: offer.address(issuer: context.language == .chinese ? issuer.zh : issuer.en)
        )
        return .made(secret, at: nil, replayed: false)
    }

    @Sendable private func confirm(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<SecondFactorState> {
        var write = try await Write(request, by: context.caller)
        let code = try write.fields.text("code", 6...6)
        try write.fields.nothingElse()
        try gate.passProof(of: context.viewer)
        try await desk.confirmSecondFactor(code: code, by: context.viewer)
        return Answer(SecondFactorState(on: true))
    }

    /// All of the officer's sessions end with it, this one too.
    @Sendable private func remove(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> HTTPResponse.Status {
        var write = try await Write(request, by: context.caller)
        let password = try write.fields.text("password", 1...256)
        let code = try write.fields.text("code", 6...6)
        try write.fields.nothingElse()
        try gate.passProof(of: context.viewer)
        try await desk.removeSecondFactor(password: password, code: code, by: context.viewer)
        return .noContent
    }
}

struct SecondFactorState: Encodable, Sendable {
    let on: Bool
}

struct SecondFactorSecret: Encodable, Sendable {
    /// In base 32, for typing.
    let secret: String
    /// `otpauth://…`, for the picture that the officer's app reads.
    let address: String
}
