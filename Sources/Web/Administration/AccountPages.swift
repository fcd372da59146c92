import Centre
import Hummingbird

/// What every officer keeps himself: password, second factor, own sessions.
struct AccountPages: Sendable {
    let front: Front
    let desk: AccessDesk
    let gate: PublicGate

    static let address = "/desk/account"

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/account", use: show)
        pages.post("/account/password", use: changePassword)
        pages.post("/account/second-factor", use: offer)
        pages.get("/account/second-factor", use: back)
        pages.post("/account/second-factor/confirmation", use: confirm)
        pages.post("/account/second-factor/removal", use: remove)
        pages.post("/account/sessions/{id}/end", use: endSession)
        pages.post("/account/sessions/end", use: endSessions)
    }

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(nil, .nothing, context), in: context)
    }

    private func page(
        _ deed: AccountView.Deed?,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let viewer = context.viewer
        let view = AccountView(
            viewer,
            sessions: try await desk.sessions(of: viewer.officer, by: viewer),
            hasSecondFactor: try await desk.hasSecondFactor(viewer),
            in: front.town.town,
            front.wording(context),
            typed: typed,
            deed: deed
        ) { front.head($0, in: context) }
        return Sheet(view, .staff(nil))
    }

    @Sendable private func changePassword(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(.password, typed, context)
        } _: { form, _ in
            let old = try form.fields.text("password", 1...256)
            let new = try form.fields.text("newPassword", 1...256)
            guard try form.fields.text("newPasswordAgain", 1...256) == new else {
                throw AccountRefusal.passwordsDiffer
            }
            try gate.passProof(of: context.viewer)
            try await desk.changePassword(from: old, to: new, by: context.viewer)
            return .to(SignInPages.address, saying: "done-password-changed")
                .setting(.session, to: nil)
        }
    }

    // MARK: the second factor

    /// The secret is shown in the answer to this write and never again.
    @Sendable private func offer(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        var offered: SecondFactorOffer?
        let response = try await front.take(context) { typed in
            try await page(.offer, typed, context)
        } _: { form, _ in
            let password = try form.fields.text("password", 1...256)
            try gate.passProof(of: context.viewer)
            offered = try await desk.offerSecondFactor(password: password, by: context.viewer)
            return .to(Self.address)
        }
        guard let offered else { return response }
        let say = front.wording(context)
        let view = SecondFactorView(
            offered,
            issuer: say(front.town.town.manifest.title),
            front.head(in: context),
            .nothing,
            say
        )
        return try front.show(Sheet(view, .staff(nil)), in: context)
    }

    /// Who loads the page with the secret again begins anew.
    @Sendable private func back(_ request: Request, _ context: OfficerContext) -> Response {
        front.see(.to(Self.address))
    }

    @Sendable private func confirm(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            let view = SecondFactorView(
                nil,
                issuer: "",
                front.head(typed, in: context),
                typed,
                front.wording(context)
            )
            return Sheet(view, .staff(nil))
        } _: { form, _ in
            let code = try form.fields.text("totp", 6...6)
            try gate.passProof(of: context.viewer)
            try await desk.confirmSecondFactor(code: code, by: context.viewer)
            return .to(Self.address, saying: "done-factor-on")
        }
    }

    @Sendable private func remove(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(.removal, typed, context)
        } _: { form, _ in
            let password = try form.fields.text("password", 1...256)
            let code = try form.fields.text("totp", 6...6)
            try gate.passProof(of: context.viewer)
            try await desk.removeSecondFactor(password: password, code: code, by: context.viewer)
            return .to(SignInPages.address, saying: "done-factor-off")
                .setting(.session, to: nil)
        }
    }

    // MARK: sessions

    @Sendable private func endSession(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(nil, typed, context)
        } _: { _, _ in
            try await desk.end(session: try context.id(), by: context.viewer)
            return .to(Self.address, saying: "done-officer-session")
        }
    }

    @Sendable private func endSessions(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try await front.take(context) { typed in
            try await page(nil, typed, context)
        } _: { _, _ in
            try await desk.endSessions(of: context.viewer.officer, by: context.viewer)
            return .to(SignInPages.address, saying: "done-officer-sessions")
                .setting(.session, to: nil)
        }
    }
}

/// Why the page does not pass on what was typed.
enum AccountRefusal: String, Refusal, CaseIterable {
    case passwordsDiffer = "passwords-differ"

    var grade: RefusalGrade { .malformed }
    var field: String? { "newPasswordAgain" }
}
