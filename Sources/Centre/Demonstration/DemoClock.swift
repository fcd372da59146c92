import Synchronization

/// The clock of the demonstration's own world: it stands where the story is.
///
/// It belongs to the load alone; the house that serves afterwards has the machine's clock.
final class DemoClock: Sendable {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) {
        self.moment = Mutex(moment)
    }

    func move(to moment: Moment) {
        self.moment.withLock { $0 = moment }
    }

    /// Reads the clock and lets a millisecond pass, so that no two acts share a moment.
    func tick() -> Moment {
        moment.withLock { moment in
            moment = moment.adding(milliseconds: 1)
            return moment
        }
    }
}

extension House {
    /// The same house with the clock of a demonstration; chance stays real, for the keys are.
    func playing(by clock: DemoClock) -> House {
        House(
            database: database,
            town: town,
            keyring: keyring,
            keys: keys,
            world: World(now: { clock.tick() }, random: world.random)
        )
    }
}
