extension DemoPlayer {
    /// The dispatcher calls units to the centre: the first line says what has happened, the others
    /// what each unit is needed for.
    func whistle(_ act: DemoAct, by viewer: Viewer) async throws {
        let town = house.town.town
        let lines = act.event.words.split(separator: "\n").map(String.init)
        let (reason, purposes) = (lines.first ?? "", Array(lines.dropFirst()))
        let calls = try act.step.details.dropFirst().enumerated().map { place, code in
            WhistleOrder.Call(
                unit: try unit(code),
                purpose: purposes.indices.contains(place) ? purposes[place] : reason
            )
        }
        let kind = act.step.details[0]
        let ground = town.whistles.grounds.first {
            $0.kinds.contains(kind) && $0.leastUnits <= calls.count
        }
        let centre = town.whistles.rungs[.director].flatMap { town.unit(code: $0) }
        let order = WhistleOrder(
            kind: kind,
            ground: ground?.code ?? "",
            reason: reason,
            place: centre?.name.zh ?? reason,
            meetsAt: nil,
            calls: calls
        )
        _ = try await WhistleDesk(house: house)
            .blow(order, on: act.matter, by: viewer, operation: act.operation)
    }

    /// A unit comes, does its part, and says how it was; the desk says so of the unit.
    func report(_ act: DemoAct, by viewer: Viewer) async throws {
        let desk = WhistleDesk(house: house)
        let called = try await desk.whistles(of: act.matter, for: viewer).flatMap(\.calls)
        guard let call = called.last(where: { $0.unit.code == act.event.unit }) else {
            throw DemoRefusal.nothing("call to \(act.event.unit ?? "nobody")")
        }
        switch act.step.verb {
        case .receive:
            let reception = WhistleCall.Reception(inTime: call.rung == nil, helped: true)
            _ = try await desk.receive(
                call.id,
                reception,
                nil,
                by: viewer,
                operation: act.operation
            )
        case .justify:
            let word = WhistleCall.Justification(justified: true)
            _ = try await desk.justify(call.id, word, nil, by: viewer, operation: act.operation)
        default:
            let isDone = act.step.verb == .finish
            _ = try await desk.move(
                call.id,
                isDone ? .finish : .arrive,
                WhistleWords(isDone ? act.event.words : nil, presence: .site),
                by: viewer,
                operation: act.operation
            )
        }
    }
}
