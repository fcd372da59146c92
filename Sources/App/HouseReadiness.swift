import Centre
import Storage
import Web

/// Whether the house can work: the store answers, is at this program's schema, and has a town.
struct HouseReadiness {
    private let desk: UpkeepDesk
    private let messages: MessagesDesk
    private let figures: Figures
    private let world: World
    private let offset: TimeOffset
    /// The last migration this program knows.
    private let schema: Int

    init(house: House, figures: Figures) throws {
        desk = UpkeepDesk(database: house.database, world: house.world)
        messages = MessagesDesk(house: house)
        self.figures = figures
        world = house.world
        offset = house.town.town.offset
        schema = try Schema.migrations().map(\.number).max() ?? 0
    }

    func look() async -> Readiness {
        do {
            let condition = try await desk.condition()
            show(condition)
            show(try await messages.condition())
            return readiness(of: condition)
        } catch {
            // The call's own log line tells that the house was not ready; what broke is the
            // store's business and may hold an address.
            return Readiness(ready: false, checks: ["store": "does not answer"])
        }
    }

    private func readiness(of condition: HouseCondition) -> Readiness {
        let isCurrent = condition.schemaVersion == schema
        return Readiness(
            ready: isCurrent && condition.packVersion != nil,
            checks: [
                "store": "answers",
                "migrations": isCurrent
                    ? "\(schema)" : "\(condition.schemaVersion) of \(schema)",
                "pack": condition.packVersion.map { "\($0)" } ?? "none",
                "oldestUnsent": condition.oldestUnsent.map { $0.text(in: offset) } ?? "none",
                "deadLetters": condition.deadLetters < HouseCondition.most
                    ? "\(condition.deadLetters)" : "\(HouseCondition.most) or more",
                "clocksOverdue": condition.overdueClocks < HouseCondition.most
                    ? "\(condition.overdueClocks)" : "\(HouseCondition.most) or more",
            ]
        )
    }

    private func show(_ condition: MessageCondition) {
        let waiting = condition.oldestWaiting.map { world.now().milliseconds - $0.milliseconds }
        figures.set("message_oldest_waiting_seconds", to: Double(waiting ?? 0) / 1000)
        figures.set("messages_not_sent", to: Double(condition.failed))
    }

    private func show(_ condition: HouseCondition) {
        let waiting = condition.oldestUnsent.map { world.now().milliseconds - $0.milliseconds } ?? 0
        figures.set("oldest_unsent_seconds", to: Double(waiting) / 1000)
        figures.set("dead_letters", to: Double(condition.deadLetters))
        figures.set("clocks_overdue", to: Double(condition.overdueClocks))
        figures.set("pack_version", to: Double(condition.packVersion ?? 0))
    }
}
