import Centre

@testable import Web

/// The pages of levels, filled, against which their templates are held.
enum LevelSamples {
    static func all() -> [any View] {
        let link = Link("a", to: "/")
        let facts = Facts([("a", "b")])
        let empty = EmptyState("a", "b", link: link)
        return [
            LevelListView(
                title: "a",
                tabs: [.init(label: "l", address: "/", isHere: true)],
                rows: [.init(address: "/", title: "t", number: "n", facts: facts)],
                empty: empty,
                pager: Pager(at: "/", next: "n", isFirst: false)
            ),
            LevelPageView(
                title: "a",
                number: "n",
                back: link,
                here: "h",
                steps: [link],
                cards: [
                    .init(
                        id: "i",
                        title: "t",
                        state: Badge("s"),
                        facts: facts,
                        words: ["w"],
                        answer: ["a"],
                        steps: [link]
                    )
                ],
                empty: empty
            ),
        ]
    }
}
