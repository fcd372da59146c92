import Centre

/// An officer's own account.
struct AccountView: PageView {
    static let template = "Administration/account"

    /// The form that was refused.
    enum Deed: Sendable {
        case password
        case offer
        case removal
    }

    let title: String
    let facts: Facts
    let posts: [String]
    let factorState: Badge
    let offer: FieldsForm?
    let removal: FieldsForm?
    let sessions: [SessionRow]
    let endSessions: ActButton?
    let password: FieldsForm

    /// A form with its boxes and one button.
    struct FieldsForm: Sendable {
        let form: FormHead
        let fields: [Field]
    }

    init(
        _ viewer: Viewer,
        sessions: [Session],
        hasSecondFactor: Bool,
        in town: Town,
        _ say: Wording,
        typed: Typed,
        deed: Deed?,
        head: (Typed) -> FormHead
    ) {
        func form(_ own: Deed, _ fields: [(String, String, String, Bool)]) -> FieldsForm {
            let typed = deed == own ? typed : .nothing
            return FieldsForm(
                form: head(typed),
                fields: fields.map { name, label, completion, isCode in
                    Field(
                        name,
                        say(label),
                        isCode ? .number : .secret,
                        in: typed,
                        say,
                        needed: true,
                        completion: completion
                    )
                }
            )
        }
        title = say("account")
        facts = Facts([
            (say("officer-name"), viewer.name), (say("officer-login"), viewer.login),
        ])
        posts = viewer.posts.map { post in
            let unit = town.unit(post.unit).map { say($0.name) }
            let area = post.area.flatMap { town.area($0) }.map { say($0.name) }
            let parts = [unit, say("role-\(post.role.rawValue)"), area]
            return parts.compactMap { $0 }.joined(separator: " · ")
        }
        factorState = Badge(
            say(hasSecondFactor ? "factor-on" : "factor-off"),
            hasSecondFactor ? .good : .plain
        )
        let secret = ("password", "sign-in-password", "current-password", false)
        let code = ("totp", "sign-in-code", "one-time-code", true)
        offer = hasSecondFactor ? nil : form(.offer, [secret])
        removal = hasSecondFactor ? form(.removal, [secret, code]) : nil
        password = form(
            .password,
            [
                ("password", "account-old-password", "current-password", false),
                ("newPassword", "account-new-password", "new-password", false),
                ("newPasswordAgain", "account-new-password-again", "new-password", false),
            ]
        )
        func button(_ path: String, _ word: String) -> ActButton {
            ActButton(
                address: "/desk/account/\(path)",
                label: say("officer-do-\(word)"),
                hint: say("officer-do-\(word)-hint"),
                form: head(.nothing)
            )
        }
        self.sessions = sessions.map { session in
            SessionRow(
                client: SessionWords.client(session.client, say),
                opened: say.moment(session.openedAt),
                until: say.moment(session.expiresAt),
                own: session.id == viewer.session ? Badge(say("session-own"), .good) : nil,
                end: button("sessions/\(session.id)/end", "session")
            )
        }
        endSessions = sessions.count > 1 ? button("sessions/end", "sessions") : nil
    }
}

/// The secret of a second factor, seen this one time, and the box for its first code.
struct SecondFactorView: PageView {
    static let template = "Administration/second-factor"
    let title: String
    /// A drawing; none when the code was refused and the secret has gone.
    let picture: String?
    let secret: String?
    let form: FormHead
    let code: Field

    init(
        _ offer: SecondFactorOffer?,
        issuer: String,
        _ form: FormHead,
        _ typed: Typed,
        _ say: Wording
    ) {
        title = say("factor-title")
        picture = offer.flatMap { QRCode($0.address(issuer: issuer)) }
            .map { $0.svg(titled: say("factor-picture")) }
        secret = offer.map { SecondFactorView.spaced($0.secret) }
        self.form = form
        code = Field(
            "totp",
            say("factor-first-code"),
            .number,
            in: typed,
            say,
            needed: true,
            completion: "one-time-code",
            focus: true
        )
    }

    /// In fours, for those who type it.
    private static func spaced(_ secret: String) -> String {
        var text = ""
        for (place, sign) in secret.enumerated() {
            if place > 0, place % 4 == 0 { text += " " }
            text.append(sign)
        }
        return text
    }
}
