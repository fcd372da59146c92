import Centre

/// The matters that may be the same as one, with why.
struct LikenessListView: PageView {
    static let template = "Likeness/list"

    struct Proposal: Sendable {
        let title: String
        let number: String
        let stage: Badge
        let facts: Facts
        let reasons: [String]
        let compare: Link
    }

    struct Kept: Sendable {
        let own: String
        let other: Link
        let at: String
    }

    let title: String
    let back: Link
    let proposals: [Proposal]
    let empty: EmptyState?
    let kept: [Kept]
    let hasKept: Bool
}

extension LikenessListView {
    init(_ table: LikenessTable, _ say: Wording) {
        let base = "/desk/matters/\(table.matter.id)"
        title = say("likeness")
        let voice = table.matter.voice
        back = Link(
            [voice?.number, voice?.title].compactMap(\.self).joined(separator: " · "),
            to: base
        )
        proposals = table.proposals.map { Proposal($0, at: base, say) }
        empty =
            proposals.isEmpty ? EmptyState(say("likeness-none"), say("likeness-none-hint")) : nil
        kept = table.apart.map { line in
            Kept(
                own: line.own,
                other: Link(line.other, to: "\(base)/likenesses/\(line.other)"),
                at: say.shortMoment(line.at)
            )
        }
        hasKept = !kept.isEmpty
    }
}

extension LikenessListView.Proposal {
    fileprivate init(_ proposal: LikenessTable.Proposal, at base: String, _ say: Wording) {
        let matter = proposal.matter
        title = matter.voice?.title ?? say("matter-erased")
        number = matter.voice?.number ?? ""
        stage = Badge(say("stage-\(matter.stage.rawValue)"))
        facts = Facts([
            (say("likeness-since"), say.shortMoment(matter.createdAt)),
            (say("likeness-place"), matter.area?.name),
            (say("likeness-asked-by"), say.number(matter.concerns.count)),
        ])
        reasons = proposal.likeness.said(say)
        compare = Link(say("likeness-compare"), to: "\(base)/likenesses/\(number)")
    }
}

extension Likeness {
    /// Each reason in a line.
    func said(_ say: Wording) -> [String] {
        let shared = ["count": say.number(words), "of": say.number(ofWords)]
        return [
            requester ? say("likeness-requester") : nil,
            metres.map { say("likeness-metres", ["metres": say.number($0)]) },
            grid ? say("likeness-grid") : nil,
            disputeClass ? say("likeness-class") : nil,
            words >= 2 ? say("likeness-words", shared) : nil,
        ].compactMap(\.self)
    }
}
