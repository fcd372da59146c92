import Centre
import Logging
import ServiceLifecycle

/// What runs beside the site.
struct HouseServices {
    let house: House
    let access: AccessDesk
    let logger: Logger

    var all: [any Service] { [packWatch, forgetting, tidying] }

    /// Takes over a pack that another process loaded.
    private var packWatch: Recurring {
        let desk = PackDesk(
            database: house.database,
            timeline: house.timeline,
            world: house.world
        )
        return Recurring(name: "pack", pause: .seconds(10), logger: logger) {
            guard try await desk.refresh(house.town) else { return }
            logger.info(
                "a pack was taken over",
                metadata: ["version": "\(house.town.town.version)"]
            )
        }
    }

    /// Kept answers nobody asks for any more go in batches, with room for others in between.
    private var forgetting: Recurring {
        let desk = UpkeepDesk(database: house.database, world: house.world)
        return Recurring(name: "operations", pause: .seconds(600), logger: logger) {
            let limit = 500
            while try await desk.forgetOperations(limit: limit) == limit {
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    private var tidying: Recurring {
        Recurring(name: "access", pause: .seconds(3600), logger: logger) {
            try await access.tidy()
        }
    }
}
