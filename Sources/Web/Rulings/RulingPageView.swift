import Centre

/// Whose duty one matter is: what was asked, who works meanwhile, what was ruled.
struct RulingPageView: PageView {
    static let template = "Rulings/rulings"

    struct Verdict: Sendable {
        let line: String
        let standing: Badge?
        let words: [String]
        let facts: Facts
        let ended: [String]
    }

    struct Card: Sendable {
        let id: String
        let title: String
        let state: Badge
        let facts: Facts
        let words: [String]
        let verdict: Verdict?
        let withdrawn: [String]
        let steps: [Link]
    }

    let title: String
    let number: String
    let back: Link
    let disputed: String?
    let steps: [Link]
    let cards: [Card]
    let empty: EmptyState?
    let precedents: [PrecedentRow]
    let hasPrecedents: Bool
}

extension RulingPageView {
    init(_ view: RulingView, _ words: RulingWording, now: Moment) {
        let say = words.say
        title = say("ruling")
        number = view.number ?? ""
        back = Link(
            say("whistle-to-matter", ["number": view.number ?? ""]),
            to: "/desk/matters/\(view.matter)"
        )
        disputed =
            view.disputed.isEmpty
            ? nil : say("ruling-disputed", ["units": words.names(view.disputed)])
        steps = view.steps.map { words.step($0, "\(view.matter)") }
        cards = view.rulings.reversed().map { Card($0, words, now: now) }
        empty =
            view.rulings.isEmpty && view.disputed.isEmpty
            ? EmptyState(say("ruling-none"), say("ruling-none-hint")) : nil
        precedents = view.precedents.map { PrecedentRow($0, words) }
        hasPrecedents = !precedents.isEmpty
    }
}

extension RulingPageView.Card {
    fileprivate init(_ item: RulingView.Item, _ words: RulingWording, now: Moment) {
        let say = words.say
        id = "ruling-\(item.id)"
        title = say("ruling-asked-on", ["at": say.shortMoment(item.askedAt)])
        state =
            item.state == .open
            ? Badge(ruling: item.due, isLate: item.due.map { $0 < now } ?? false, say)
            : Badge(
                say("ruling-state-\(item.state.rawValue)"),
                item.state == .given ? .good : .plain
            )
        facts = Facts([
            (say("ruling-cause"), say("ruling-cause-\(item.cause.rawValue)")),
            (say("ruling-parties"), words.names(item.parties)),
            (say("ruling-meanwhile"), words.name(item.provisional)),
            (say("ruling-ruler"), item.ruler.name),
        ])
        self.words = item.words?.paragraphs ?? []
        verdict = item.verdict.map { RulingPageView.Verdict($0, words) }
        withdrawn = item.withdrawn?.paragraphs ?? []
        steps = item.steps.map { words.step($0, "\(item.id)") }
    }
}

extension RulingPageView.Verdict {
    fileprivate init(_ verdict: RulingView.Verdict, _ words: RulingWording) {
        let say = words.say
        line = say("ruling-verdict", ["unit": words.name(verdict.unit)])
        standing = verdict.standing.map(words.standing)
        self.words = verdict.words?.paragraphs ?? []
        facts = Facts([
            (say("ruling-basis"), verdict.basis),
            (say("ruling-holds"), words.scope(verdict.class.code, verdict.area)),
            (say("ruling-given-on"), say.shortMoment(verdict.at)),
        ])
        ended = verdict.ended?.paragraphs ?? []
    }
}
