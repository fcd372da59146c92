import Centre

/// Two matters side by side, and what can be decided of them.
struct LikenessPairView: PageView {
    static let template = "Likeness/pair"

    struct Side: Sendable {
        let heading: String
        let title: String
        let matter: Link
        let stage: Badge
        let facts: Facts
        let content: [String]
    }

    /// A button; without an address of its own, it is the word sent.
    struct Choice: Sendable {
        let deed: String
        let label: String
        let hint: String
        let isMain: Bool
    }

    let title: String
    let back: Link
    let sides: [Side]
    let reasons: [String]
    let isKeptApart: Bool
    let bars: [String]
    let address: String
    let form: FormHead
    let reason: Field
    let choices: [Choice]
}

extension LikenessPairView {
    init(
        _ pair: LikenessPair,
        _ number: String,
        _ typed: Typed,
        form: FormHead,
        _ say: Wording
    ) {
        let base = "/desk/matters/\(pair.matter.id)/likenesses"
        title = say("likeness-pair")
        back = Link(say("likeness"), to: base)
        sides = [
            Side(pair.matter, say("likeness-this"), say),
            Side(pair.other.matter, say("likeness-other"), say),
        ]
        reasons = pair.other.likeness.said(say)
        isKeptApart = pair.isKeptApart
        bars = Self.bars(pair, say)
        address = "\(base)/\(number)"
        self.form = form
        reason = Field(
            "reason",
            say("likeness-reason"),
            .lines(upTo: 1000, rows: 3),
            in: typed,
            say,
            hint: say("likeness-reason-hint"),
            needed: true
        )
        choices = Self.deeds(pair).map { deed in
            Choice(
                deed: deed.rawValue,
                label: say("likeness-do-\(deed.rawValue)"),
                hint: say("likeness-do-\(deed.rawValue)-hint"),
                isMain: deed == .here || deed == .there
            )
        }
    }

    /// Why neither can join the other, each said once; what is kept apart says so itself.
    private static func bars(_ pair: LikenessPair, _ say: Wording) -> [String] {
        guard !pair.isKeptApart else { return [] }
        let here = pair.other.comingHere.map {
            say("likeness-not-here", ["why": say($0)])
        }
        let there = pair.other.goingThere.map {
            say("likeness-not-there", ["why": say($0)])
        }
        return [here, there].compactMap(\.self)
    }

    private static func deeds(_ pair: LikenessPair) -> [LikenessDeed] {
        guard !pair.isKeptApart else { return [.notApart] }
        let here: [LikenessDeed] = pair.other.comingHere == nil ? [.here] : []
        let there: [LikenessDeed] = pair.other.goingThere == nil ? [.there] : []
        return here + there + [.apart]
    }
}

extension LikenessPairView.Side {
    fileprivate init(_ matter: MatterView, _ heading: String, _ say: Wording) {
        let voice = matter.voice
        self.heading = heading
        title = voice?.title ?? say("matter-erased")
        self.matter = Link(voice?.number ?? "", to: "/desk/matters/\(matter.id)")
        stage = Badge(say("stage-\(matter.stage.rawValue)"))
        let lead = matter.assignments.last { $0.role == .lead && $0.state.isStanding }
        facts = Facts([
            (say("likeness-since"), say.shortMoment(matter.createdAt)),
            (say("likeness-class-name"), matter.class?.name),
            (say("likeness-place"), matter.area?.name),
            (say("likeness-asked-by"), say.number(matter.concerns.count)),
            (say("likeness-numbers"), say.list(matter.concerns.prefix(10).map(\.number))),
            (say("likeness-who"), voice?.requester?.name),
            (say("likeness-unit"), lead?.unit.name),
        ])
        content = voice?.content.map { $0.paragraphs } ?? []
    }
}
