import Centre
import Hummingbird

/// The officers of the house, taken in, given posts and let go by the security administrator.
struct OfficerPages: Sendable {
    let front: Front
    let desk: AccessDesk

    func routes(in pages: RouterGroup<OfficerContext>) {
        pages.get("/admin/officers", use: list)
        pages.get("/admin/officers/{login}", use: show)
        pages.get("/admin/new-officer", use: blank)
        pages.post("/admin/new-officer", use: add)
        pages.post("/admin/officers/{login}/posts") { try await act(.post, $0, $1) }
        pages.post("/admin/officers/{login}/posts/{id}/end") { try await act(.endPost, $0, $1) }
        pages.post("/admin/officers/{login}/password") { try await act(.password, $0, $1) }
        pages.post("/admin/officers/{login}/second-factor") { try await act(.factor, $0, $1) }
        pages.post("/admin/officers/{login}/sessions/end") { try await act(.sessions, $0, $1) }
        pages.post("/admin/officers/{login}/sessions/{id}/end") { try await act(.session, $0, $1) }
        pages.post("/admin/officers/{login}/end") { try await act(.end, $0, $1) }
    }

    private static let atOnce = 50

    // MARK: the list

    @Sendable private func list(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let asked = try ListAddress(request)
        if let login = asked["login"] {
            let found = try await desk.officer(login: login, by: .officer(context.viewer))
            return front.see(.to("/desk/admin/officers/\(found.login)"))
        }
        let after = asked["after"] ?? ""
        let found = try await desk.officers(
            after: after,
            limit: Self.atOnce + 1,
            by: .officer(context.viewer)
        )
        let say = front.wording(context)
        let shown = Array(found.prefix(Self.atOnce))
        let view = OfficersView(
            shown,
            Pager(
                at: context.visit.address,
                next: found.count > Self.atOnce ? shown.last?.login : nil,
                isFirst: after.isEmpty
            ),
            at: front.now(),
            say
        )
        return try front.show(Sheet(view, .staff(.administration)), in: context)
    }

    // MARK: taking somebody in

    @Sendable private func blank(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.manageOfficers)
        return try front.show(newcomer(.nothing, context), in: context)
    }

    private func newcomer(_ typed: Typed, _ context: OfficerContext) -> Sheet {
        let say = front.wording(context)
        let view = NewOfficerView(front.head(typed, in: context), typed, say)
        return Sheet(view, .staff(.administration))
    }

    @Sendable private func add(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try context.viewer.require(.manageOfficers)
        return try await front.take(context) { typed in
            newcomer(typed, context)
        } _: { form, _ in
            let officer = try await desk.addOfficer(
                login: try form.fields.text("login", 1...64),
                name: try form.fields.text("name", 1...80),
                password: try form.fields.text("password", 1...256),
                by: .officer(context.viewer)
            )
            return .to("/desk/admin/officers/\(officer.login)", saying: "done-officer-added")
        }
    }

    // MARK: one officer

    @Sendable private func show(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        try front.show(try await page(nil, .nothing, context), in: context)
    }

    private func officer(_ context: OfficerContext) async throws -> Officer {
        let login = context.parameters.get("login") ?? ""
        return try await desk.officer(login: login, by: .officer(context.viewer))
    }

    private func page(
        _ deed: OfficerDeed?,
        _ typed: Typed,
        _ context: OfficerContext
    ) async throws -> Sheet {
        let officer = try await officer(context)
        let posts = try await desk.posts(of: officer.id, by: .officer(context.viewer))
        let sessions =
            context.viewer.may(.manageSessions)
            ? try await desk.sessions(of: officer.id, by: context.viewer) : []
        let say = front.wording(context)
        let writing = OfficerWriting(
            officer: officer,
            town: front.town.town,
            at: front.now(),
            say: say,
            typed: typed,
            deed: deed,
            isSelf: officer.id == context.viewer.officer,
            head: { front.head($0 == deed && deed != nil ? typed : .nothing, in: context) }
        )
        return Sheet(OfficerView(writing, posts, sessions), .staff(.administration))
    }

    private func act(
        _ deed: OfficerDeed,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Response {
        let officer = try await officer(context)
        return try await front.take(context) { typed in
            try await page(deed, typed, context)
        } _: { form, _ in
            try await carryOut(deed, on: officer, &form, context)
            let address = "/desk/admin/officers/\(officer.login)"
            return .to(address, saying: "done-officer-\(deed.rawValue)")
        }
    }

    private func carryOut(
        _ deed: OfficerDeed,
        on officer: Officer,
        _ form: inout Form,
        _ context: OfficerContext
    ) async throws {
        let grantor = Grantor.officer(context.viewer)
        switch deed {
        case .post: try await givePost(to: officer, &form, by: grantor)
        case .endPost: try await desk.endPost(try context.id(), by: grantor)
        case .password:
            let password = try form.fields.text("password", 1...256)
            try await desk.setPassword(of: officer.id, to: password, by: grantor)
        case .factor: try await desk.removeSecondFactor(of: officer.id, by: grantor)
        case .session: try await desk.end(session: try context.id(), by: context.viewer)
        case .sessions: try await desk.endSessions(of: officer.id, by: context.viewer)
        case .end: try await desk.endOfficer(officer.id, by: grantor)
        }
    }

    private func givePost(
        to officer: Officer,
        _ form: inout Form,
        by grantor: Grantor
    ) async throws {
        let town = front.town.town
        let code = try form.fields.text("unit", 1...64)
        guard let unit = town.unit(code: code) else { throw Fault(.unknownCode, "unit") }
        let role = try form.fields.word("role", as: Role.self)
        let areaCode = try form.fields.optionalText("area", 1...64)
        let today = front.now().day(in: town.offset)
        let area = try areaCode.map { code in
            guard let area = town.area(code: code, on: today) else {
                throw Fault(.unknownCode, "area")
            }
            return area.id
        }
        let until = try form.fields.optionalDay("validTo")
        _ = try await desk.givePost(
            to: officer.id,
            unit: unit.id,
            role: role,
            area: area,
            until: until?.end(in: town.offset),
            by: grantor
        )
    }
}

/// What is done to an officer's account.
enum OfficerDeed: String, Sendable {
    case post
    case endPost = "post-ended"
    case password
    case factor
    case session
    case sessions
    case end = "ended"
}
