import Centre

/// An officer's page in words, with the forms that are on it.
struct OfficerWriting {
    let officer: Officer
    let town: Town
    let at: Moment
    let say: Wording
    let typed: Typed
    /// The form that was refused.
    let deed: OfficerDeed?
    let isSelf: Bool
    /// The head of each form: the refused one's with its problem.
    let head: (OfficerDeed?) -> FormHead

    private var base: String { "/desk/admin/officers/\(officer.login)" }

    var facts: Facts {
        Facts([
            (say("officer-login"), officer.login),
            (say("officer-since"), say.day(officer.createdAt)),
            (say("officer-state"), state),
            (
                say("officer-factor"),
                say(officer.hasSecondFactor ? "factor-on" : "factor-off")
            ),
        ])
    }

    private var state: String {
        guard let ended = officer.endedAt, !officer.works(at: at) else {
            return say("officer-works")
        }
        return say("officer-ended-on", ["day": say.day(ended)])
    }

    /// What a button was refused for stands above the page: a button has no box to stand beside.
    var problemOfButton: FormHead? {
        guard let deed, deed != .post, deed != .password else { return nil }
        return head(deed)
    }

    func button(_ deed: OfficerDeed, _ path: String) -> ActButton {
        ActButton(
            address: "\(base)/\(path)",
            label: say("officer-do-\(deed.rawValue)"),
            hint: say("officer-do-\(deed.rawValue)-hint"),
            form: head(nil)
        )
    }

    func row(_ post: Post) -> PostRow {
        let unit = town.unit(post.unit).map { say($0.name) } ?? "–"
        let isAhead = post.validFrom > at
        let isOver = (post.validTo ?? .never) <= at
        let tone: Tone = isOver || isAhead ? .plain : .good
        let word = isOver ? "post-over" : isAhead ? "post-ahead" : "post-now"
        return PostRow(
            role: say("role-\(post.role.rawValue)"),
            unit: unit,
            area: post.area.flatMap { town.area($0) }.map { say($0.name) } ?? "–",
            time: post.validTo.map { end in
                say("post-from-to", ["from": say.day(post.validFrom), "to": say.day(end)])
            } ?? say("post-from", ["from": say.day(post.validFrom)]),
            state: Badge(say(word), tone),
            end: isOver || isSelf ? nil : button(.endPost, "posts/\(post.id)/end")
        )
    }

    func row(_ session: Session) -> SessionRow {
        SessionRow(
            client: SessionWords.client(session.client, say),
            opened: say.moment(session.openedAt),
            until: say.moment(session.expiresAt),
            own: nil,
            end: button(.session, "sessions/\(session.id)/end")
        )
    }

    private func typed(for wanted: OfficerDeed) -> Typed { deed == wanted ? typed : .nothing }

    var givePost: GivePost {
        let typed = typed(for: .post)
        let units = town.units.map { Field.Option($0.code, say($0.name)) }
        let roles = Role.allCases.map { Field.Option($0.rawValue, say("role-\($0.rawValue)")) }
        let today = at.day(in: town.offset)
        let areas = town.areas.filter { $0.stands(on: today) && $0.level >= .village }
            .map { Field.Option($0.code, say($0.name)) }
        return GivePost(
            address: "\(base)/posts",
            form: head(.post),
            fields: [
                Field("role", say("post-role"), .choice(roles), in: typed, say, needed: true),
                Field("unit", say("post-unit"), .choice(units), in: typed, say, needed: true),
                Field(
                    "area",
                    say("post-area"),
                    .choice(areas),
                    in: typed,
                    say,
                    hint: say("post-area-hint")
                ),
                Field("validTo", say("post-until"), .day, in: typed, say),
            ]
        )
    }

    var setPassword: SetPassword {
        SetPassword(
            address: "\(base)/password",
            form: head(.password),
            field: Field(
                "password",
                say("officer-new-password"),
                .secret,
                in: typed(for: .password),
                say,
                hint: say("officer-password-hint"),
                needed: true,
                completion: "new-password"
            )
        )
    }
}

/// What a browser calls itself, short enough to be told apart.
enum SessionWords {
    static func client(_ client: String, _ say: Wording) -> String {
        let names = [
            "Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari",
        ]
        let systems = ["Windows", "Android", "iPhone", "Mac OS", "Linux"]
        let name = ["Edg/", "Firefox/", "Chrome/", "Safari/"].first { client.contains($0) }
            .flatMap { names[$0] }
        let system = systems.first { client.contains($0) }
        let parts = [name, system].compactMap { $0 }
        return parts.isEmpty ? String(client.prefix(40)) : parts.joined(separator: " · ")
    }
}
