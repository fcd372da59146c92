import Centre

/// Says a ruling in the reader's words.
struct RulingWording {
    let town: Town
    let say: Wording

    func name(_ unit: MatterView.Named) -> String { say(town.unitName(unit.code)) }

    func names(_ units: [MatterView.Named]) -> String { say.list(units.map(name)) }

    /// Which matters it holds for.
    func scope(_ code: String, _ area: MatterView.Named?) -> String {
        let place = area.map { say(town.areaName($0.code, else: $0.name)) }
        return say(
            "ruling-scope",
            [
                "class": say(town.className(code)),
                "place": place ?? say("ruling-reach-town"),
            ]
        )
    }

    func standing(_ standing: Ruling.Standing) -> Badge {
        Badge(say("precedent-\(standing.rawValue)"), standing == .inForce ? .good : .plain)
    }

    /// What was ruled, by whom it is followed, and why: one plain line.
    func line(_ precedent: Precedent) -> String {
        say(
            "precedent-line",
            [
                "day": say.day(precedent.day), "number": precedent.number ?? "",
                "unit": name(precedent.unit), "words": precedent.words ?? "",
            ]
        )
    }

    func step(_ step: RulingStep, _ id: String) -> Link {
        Link(say("ruling-step-\(step.rawValue)"), to: "/desk/rulings/\(step.rawValue)/\(id)")
    }
}
