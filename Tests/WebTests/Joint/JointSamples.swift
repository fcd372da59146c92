@testable import Web

/// The pages of joint handling, filled, against which their templates are held.
enum JointSamples {
    static func all() -> [any View] {
        let link = Link("a", to: "/")
        let row = JointListView.Row(
            address: "/",
            title: "t",
            number: "n",
            unit: "u",
            day: Badge("d"),
            asked: "a"
        )
        return [
            JointListView(
                title: "a",
                tabs: [.init(label: "l", address: "/", isHere: true)],
                rows: [row],
                empty: EmptyState("a", "b", link: link),
                pager: Pager(at: "/", next: "n", isFirst: false)
            ),
            page(link),
        ]
    }

    private static func page(_ link: Link) -> JointPageView {
        JointPageView(
            title: "a",
            number: "n",
            back: link,
            state: Badge("b"),
            reason: ["r"],
            facts: Facts([("a", "b")]),
            tally: "t",
            steps: [link],
            meetings: [meeting(link)],
            hasMeetings: true,
            pledges: [pledge(link)],
            hasPledges: true,
            signing: .init(
                asked: "a",
                state: Badge("b"),
                draft: ["d"],
                signatures: [.init(unit: "u", state: Badge("s"), words: ["w"], ruling: ["r"])]
            ),
            watches: [
                .init(
                    id: "i",
                    unit: "u",
                    question: "q",
                    state: Badge("s"),
                    history: [said],
                    steps: [link]
                )
            ],
            hasWatches: true
        )
    }

    private static var said: JointPageView.Said { .init(at: "a", what: "w", words: ["x"]) }

    private static func pledge(_ link: Link) -> JointPageView.Promised {
        .init(
            id: "i",
            unit: "u",
            what: "w",
            state: Badge("s"),
            day: "d",
            evidence: "e",
            file: Link("a", to: "/"),
            former: "f",
            asked: "a",
            history: [said],
            hasHistory: true,
            steps: [link]
        )
    }

    private static func meeting(_ link: Link) -> JointPageView.Meeting {
        .init(
            id: "i",
            title: "t",
            state: Badge("s"),
            agenda: "a",
            facts: Facts([("a", "b")]),
            seats: [.init(unit: "u", presence: Badge("p"))],
            minutes: ["m"],
            hasMinutes: true,
            decisions: ["d"],
            pledges: [pledge(link)],
            steps: [link]
        )
    }
}
