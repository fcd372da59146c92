@testable import Centre
@testable import Web

/// The pages of what may be the same matter, filled, against which their templates are held.
enum LikenessSamples {
    static func all() throws -> [any View] {
        let boards = try BoardSamples()
        let link = Link("a", to: "/")
        let facts = Facts(linked: [("a", "b", "/desk")])
        let side = LikenessPairView.Side(
            heading: "a",
            title: "b",
            matter: link,
            stage: Badge("c"),
            facts: facts,
            content: ["d"]
        )
        return [
            LikenessListView(
                title: "a",
                back: link,
                proposals: [
                    .init(
                        title: "a",
                        number: "b",
                        stage: Badge("c"),
                        facts: facts,
                        reasons: ["d"],
                        compare: link
                    )
                ],
                empty: EmptyState("a", "b", link: link),
                kept: [.init(own: "a", other: link, at: "b")],
                hasKept: true
            ),
            LikenessPairView(
                title: "a",
                back: link,
                sides: [side, side],
                reasons: ["a"],
                isKeptApart: true,
                bars: ["a"],
                address: "/",
                form: boards.form,
                reason: Field("reason", "a", .lines(upTo: 9), in: Samples.wrong, boards.say),
                choices: [.init(deed: "here", label: "a", hint: "b", isMain: true)]
            ),
        ]
    }
}
