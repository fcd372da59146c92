import Centre

/// One act of a resident on a page of its own: what it means, and the form for it.
struct ActView: PageView {
    static let template = "Residents/act"

    let title: String
    let lead: String
    /// What happens then, a line each.
    let then: [String]
    /// What the centre has asked for.
    let missing: [String]
    let form: FormHead
    let address: String
    let number: String
    let isMultipart: Bool
    let fields: [Field]
    let button: String
    let isGrave: Bool
    let back: String
}

/// Draws the page of one act.
struct ActDrawing {
    let act: FollowPages.Asking
    let concern: ConcernView
    let held: [HeldAttachment]
    let typed: Typed
    let say: Wording

    func view(form: FormHead) -> ActView {
        ActView(
            title: say("\(act.rawValue)-title"),
            lead: say("\(act.rawValue)-lead"),
            then: (1...3).map { "\(act.rawValue)-then-\($0)" }.filter(say.knows).map { say($0) },
            missing: act == .supplement ? concern.missing ?? [] : [],
            form: form,
            address: "/follow/\(act.rawValue)",
            number: concern.number,
            isMultipart: act == .supplement,
            fields: fields,
            button: say("\(act.rawValue)-button"),
            isGrave: act == .withdrawal,
            back: "/follow"
        )
    }

    private var fields: [Field] {
        switch act {
        case .withdrawal: []
        case .contest:
            [
                Field(
                    "reason",
                    say("contest-reason"),
                    .lines(upTo: 2000, rows: 6),
                    in: typed,
                    say,
                    hint: say("contest-reason-hint"),
                    needed: true,
                    focus: true
                )
            ]
        case .supplement:
            [
                Field(
                    "content",
                    say("supplement-words"),
                    .lines(upTo: 5000, rows: 6),
                    in: typed,
                    say,
                    hint: say("supplement-words-hint"),
                    needed: true,
                    focus: true
                ),
                Field(
                    "photos",
                    say("ask-photos-choose"),
                    .photos,
                    in: typed,
                    say,
                    hint: say("ask-photos-choose-hint")
                ),
            ]
        }
    }
}
