import Centre
import Storage
import TestSupport

extension SampleCentre {
    /// A sample centre on a store that the test holds itself.
    static func opened(on database: any Database, at start: String) async throws -> SampleCentre {
        guard let start = Moment(text: start) else { throw NotFound() }
        let clock = SampleClock(start)
        let world = World(now: { clock.tick() }, random: World.real.random)
        let keyring = try Keyring(text: Keyring.newLine(version: 1, world: world))
        let keys = try await database.write { tx in
            try HouseKeys.load(keyring: keyring, world: world, in: tx)
        }
        let desk = PackDesk(database: database, timeline: Timeline(keys: keys), world: world)
        let pack = try await desk.load(SamplePack.files(), by: .system("test"))
        let house = House(
            database: database,
            town: TownInForce(pack.town),
            keyring: keyring,
            keys: keys,
            world: world
        )
        return SampleCentre(house: house, clock: clock)
    }
}
