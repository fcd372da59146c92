import Storage

/// Takes one event after the other to the desk it belongs to.
struct DemoPlayer {
    let plan: DemoPlan
    let cast: DemoCast
    let clock: DemoClock
    let house: House
    /// The bytes of the pictures that residents bring, by name.
    let pictures: [String: [UInt8]]

    /// What is known of a concern between two steps.
    struct Standing: Sendable {
        let matter: ID<Matter>
        let code: String
        /// The unit's last part.
        let parts: [String: ID<Assignment>]
    }

    mutating func play(_ index: Int) async throws {
        let event = plan.events[index]
        clock.move(to: event.at)
        let concern = plan.concerns[event.concern]
        let name = "\(concern.key) \(event.step?.verb.rawValue ?? "register")"
        let key = String("\(10_000_000 + index)".dropFirst())
        let operation = Operation(
            scope: "demo\(plan.day)",
            key: key,
            content: Array(name.utf8)
        )
        var dice = SeedDice(concern.key.seed, at: event.position + 1000)
        do {
            if let step = event.step {
                try await take(step, event, concern, operation, &dice)
            } else {
                try await register(concern, operation, &dice)
            }
        } catch {
            throw DemoStopped(event: "\(name), \(event.at.text())", reason: error)
        }
    }

    private func register(
        _ concern: DemoConcern,
        _ operation: Operation,
        _ dice: inout SeedDice
    ) async throws {
        let order = concern.order
        let viewer: Viewer? =
            switch order.source.channel {
            case .web, .kiosk, .open311: nil
            case .grid: try cast.of(grid: order.place?.areaCode, &dice)
            default: try cast.of(.clerk, &dice)
            }
        let receipt = try await IntakeDesk(house: house)
            .register(order, by: viewer, operation: operation).answer
        guard receipt.number == concern.number else { throw DemoRefusal.otherNumber }
    }

    func standing(of concern: DemoConcern) async throws -> Standing {
        let number = concern.number
        return try await house.look { turn in
            let found = try Concern.find(number: number, in: turn.tx)
            let parts = try Assignment.all(of: found.matter, in: turn.tx)
            return Standing(
                matter: found.matter,
                code: QueryCode(of: found.id, keys: turn.house.keys).description,
                parts: Dictionary(
                    parts.map { (turn.town.unit($0.unit)?.code ?? "", $0.id) },
                    uniquingKeysWith: { _, later in later }
                )
            )
        }
    }

    func unit(_ code: String?) throws -> ID<Unit> {
        guard let unit = code.flatMap({ house.town.town.unit(code: $0) }) else {
            throw DemoRefusal.nothing("unit \(code ?? "")")
        }
        return unit.id
    }

    func part(_ code: String?, of standing: Standing) throws -> ID<Assignment> {
        guard let part = code.flatMap({ standing.parts[$0] }) else {
            throw DemoRefusal.nothing("part of \(code ?? "")")
        }
        return part
    }
}
