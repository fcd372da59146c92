import Centre

@testable import Web

/// The pages of disputed duties, filled, against which their templates are held.
enum RulingSamples {
    static func all() -> [any View] {
        let link = Link("a", to: "/")
        let facts = Facts([("a", "b")])
        let tab = JointListView.Tab(label: "l", address: "/", isHere: true)
        let pager = Pager(at: "/", next: "n", isFirst: false)
        let empty = EmptyState("a", "b", link: link)
        let row = RulingListView.Row(
            address: "/",
            title: "t",
            number: "n",
            due: Badge("d"),
            facts: facts
        )
        return [
            RulingListView(title: "a", tabs: [tab], rows: [row], empty: empty, pager: pager),
            PrecedentListView(
                title: "a",
                tabs: [tab],
                classes: [.init(value: "v", label: "l", isChosen: true)],
                rows: [precedent],
                empty: empty,
                pager: pager
            ),
            RulingPageView(
                title: "a",
                number: "n",
                back: link,
                disputed: "d",
                steps: [link],
                cards: [card(facts, link)],
                empty: empty,
                precedents: [precedent],
                hasPrecedents: true
            ),
        ]
    }

    private static func card(_ facts: Facts, _ link: Link) -> RulingPageView.Card {
        RulingPageView.Card(
            id: "i",
            title: "t",
            state: Badge("s"),
            facts: facts,
            words: ["w"],
            verdict: .init(
                line: "l",
                standing: Badge("s"),
                words: ["w"],
                facts: facts,
                ended: ["e"]
            ),
            withdrawn: ["w"],
            steps: [link]
        )
    }

    private static var precedent: PrecedentRow {
        PrecedentRow(
            address: "/",
            line: "l",
            scope: "s",
            standing: Badge("b"),
            parties: "p",
            basis: "b"
        )
    }
}
