import Centre
import Hummingbird

/// Signing in, and the sessions an officer has open.
struct TokenCalls: Sendable {
    let desk: AccessDesk
    let gate: PublicGate

    func routes(in api: RouterGroup<SiteContext>) {
        api.post("/tokens", use: signIn)
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/sessions", use: sessions)
        officers.delete("/sessions/{id}", use: end)
    }

    /// A sign-in is never given again, whatever its key: the token is seen this one time.
    @Sendable private func signIn(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<SignInAnswer> {
        var fields = try await Write.fields(of: request)
        let login = try fields.text("officer", 1...64)
        let password = try fields.text("password", 1...256)
        let totp = try fields.optionalText("totp", 6...6)
        try fields.nothingElse()
        try gate.passSignIn(of: login, request, context)
        let session = try await desk.signIn(
            login: login,
            password: password,
            totp: totp,
            client: String(request.headers[.userAgent]?.prefix(100) ?? "unknown")
        )
        let viewer = try await desk.viewer(ofToken: session.token)
        let answer = SignInAnswer(
            token: session.token,
            expiresAt: session.expiresAt,
            officer: .init(viewer)
        )
        return .made(answer, at: nil, replayed: false)
    }

    @Sendable private func sessions(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<SessionLine>> {
        let open = try await desk.sessions(of: context.viewer.officer, by: context.viewer)
        let lines = open.map { SessionLine($0, isThis: $0.id == context.viewer.session) }
        return Answer(Page(items: lines, next: nil))
    }

    @Sendable private func end(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> HTTPResponse.Status {
        _ = try await Write(request, by: context.caller)
        try await desk.end(session: try context.id(), by: context.viewer)
        return .noContent
    }
}

struct SignInAnswer: Encodable {
    struct OfficerLine: Encodable {
        struct PostLine: Encodable {
            let unit: ID<Unit>
            let role: Role
            let area: ID<Area>?
        }

        let id: ID<Officer>
        let login: String
        let name: String
        let posts: [PostLine]

        init(_ viewer: Viewer) {
            id = viewer.officer
            login = viewer.login
            name = viewer.name
            posts = viewer.posts.map { PostLine(unit: $0.unit, role: $0.role, area: $0.area) }
        }
    }

    let token: String
    let expiresAt: Moment
    let officer: OfficerLine
}

struct SessionLine: Encodable {
    let id: ID<Session>
    let openedAt: Moment
    let expiresAt: Moment
    let client: String
    /// The session this call came by.
    let current: Bool

    init(_ session: Session, isThis: Bool) {
        id = session.id
        openedAt = session.openedAt
        expiresAt = session.expiresAt
        client = session.client
        current = isThis
    }
}
