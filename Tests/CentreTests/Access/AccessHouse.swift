import Storage
import TestSupport

@testable import Centre

/// A house with two units, one area, a security administrator and a clock of its own.
struct AccessHouse: Sendable {
    static let password = "a quiet lane by the river"

    let database: any Database
    let keys: HouseKeys
    let clock: MovedClock
    let desk: AccessDesk
    let units: [ID<Unit>]
    let area: ID<Area>
    let administrator: Viewer

    static func on(
        _ engine: Engine,
        sessionsAtMost: Int = 50,
        _ body: @Sendable (AccessHouse) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: Schema.migrations()) { database in
            try await body(AccessHouse(database, sessionsAtMost: sessionsAtMost))
        }
    }

    private init(_ database: any Database, sessionsAtMost: Int) async throws {
        let clock = MovedClock(at: 1_790_000_000_000)
        let world = World(now: { clock.now }, random: World.real.random)
        let keyring = try Keyring(text: Keyring.newLine(version: 1, world: world))
        let units = [world.newID(of: Unit.self), world.newID(of: Unit.self)]
        let area = world.newID(of: Area.self)
        keys = try await database.write { tx in
            for (number, unit) in units.enumerated() {
                try tx.run("INSERT INTO units (id, code) VALUES (\(unit), \("u\(number)"))")
            }
            try tx.run("INSERT INTO areas (id, code, valid_from) VALUES (\(area), 'a', 0)")
            return try HouseKeys.load(keyring: keyring, world: world, in: tx)
        }
        self.database = database
        self.clock = clock
        self.units = units
        self.area = area
        desk = Self.desk(database, keys, clock, sessionsAtMost: sessionsAtMost)
        let chief = try await desk.addOfficer(
            login: "chief",
            name: "何安全",
            password: Self.password,
            by: .house
        )
        _ = try await desk.givePost(
            to: chief.id,
            unit: units[0],
            role: .securityAdministrator,
            by: .house
        )
        administrator = try await database.read { [desk] tx in
            try desk.viewer(of: chief.id, in: tx)
        }
    }

    /// The house after a restart: nothing but the store is left.
    func restarted() -> AccessDesk {
        Self.desk(database, keys, clock, sessionsAtMost: 50)
    }

    private static func desk(
        _ database: any Database,
        _ keys: HouseKeys,
        _ clock: MovedClock,
        sessionsAtMost: Int
    ) -> AccessDesk {
        AccessDesk(
            database: database,
            timeline: Timeline(keys: keys),
            keys: keys,
            world: World(now: { clock.now }, random: World.real.random),
            policy: AccessPolicy(
                sessionsAtMost: sessionsAtMost,
                passwordCost: PasswordCost(rounds: 16)
            )
        )
    }

    var chief: Grantor { .officer(administrator) }

    func officer(_ login: String, _ roles: [Role] = [.clerk]) async throws -> Officer {
        let officer = try await desk.addOfficer(
            login: login,
            name: "陈守约",
            password: Self.password,
            by: chief
        )
        for role in roles {
            _ = try await desk.givePost(
                to: officer.id,
                unit: units[1],
                role: role,
                area: role.reach == .area ? area : nil,
                by: chief
            )
        }
        return officer
    }

    func signIn(
        _ login: String,
        _ password: String = password,
        totp: String? = nil
    ) async throws
        -> OpenedSession
    {
        try await desk.signIn(login: login, password: password, totp: totp, client: "test")
    }

    func viewer(_ login: String) async throws -> Viewer {
        try await desk.viewer(ofToken: signIn(login).token)
    }

    func entries(of officer: ID<Officer>) async throws -> [Entry] {
        try await database.read { [desk] tx in
            try desk.timeline.entries(of: .officer(officer), in: tx)
        }
    }
}
