extension DemoPlayer {
    /// A reminder, or a slip on the ground that the story names, to the unit that leads.
    func supervise(_ act: DemoAct, by viewer: Viewer) async throws {
        let isReminder = act.step.verb == .remind
        let order = SupervisionOrder(
            kind: isReminder ? .reminder : .letter,
            assignment: try part(act.concern.lead, of: act.standing),
            ground: isReminder ? "overdue" : act.step.details[0],
            words: act.event.words
        )
        _ = try await SupervisionDesk(house: house)
            .open(order, on: act.matter, by: viewer, operation: act.operation)
    }

    /// The unit answers what it was asked last.
    func explain(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = SupervisionDesk(house: house)
        let steps = try await desk.steps(of: act.matter, for: viewer)
        guard let step = steps.last(where: { $0.waits == .unit }) else {
            throw DemoRefusal.nothing("supervision to answer")
        }
        _ = try await desk.move(
            step.id,
            .answer,
            SupervisionWords(act.event.words),
            by: viewer,
            operation: act.operation
        )
    }
}
