import Centre

/// The boxes of a step's form, in the order in which it says things.
struct RulingBoxes {
    let view: RulingView
    let words: RulingWording
    let typed: Typed

    private var say: Wording { words.say }
    private var town: Town { words.town }

    func fields(of step: RulingStep) -> [Field] {
        switch step {
        case .ask:
            [
                box("unit", "ruling-meanwhile", .choice(units), needed: true), rulers,
                box("words", "ruling-words-ask", .lines(upTo: 5000), needed: true),
            ]
        case .passOn:
            [rulers, box("words", "ruling-words-passOn", .lines(upTo: 5000), needed: true)]
        case .rule:
            [
                box("unit", "ruling-unit", .choice(units), needed: true),
                box("words", "ruling-words-rule", .lines(upTo: 5000), needed: true),
                box("basis", "ruling-basis", .line(upTo: 500), needed: true),
                box("reach", "ruling-reach", .radios(reaches), needed: true),
            ] + furthers
        case .withdraw, .retire:
            [
                box(
                    "words",
                    "ruling-words-\(step.rawValue)",
                    .lines(upTo: 5000),
                    needed: true
                )
            ]
        }
    }

    /// For which class it holds where not the matter's own, and which precedent it replaces.
    private var furthers: [Field] {
        var fields: [Field] = []
        if classes.count > 1 {
            fields.append(box("class", "ruling-class", .choice(classes), needed: false))
        }
        if !precedents.isEmpty {
            fields.append(
                box("replaces", "ruling-replaces", .choice(precedents), needed: false)
            )
        }
        return fields
    }

    private func box(_ name: String, _ label: String, _ kind: Field.Kind, needed: Bool) -> Field {
        Field(name, say(label), kind, in: typed, say, needed: needed)
    }

    private var rulers: Field {
        let people = view.rulers.map { Field.Option("\($0.id)", $0.name) }
        return box("ruler", "ruling-ruler", .choice(people), needed: true)
    }

    private var reaches: [Field.Option] {
        let place = view.village.map { say(town.areaName($0.code, else: $0.name)) }
        let village = place.map {
            Field.Option("village", say("ruling-reach-village", ["place": $0]))
        }
        return [Field.Option("town", say("ruling-reach-town"))] + [village].compactMap(\.self)
    }

    private var classes: [Field.Option] {
        town.classLineage(of: view.class?.code).map {
            Field.Option($0, say(town.className($0)))
        }
    }

    private var precedents: [Field.Option] {
        view.precedents.map { Field.Option("\($0.id)", words.line($0)) }
    }

    /// Those that dispute it first, then the whole town.
    private var units: [Field.Option] {
        let open = view.rulings.first { $0.state == .open }
        let near =
            (view.disputed + (open?.parties ?? []) + [open?.provisional].compactMap(\.self))
            .map(\.code)
        var seen: Set<String> = []
        return (near + town.units.map(\.code)).filter { seen.insert($0).inserted }.map {
            Field.Option($0, say(town.unitName($0)))
        }
    }
}
