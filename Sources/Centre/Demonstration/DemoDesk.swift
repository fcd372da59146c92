import Storage

/// Plays the demonstration at the real desks, event after event, with a clock of its own.
///
/// Every rule, entry, clock and number is what it would have been; nothing is put in beside them.
package struct DemoDesk: Sendable {
    let house: House
    let script: DemoScript
    let staff: Set<String>
    let names: Set<String>
    let pictures: [String: [UInt8]]

    /// - Parameters:
    ///   - staff: the demonstration's own officers.
    ///   - pictures: what lies beside the script's files, by name.
    package init(
        house: House,
        script: DemoScript,
        staff: DemoStaff,
        pictures: [String: [UInt8]] = [:]
    ) {
        self.pictures = pictures
        self.house = house
        self.script = script
        self.staff = Set(staff.officers.map(\.login))
        names = Set(staff.officers.map(\.name))
    }

    /// The demonstration goes on where it stopped, and is done once: its events are operations
    /// known by their place in the plan.
    /// - Parameter only: codes of the scenarios to be played; nil for all.
    package func load(
        only: Set<String>? = nil,
        progress: @Sendable (_ done: Int, _ all: Int) throws -> Void = { _, _ in }
    ) async throws -> DemoOutcome {
        let found = try await standing()
        guard found.concerns == 0 || found.day != nil else { return DemoOutcome(plan: nil) }
        let town = house.town.town
        let day = found.day ?? DemoPlan.day(at: house.world.now(), in: town)
        let plan = try DemoPlan(script, in: town, staff: names, on: day, only: only)
        let told = plan.events.prefix(found.events)
        guard told.filter({ $0.step == nil }).count == found.concerns else {
            guard found.events == plan.events.count else { throw DemoRefusal.strangers }
            return DemoOutcome(plan: plan)
        }
        guard found.events < plan.events.count else { return DemoOutcome(plan: plan) }
        var player = try await player(of: plan)
        for index in found.events..<plan.events.count {
            try await player.play(index)
            try progress(index + 1, plan.events.count)
        }
        return DemoOutcome(plan: plan, played: plan.events.count - found.events)
    }

    private func player(of plan: DemoPlan) async throws -> DemoPlayer {
        let (house, staff) = (house, staff)
        let cast = try await house.look { turn in
            try DemoCast(staff: staff, at: turn.at, in: turn.town, tx: turn.tx)
        }
        let clock = DemoClock(plan.events.first?.at ?? house.world.now())
        return DemoPlayer(
            plan: plan,
            cast: cast,
            clock: clock,
            house: house.playing(by: clock),
            pictures: pictures
        )
    }

    /// What of a demonstration is in the store: its day, how many of its events, and how many
    /// concerns there are at all.
    private func standing() async throws -> (day: Day?, events: Int, concerns: Int) {
        try await house.look { turn in
            let concerns: Int = try turn.tx.value("SELECT COUNT(*) FROM concerns") ?? 0
            let last: String? = try turn.tx.value(
                """
                SELECT id FROM operations WHERE id >= 'demo2' AND id < 'demo3'
                ORDER BY id DESC LIMIT 1
                """
            )
            let parts = (last ?? "").split(separator: "/").map(String.init)
            guard parts.count == 2, let day = Day(String(parts[0].dropFirst(4))),
                let index = Int(parts[1])
            else { return (nil, 0, concerns) }
            return (day, index + 1, concerns)
        }
    }

    /// The number, code and title of every concern of the demonstration, to be handed to whoever
    /// tries it.
    package func codes(of plan: DemoPlan) async throws -> [DemoCode] {
        let concerns = plan.concerns
        let told = Set(plan.events.filter { $0.step == nil }.map(\.concern))
        return try await house.look { turn in
            try concerns.indices.filter { told.contains($0) }.map { place in
                let concern = concerns[place]
                let found = try Concern.find(number: concern.number, in: turn.tx)
                return DemoCode(
                    number: concern.number,
                    code: QueryCode(of: found.id, keys: turn.house.keys).description,
                    title: concern.order.title,
                    look: concern.scenario.look
                )
            }.sorted { $0.number < $1.number }
        }
    }
}

/// How a load ended.
package struct DemoOutcome: Sendable {
    /// Nil where the store has a life of its own and nothing was done.
    package let plan: DemoPlan?
    package var played = 0
}

/// What a new user needs to follow a concern as its resident does.
package struct DemoCode: Sendable, Equatable {
    package let number: String
    package let code: String
    package let title: String
    /// A line for those that are worth a look first.
    package let look: String?
}
