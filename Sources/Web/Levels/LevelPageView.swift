import Centre

/// At which level one matter is, and how it came there.
struct LevelPageView: PageView {
    static let template = "Levels/levels"

    struct Card: Sendable {
        let id: String
        let title: String
        let state: Badge
        let facts: Facts
        let words: [String]
        let answer: [String]
        let steps: [Link]
    }

    let title: String
    let number: String
    let back: Link
    let here: String
    let steps: [Link]
    let cards: [Card]
    let empty: EmptyState?
}

extension LevelPageView {
    init(_ view: LevelView, _ words: LevelWording) {
        let say = words.say
        title = say("levels")
        number = view.number ?? ""
        back = Link(
            say("whistle-to-matter", ["number": view.number ?? ""]),
            to: "/desk/matters/\(view.matter)"
        )
        let level = say("level-of-\(view.level.rawValue)")
        here =
            view.lead.map { say("level-here", ["level": level, "unit": words.name($0)]) }
            ?? say("level-here-nobody", ["level": level])
        steps = view.steps.map { words.step($0, "\(view.matter)") }
        cards = view.changes.reversed().map { Card($0, words) }
        empty =
            view.changes.isEmpty && view.steps.isEmpty
            ? EmptyState(say("levels-none"), say("levels-none-hint")) : nil
    }
}

extension LevelPageView.Card {
    fileprivate init(_ item: LevelView.Item, _ words: LevelWording) {
        let say = words.say
        id = "level-\(item.id)"
        title = say(
            "level-\(item.direction.rawValue)-on",
            ["at": say.shortMoment(item.proposedAt)]
        )
        state = words.state(item)
        facts = Facts([
            (say("level-reason"), words.reason(item.reason, item.direction)),
            (say("level-from"), item.from.map(words.name)),
            (say("level-to"), words.name(item.to)),
            (say("level-by"), item.proposedBy),
            (say("level-decided"), item.decidedAt.map { say.shortMoment($0) }),
        ])
        self.words = item.words?.paragraphs ?? []
        answer = item.answer?.paragraphs ?? []
        steps = item.steps.map { words.step($0, "\(item.id)") }
    }
}

/// Proposals that wait for the director, the oldest first.
struct LevelListView: PageView {
    static let template = "Levels/list"

    struct Row: Sendable {
        let address: String
        let title: String
        let number: String
        let facts: Facts
    }

    let title: String
    let tabs: [JointListView.Tab]
    let rows: [Row]
    let empty: EmptyState?
    let pager: Pager
}

extension LevelListView.Row {
    init(_ line: LevelLine, _ words: LevelWording) {
        let say = words.say
        address = "/desk/matters/\(line.matter)/levels"
        title = line.title ?? say("matter-erased")
        number = line.number ?? ""
        facts = Facts([
            (say("level-reason"), words.reason(line.reason, .up)),
            (say("level-from"), line.from.map(words.name)),
            (say("level-to"), words.name(line.to)),
            (say("level-by"), line.proposedBy),
            (say("level-proposed"), say.shortMoment(line.proposedAt)),
        ])
    }
}
