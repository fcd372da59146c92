import Centre

struct ListingRegister: PageView {
    static let template = "Supervision/listings"

    struct Row: Sendable {
        let address: String
        let number: String
        let name: String
        let subject: String
        let unit: String
        let leader: String
        let until: String
        let state: Badge
    }

    let title: String
    let back: Link
    let open: Link?
    let other: Link
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension ListingRegister.Row {
    init(_ listing: ListingView, _ town: Town, _ say: Wording) {
        address = "/desk/listings/\(listing.id)"
        number = listing.number
        name = listing.name
        subject = say("listing-subject-\(listing.subject.rawValue)")
        unit = say(town.unitName(listing.unit.code))
        leader = listing.leader
        until = say.day(listing.until)
        state = Badge(listing, say)
    }
}

extension Badge {
    fileprivate init(_ listing: ListingView, _ say: Wording) {
        if listing.overdue {
            self.init(say("listing-overdue"), .grave)
        } else {
            let tone: Tone = listing.state == .removed ? .good : .plain
            self.init(say("listing-\(listing.state.rawValue)"), tone)
        }
    }
}

/// One listing with its history and its next steps.
struct ListingPageView: PageView {
    static let template = "Supervision/listing"

    struct Line: Sendable {
        let at: String
        let who: String
        let what: String
        let words: [String]
    }

    let title: String
    let back: Link
    let state: Badge
    let facts: Facts
    let steps: [Link]
    let papers: [Link]
    let lines: [Line]
}

extension ListingPageView {
    init(_ listing: ListingView, _ town: Town, _ say: Wording) {
        title = "\(listing.number) \(listing.name)"
        back = Link(say("listings"), to: "/desk/listings")
        state = Badge(listing, say)
        facts = ListingPageView.facts(listing, town, say)
        let address = "/desk/listings/\(listing.id)"
        steps = listing.steps.map { step in
            Link(say("listing-step-\(step.rawValue)"), to: "\(address)/steps/\(step.rawValue)")
        }
        let kinds: [Document.Kind] =
            listing.state == .removed ? [.listingNotice, .removalNotice] : [.listingNotice]
        papers = kinds.map { kind in
            Link(say("paper-\(kind.rawValue)"), to: "\(address)/documents/\(kind.rawValue)")
        }
        lines = listing.history.map { line in
            Line(
                at: say.shortMoment(line.at),
                who: [line.name, line.role.map { say("role-\($0)") }].compactMap(\.self)
                    .joined(separator: " · "),
                what: say("act-\(line.act.rawValue)"),
                words: line.words.map { $0.paragraphs } ?? []
            )
        }
    }

    static func facts(_ listing: ListingView, _ town: Town, _ say: Wording) -> Facts {
        let rules = town.supervision
        return Facts([
            (say("listing-subject"), say("listing-subject-\(listing.subject.rawValue)")),
            (say("supervision-ground"), rules.title(listing.ground.code).map { say($0) }),
            (
                say("supervision-basis"),
                rules.ground(listing.ground.code).map { say($0.basis.citation) }
            ),
            (say("listing-problem"), listing.problem),
            (say("listing-measures"), listing.measures),
            (say("listing-unit"), say(town.unitName(listing.unit.code))),
            (say("listing-leader"), listing.leader),
            (say("listing-until"), say.day(listing.until)),
            (say("listing-watched-until"), listing.watchedUntil.map { say.day($0) }),
            (
                say("listing-relapses"),
                listing.relapses > 0 ? say.number(listing.relapses) : nil
            ),
        ])
    }
}

/// The boxes of a new listing.
struct ListingFields {
    let typed: Typed
    let say: Wording
    let town: Town

    func fields(_ leaders: [SupervisionPerson]) -> [Field] {
        let common = SupervisionFields(typed: typed, say: say)
        let subjects = Listing.Subject.allCases.map {
            Field.Option($0.rawValue, say("listing-subject-\($0.rawValue)"))
        }
        let units = town.units.map { Field.Option($0.code, say($0.name)) }
        let months = town.supervision.listing.months.map {
            Field.Option("\($0)", say.count("listing-months", $0))
        }
        return [
            Field(
                "subject",
                say("listing-subject"),
                .radios(subjects),
                in: typed,
                say,
                needed: true
            ),
            line("name", "listing-name", hint: "listing-name-hint"),
            line("code", "listing-code", hint: "listing-code-hint"),
            common.grounds(town.supervision.grounds.filter(\.lists)),
            common.lines("problem", "listing-problem", needed: true),
            common.lines("measures", "listing-measures", needed: true),
            common.choice("unit", "listing-unit", units),
            common.people("leader", "listing-leader", leaders),
            common.choice("months", "listing-term", months),
            line("after", "listing-after", hint: "listing-after-hint"),
            common.lines("skipReason", "supervision-skip-reason", hint: "listing-skip-hint"),
        ]
    }

    private func line(_ name: String, _ label: String, hint: String) -> Field {
        Field(name, say(label), .line(upTo: 100), in: typed, say, hint: say(hint))
    }
}
