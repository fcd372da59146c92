extension DemoPlayer {
    /// The dispatcher brings a disputed duty to a ruling; who works meanwhile is named at once.
    func dispute(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = RulingDesk(house: house)
        let found = try await desk.rulings(of: act.matter, for: viewer)
        var said = RulingSaid(act.event.words)
        said.unit = try unit(act.event.unit)
        said.ruler = found.rulers.first { cast.viewer(of: $0.id) != nil }?.id
        _ = try await desk.ask(on: act.matter, said, by: viewer, operation: act.operation)
    }

    /// The officer who was named rules: the first line says why, the second on what it rests.
    func rule(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = RulingDesk(house: house)
        let found = try await desk.rulings(of: act.matter, for: viewer)
        guard let open = found.rulings.first(where: { $0.state == .open }),
            let ruler = cast.viewer(of: open.ruler.id)
        else { throw DemoRefusal.nothing("ruling to give") }
        let lines = act.event.words.split(separator: "\n").map(String.init)
        var said = RulingSaid(lines.first)
        said.basis = lines.last
        said.unit = try unit(act.event.unit)
        said.reach = .town
        _ = try await desk.take(.rule, on: open.id, said, by: ruler, operation: act.operation)
    }
}
