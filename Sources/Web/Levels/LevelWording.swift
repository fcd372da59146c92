import Centre

/// Says in the reader's words how a matter goes from level to level.
struct LevelWording {
    let town: Town
    let say: Wording

    func name(_ unit: MatterView.Named) -> String { say(town.unitName(unit.code)) }

    func reason(_ reason: MatterView.Named, _ direction: LevelChange.Direction) -> String {
        let known = town.reasons(direction).first { $0.code == reason.code }
        return known.map { say($0.title) } ?? reason.name
    }

    func step(_ step: LevelStep, _ id: String) -> Link {
        Link(say("level-step-\(step.rawValue)"), to: "/desk/levels/\(step.rawValue)/\(id)")
    }

    func state(_ item: LevelView.Item) -> Badge {
        let tone: Tone =
            switch item.state {
            case .open: .soon
            case .done: .good
            case .declined, .withdrawn: .plain
            }
        return Badge(say("level-\(item.direction.rawValue)-\(item.state.rawValue)"), tone)
    }
}
