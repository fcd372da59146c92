import Centre
import Logging
import ServiceLifecycle

/// What runs beside the site.
struct HouseServices {
    let house: House
    let access: AccessDesk
    let logger: Logger

    var all: [any Service] {
        [
            packWatch, calendar, alarms, whistles, pledges, ownPromises, outbox, resuming,
            forgetting, tidying,
        ]
    }

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

    /// Previews of changes of the calendar, and the clocks on their way to an approved one.
    private var calendar: Recurring {
        let desk = CalendarDesk(house: house)
        return Recurring(name: "calendar", pause: .seconds(2), logger: logger) {
            while let progress = try await desk.count(), !progress.isDone {}
            while let progress = try await desk.settle(), !progress.isDone {}
        }
    }

    /// What changes ordered to be told, soon after them.
    private var outbox: Recurring {
        let desk = OutboxDesk(house: house)
        return Recurring(name: "outbox", pause: .seconds(2), logger: logger) {
            let limit = 50
            while true {
                let round = try await desk.deliver(limit: limit)
                if round.dead > 0 {
                    logger.warning("notices were given up", metadata: ["count": "\(round.dead)"])
                }
                guard round.taken == limit else { return }
            }
        }
    }

    /// Clocks that ask for attention.
    private var alarms: Recurring {
        let desk = AlarmDesk(house: house)
        return Recurring(name: "alarms", pause: .seconds(5), logger: logger) {
            let round = try await desk.catchUp()
            guard round.putOff > 0 else { return }
            logger.warning("clocks were put off", metadata: ["count": "\(round.putOff)"])
        }
    }

    /// Units that are called and say nothing.
    private var whistles: Recurring {
        let desk = WhistleDesk(house: house)
        return Recurring(name: "whistles", pause: .seconds(5), logger: logger) {
            while try await desk.raise().isMore {}
        }
    }

    /// Promises whose day has passed.
    private var pledges: Recurring {
        let desk = JointDesk(house: house)
        return Recurring(name: "pledges", pause: .seconds(30), logger: logger) {
            let limit = 100
            while try await desk.tellMissed(limit: limit) == limit {}
        }
    }

    /// What was promised in person before such promises were copied.
    private var ownPromises: Recurring {
        let desk = OwnPromiseDesk(house: house)
        return Recurring(name: "own promises", pause: .seconds(3600), logger: logger) {
            try await desk.catchUp()
        }
    }

    /// Suspensions that have reached their end.
    private var resuming: Recurring {
        let desk = ResumptionDesk(house: house)
        return Recurring(name: "suspensions", pause: .seconds(30), logger: logger) {
            let limit = 100
            while try await desk.learn(limit: limit) == limit {}
            while try await desk.resumeEnded(limit: limit) == limit {}
        }
    }

    /// Kept answers nobody asks for any more go in batches, with room for others in between.
    private var forgetting: Recurring {
        let desk = UpkeepDesk(database: house.database, world: house.world)
        let outbox = OutboxDesk(house: house)
        return Recurring(name: "operations", pause: .seconds(600), logger: logger) {
            let limit = 500
            while try await desk.forgetOperations(limit: limit) == limit {
                try await Task.sleep(for: .milliseconds(200))
            }
            while try await desk.forgetMoves(limit: limit) == limit {
                try await Task.sleep(for: .milliseconds(200))
            }
            while try await outbox.forgetNotices(limit: limit) == limit {
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
