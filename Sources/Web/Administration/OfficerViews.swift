import Centre

struct OfficersView: PageView {
    static let template = "Administration/officers"
    let title: String
    let table: PlainTable?
    let pager: Pager
    let empty: EmptyState?

    init(_ officers: [Officer], _ pager: Pager, at now: Moment, _ say: Wording) {
        title = say("admin-officers")
        self.pager = pager
        empty =
            officers.isEmpty
            ? EmptyState(
                say("officers-none"),
                say("officers-none-text"),
                link: Link(say("officer-add"), to: "/desk/admin/new-officer")
            ) : nil
        table =
            officers.isEmpty
            ? nil
            : PlainTable(
                title,
                columns: [
                    say("officer-login"), say("officer-name"), say("officer-state"),
                    say("officer-factor"), say("officer-since"),
                ],
                rows: officers.map { officer in
                    PlainTable.Row(
                        Link(officer.login, to: "/desk/admin/officers/\(officer.login)"),
                        [
                            officer.name,
                            say(officer.works(at: now) ? "officer-works" : "officer-has-ended"),
                            say(officer.hasSecondFactor ? "factor-on" : "factor-off"),
                            say.day(officer.createdAt),
                        ]
                    )
                }
            )
    }
}

struct NewOfficerView: PageView {
    static let template = "Administration/new-officer"
    let title: String
    let form: FormHead
    let fields: [Field]

    init(_ form: FormHead, _ typed: Typed, _ say: Wording) {
        title = say("officer-add")
        self.form = form
        fields = [
            Field(
                "name",
                say("officer-name"),
                .line(upTo: 80),
                in: typed,
                say,
                needed: true,
                focus: true
            ),
            Field(
                "login",
                say("officer-login"),
                .line(upTo: 64),
                in: typed,
                say,
                hint: say("officer-login-hint"),
                needed: true
            ),
            Field(
                "password",
                say("officer-first-password"),
                .secret,
                in: typed,
                say,
                hint: say("officer-password-hint"),
                needed: true,
                completion: "new-password"
            ),
        ]
    }
}

/// One officer: who it is, which posts, which sessions, and what can be done.
struct OfficerView: PageView {
    static let template = "Administration/officer"
    let title: String
    let facts: Facts
    let ownNotice: Notice?
    let problem: FormHead?
    let posts: [PostRow]
    let noPosts: String?
    let sessions: [SessionRow]
    let noSessions: String?
    let endSessions: ActButton?
    let give: GivePost?
    let password: SetPassword?
    let factor: ActButton?
    let end: ActButton?

    init(_ writing: OfficerWriting, _ posts: [Post], _ sessions: [Session]) {
        let (say, officer) = (writing.say, writing.officer)
        let mayChange = officer.works(at: writing.at) && !writing.isSelf
        title = officer.name
        facts = writing.facts
        ownNotice =
            writing.isSelf
            ? Notice(say("officer-own"), .plain, link: Link(say("account"), to: "/desk/account"))
            : nil
        problem = writing.problemOfButton
        self.posts = posts.reversed().map(writing.row)
        noPosts = posts.isEmpty ? say("posts-none") : nil
        self.sessions = sessions.map(writing.row)
        noSessions = sessions.isEmpty ? say("sessions-none") : nil
        endSessions = sessions.count > 1 ? writing.button(.sessions, "sessions/end") : nil
        give = mayChange ? writing.givePost : nil
        password = mayChange ? writing.setPassword : nil
        factor =
            mayChange && officer.hasSecondFactor ? writing.button(.factor, "second-factor") : nil
        end = mayChange ? writing.button(.end, "end") : nil
    }
}

/// A form that is nothing but a button.
struct ActButton: Sendable {
    let address: String
    let label: String
    let hint: String
    let form: FormHead
}

struct PostRow: Sendable {
    let role: String
    let unit: String
    let area: String
    let time: String
    let state: Badge
    let end: ActButton?
}

struct SessionRow: Sendable {
    let client: String
    let opened: String
    let until: String
    let own: Badge?
    let end: ActButton
}

struct GivePost: Sendable {
    let address: String
    let form: FormHead
    let fields: [Field]
}

struct SetPassword: Sendable {
    let address: String
    let form: FormHead
    let field: Field
}
