package import Centre
package import Storage
import Synchronization

/// A clock the test moves.
package final class SampleClock: Sendable {
    private let moment: Mutex<Moment>

    package init(_ moment: Moment) {
        self.moment = Mutex(moment)
    }

    package var now: Moment { moment.withLock { $0 } }

    package func move(hours: Int) {
        moment.withLock { $0 = $0.adding(hours: hours) }
    }

    package func move(to later: Moment) {
        moment.withLock { $0 = later }
    }

    /// Reads the clock and lets a millisecond pass, so that no two acts share a moment.
    package func tick() -> Moment {
        moment.withLock { moment in
            moment = moment.adding(milliseconds: 1)
            return moment
        }
    }
}

/// The sample town at work: the pack of the repository, its desks, and officers of every role.
package struct SampleCentre: Sendable {
    package let house: House
    package let clock: SampleClock
    package let intake: IntakeDesk
    package let dispatch: DispatchDesk
    package let handling: HandlingDesk
    package let feedback: FeedbackDesk
    package let matters: MattersDesk

    package var town: Town { house.town.town }

    package init(house: House, clock: SampleClock) {
        self.house = house
        self.clock = clock
        intake = IntakeDesk(house: house)
        dispatch = DispatchDesk(house: house)
        handling = HandlingDesk(house: house)
        feedback = FeedbackDesk(house: house)
        matters = MattersDesk(house: house)
    }
}

/// Gives the test a fresh centre on the engine, at nine o'clock on an ordinary Wednesday.
@discardableResult
package func withCentre<Answer: Sendable>(
    _ engine: Engine,
    at start: String = SampleCentre.start,
    _ body: (SampleCentre) async throws -> Answer
) async throws -> Answer {
    try await withDatabase(engine, migrations: try Schema.migrations()) { database in
        try await body(try await SampleCentre.opened(on: database, at: start))
    }
}

extension SampleCentre {
    package static let start = "2026-03-04T09:00:00+08:00"

    /// A sample centre on a store that the test holds itself.
    package static func opened(
        on database: any Database,
        at start: String = SampleCentre.start
    ) async throws -> SampleCentre {
        guard let start = Moment(text: start) else { throw NotFound() }
        let clock = SampleClock(start)
        let world = World(now: { clock.tick() }, random: World.real.random)
        let keyring = try Keyring(text: Keyring.newLine(version: 1, world: world))
        let keys = try await database.write { tx in
            try HouseKeys.load(keyring: keyring, world: world, in: tx)
        }
        let desk = PackDesk(database: database, timeline: Timeline(keys: keys), world: world)
        let pack = try await desk.load(SamplePack.pack(), by: .system("test"))
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

extension SampleCentre {
    /// An officer with one post.
    ///
    /// The same name is always the same officer.
    package func officer(
        _ role: Role,
        _ unit: String = "centre",
        area: String? = nil,
        named name: String = ""
    ) throws -> Viewer {
        let seed = Array("\(role.rawValue)/\(unit)/\(area ?? "")/\(name)".utf8)
        let id: ID<Officer> = try ID(bytes: stretched(seed))
        guard let unit = town.unit(code: unit) else { throw NotFound() }
        let day = house.world.now().day()
        let post = Post(
            id: house.world.newID(),
            officer: id,
            unit: unit.id,
            role: role,
            area: area.flatMap { town.area(code: $0, on: day)?.id },
            validFrom: Moment(milliseconds: 0),
            validTo: nil
        )
        return Viewer(officer: id, name: name, login: "\(role.rawValue)\(name)", posts: [post])
    }

    private func stretched(_ seed: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 7, count: 16)
        for (place, byte) in seed.enumerated() {
            bytes[place % 16] = (bytes[place % 16] &* 31) &+ byte &+ UInt8(place & 15)
        }
        return bytes
    }

    /// An operation nobody has made before.
    package func operation(_ content: String = "") -> Operation {
        let key = "\(house.world.newID(of: Matter.self))"
        return Operation(scope: "test", key: key, content: Array(content.utf8))
    }

    package func unit(_ code: String) throws -> ID<Unit> {
        guard let unit = town.unit(code: code) else { throw NotFound() }
        return unit.id
    }
}

extension WorkOrder {
    /// A quarrel over a boundary, as the window writes it down.
    package static var sample: WorkOrder {
        var order = WorkOrder(
            source: .init(channel: .walkin),
            kind: .dispute,
            title: "邻居阻挠建房",
            content: "宅基地界址不明,邻居不让动工,请求帮助调解。",
            requester: .init(mode: .named, name: "吴大明", phones: ["13800138000"])
        )
        order.classCode = "0902"
        return order
    }
}
