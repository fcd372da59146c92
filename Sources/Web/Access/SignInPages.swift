import Centre
import Foundation
import Hummingbird

/// Signing in to the desk by a page, and out again.
struct SignInPages: Sendable {
    let front: Front
    let desk: AccessDesk
    let gate: PublicGate

    static let address = "/desk/sign-in"

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/sign-in", use: show)
        pages.post("/sign-in", use: signIn)
        pages.post("/sign-out", use: signOut)
    }

    /// The way in, for somebody who asked for a page of the desk.
    func ask(_ context: SiteContext, carrying form: Form? = nil) throws -> Response {
        guard let form else {
            let to = LocalAddress("\(Self.address)?")?.with("to", escaped(context.visit.address))
            return front.see(.to(to ?? Self.address))
        }
        var typed = Typed(["to": form.address])
        typed.add(FormPair("carried", try CarriedForm(form).text()))
        typed.problem = Problem(WebRefusal.signInNeeded)
        var sheet = page(typed, context)
        sheet.status = .forbidden
        return try front.show(sheet, in: context)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) throws -> Response {
        let to = request.uri.queryParameters["to"].map(String.init) ?? "/desk"
        if context.viewer != nil { return front.see(.to(safe(to))) }
        return try front.show(page(Typed(["to": to]), context), in: context)
    }

    @Sendable private func signIn(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        var onwards: CarriedForm?
        let response = try await front.take(context) { typed in
            page(typed, context)
        } _: { form, _ in
            let login = try form.fields.text("officer", 1...64)
            let password = try form.fields.text("password", 1...256)
            let code = try form.fields.optionalText("totp", 6...6)
            let to = try form.fields.optionalText("to", 1...1000) ?? "/desk"
            let carried = try form.fields.optionalText("carried", 1...BodyLimit.bytes)
            try gate.passSignIn(of: login, request, context)
            let session = try await desk.signIn(
                login: login,
                password: password,
                totp: code,
                client: String(request.headers[.userAgent]?.prefix(100) ?? "unknown")
            )
            onwards = try carried.map { try CarriedForm(text: $0) }
            return .to(safe(to)).setting(.session, to: session.token)
        }
        guard let onwards else { return response }
        return try resume(onwards, response, context)
    }

    /// The form that was being filled in when the session ended comes back; nobody sends it but the
    /// officer.
    private func resume(
        _ carried: CarriedForm,
        _ signedIn: Response,
        _ context: SiteContext
    ) throws -> Response {
        guard let token = signedIn.headers[values: .setCookie].compactMap(session).first else {
            return signedIn
        }
        var context = context
        context.visit.session = token
        let say = front.wording(context)
        let view = ResumeView(
            title: say("signed-in-again"),
            text: say("form-carried-on-hint"),
            carried.pairs,
            to: safe(carried.address),
            say,
            ticket: front.seal.ticket(of: context.visit.binding)
        )
        var response = try front.show(Sheet(view, .staff(nil)), in: context)
        front.jar.set(.session, to: token, in: &response)
        return response
    }

    private func session(_ cookie: String) -> String? {
        let name = CookieKind.session.name(behindTLS: front.jar.behindTLS)
        guard cookie.hasPrefix("\(name)=mb_") else { return nil }
        return cookie.dropFirst(name.count + 1).split(separator: ";").first.map(String.init)
    }

    @Sendable private func signOut(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Response {
        if let viewer = context.viewer, let session = viewer.session {
            try await desk.end(session: session, by: viewer)
        }
        return front.see(
            .to(Self.address, saying: "done-signed-out").setting(.session, to: nil)
        )
    }

    private func page(_ typed: Typed, _ context: SiteContext) -> Sheet {
        let say = front.wording(context)
        let isCodeAsked = typed.problem?.field == "totp"
        let view = SignInView(
            title: say("sign-in"),
            form: front.head(typed, in: context),
            login: Field(
                "officer",
                say("sign-in-login"),
                .line(upTo: 64),
                in: typed,
                say,
                needed: true,
                completion: "username",
                focus: true
            ),
            password: Field(
                "password",
                say("sign-in-password"),
                .secret,
                in: typed,
                say,
                needed: true,
                completion: "current-password"
            ),
            code: Field(
                "totp",
                say("sign-in-code"),
                .number,
                in: typed,
                say,
                hint: say("sign-in-code-hint"),
                needed: isCodeAsked,
                completion: "one-time-code"
            ),
            to: safe(typed["to"]),
            carried: typed["carried"].isEmpty ? nil : typed["carried"]
        )
        return Sheet(view, .staff(nil))
    }

    /// A page of the desk, and nothing elsewhere.
    private func safe(_ address: String) -> String {
        guard let local = LocalAddress(address),
            local.text == "/desk" || local.text.hasPrefix("/desk/")
                || local.text.hasPrefix("/desk?"),
            !local.text.hasPrefix(Self.address)
        else { return "/desk" }
        return local.text
    }

    private func escaped(_ address: String) -> String {
        address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "%2Fdesk"
    }
}

/// What was typed into a form, on its way over a sign-in page.
struct CarriedForm: Codable {
    let address: String
    private let fields: [[String]]

    init(_ form: Form) {
        address = form.address
        fields = form.carried.map { [$0.name, $0.value] }
    }

    init(text: String) throws {
        guard let bytes = Data(base64Encoded: text) else { throw WebRefusal.malformed }
        do {
            self = try JSONDecoder().decode(CarriedForm.self, from: bytes)
        } catch is DecodingError {
            throw WebRefusal.malformed
        }
    }

    func text() throws -> String { try JSONEncoder().encode(self).base64EncodedString() }

    var pairs: [FormPair] {
        fields.compactMap { $0.count == 2 ? FormPair($0[0], $0[1]) : nil }
    }
}
