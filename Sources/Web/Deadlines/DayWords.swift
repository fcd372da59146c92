import Centre

/// Says why days are counted or not, the same on page, receipt and evidence.
struct DayWords: Sendable {
    private let say: Wording
    private let grounds: [SuspensionGround]

    init(_ say: Wording, _ grounds: [SuspensionGround]) {
        self.say = say
        self.grounds = grounds
    }

    init(_ say: Wording, in town: Town) {
        self.init(say, town.grounds.suspension)
    }

    func reason(_ word: String, naming name: String?) -> String {
        let named = name.map { code in
            grounds.first { $0.code == code }.map { say($0.title) }
                ?? (code == Pause.supplement ? say("stage-awaitingSupplement") : code)
        }
        return say(word, named.map { ["name": $0] } ?? [:])
    }

    /// One stretch of days with its reason.
    func line(_ run: Reckoning.Run) -> String {
        say(
            "days-line",
            [
                "days": say.span(run.from, run.to), "count": say.count("span-days", run.count),
                "why": reason(run.why, naming: run.name),
            ]
        )
    }
}
