extension DemoPlayer {
    /// The unit that leads asks that the matter goes up: to whom, and for which reason.
    func lift(_ act: DemoAct, by viewer: Viewer) async throws {
        try await move(.propose, act, by: viewer)
    }

    /// The dispatcher sends it down to a village.
    func lower(_ act: DemoAct, by viewer: Viewer) async throws {
        try await move(.sendDown, act, by: viewer)
    }

    private func move(_ step: LevelStep, _ act: DemoAct, by viewer: Viewer) async throws {
        var said = LevelSaid(act.event.words)
        said.unit = try unit(act.event.unit)
        said.reason = act.step.details.last
        _ = try await LevelDesk(house: house).take(
            step,
            with: act.matter,
            said,
            by: viewer,
            operation: act.operation
        )
    }

    /// The director agrees that it goes up.
    func agree(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = LevelDesk(house: house)
        let found = try await desk.levels(of: act.matter, for: viewer)
        guard let open = found.changes.first(where: { $0.state == .open }) else {
            throw DemoRefusal.nothing("proposal to agree to")
        }
        _ = try await desk.take(
            .approve,
            on: open.id,
            LevelSaid(act.event.words),
            by: viewer,
            operation: act.operation
        )
    }
}
