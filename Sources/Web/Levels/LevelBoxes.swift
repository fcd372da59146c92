import Centre

/// The boxes of a step's form, in the order in which it says things.
struct LevelBoxes {
    let view: LevelView
    let words: LevelWording
    let typed: Typed

    private var say: Wording { words.say }

    func fields(of step: LevelStep) -> [Field] {
        switch step {
        case .propose: moving(.up, to: view.above)
        case .sendDown: moving(.down, to: view.below)
        case .approve:
            [
                box("unit", "level-other-unit", .choice(options(view.above)), needed: false),
                box("words", "level-answer", .lines(upTo: 5000), needed: false),
            ]
        case .decline, .withdraw:
            [box("words", "level-why", .lines(upTo: 5000), needed: true)]
        }
    }

    private func moving(
        _ direction: LevelChange.Direction,
        to units: [MatterView.Named]
    ) -> [Field] {
        let reasons = words.town.reasons(direction).map {
            Field.Option($0.code, say($0.title))
        }
        return [
            box("unit", "level-to", .choice(options(units)), needed: true),
            box("reason", "level-reason", .radios(reasons), needed: true),
            box("words", "level-words", .lines(upTo: 5000), needed: true),
        ]
    }

    private func options(_ units: [MatterView.Named]) -> [Field.Option] {
        units.map { Field.Option($0.code, words.name($0)) }
    }

    private func box(_ name: String, _ label: String, _ kind: Field.Kind, needed: Bool) -> Field {
        Field(name, say(label), kind, in: typed, say, needed: needed)
    }
}
