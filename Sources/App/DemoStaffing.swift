import Centre
import Foundation
import Storage

/// The demo's officers on their way into the house.
struct DemoStaffing {
    private let house: House
    private let access: AccessDesk
    private let folder: PackFolder
    let pack: Pack
    private var staff: DemoStaff { pack.demo }

    init(_ house: House, _ configuration: Configuration) throws {
        self.house = house.earlier(days: DemoPlan.days + 30)
        access = AccessDesk(house: self.house, policy: try configuration.accessPolicy())
        folder = try Self.folder(configuration, of: house.town.town)
        pack = try folder.pack()
    }

    /// The store keeps no demo with the town's rules, so it is read from the files: those of the
    /// setting, or the pack of that name among the packs here.
    private static func folder(_ configuration: Configuration, of town: Town) throws -> PackFolder {
        if let path = configuration.packFolder { return try PackFolder(path) }
        let here = "Packs/\(town.manifest.name)"
        guard FileManager.default.fileExists(atPath: here) else {
            throw CommandRefusal.demoFolderMissing
        }
        return try PackFolder(here)
    }

    /// The pictures that lie beside the demonstration's files.
    func pictures(of script: DemoScript) -> [String: [UInt8]] {
        let names = script.scenarios.flatMap(\.attachments).map(\.name)
        let found = names.compactMap { name in
            FileManager.default.contents(atPath: "\(folder.path)/demo/\(name)")
                .map { (name, Array($0)) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// Takes in whoever is missing, all in one transaction.
    func complete() async throws {
        var missing: [(newcomer: Newcomer, places: [DemoOfficer])] = []
        let passwords = Dictionary(
            staff.logins.map { ($0.officer, $0.password) },
            uniquingKeysWith: { first, _ in first }
        )
        let people = Dictionary(grouping: staff.officers, by: \.login).sorted { $0.key < $1.key }
        for (login, places) in people {
            guard let person = places.first, try await !isThere(login) else { continue }
            let newcomer = try await access.newcomer(
                login: login,
                name: person.name,
                password: passwords[login],
                by: .house
            )
            missing.append((newcomer, places))
        }
        guard !missing.isEmpty else { return }
        if missing.count == people.count { try await refuseAmongOthers() }
        try await takeIn(missing)
    }

    private func isThere(_ login: String) async throws -> Bool {
        do {
            _ = try await access.officer(login: login, by: .house)
            return true
        } catch is NotFound {
            return false
        }
    }

    private func refuseAmongOthers() async throws {
        guard try await access.officers(limit: 1, by: .house).isEmpty else {
            throw CommandRefusal.demoAmongOthers
        }
    }

    private func takeIn(_ people: [(newcomer: Newcomer, places: [DemoOfficer])]) async throws {
        try await house.database.write { [house, access] tx in
            let town = house.town.town
            let today = house.world.now().day(in: town.offset)
            for person in people {
                let officer = try access.add(person.newcomer, by: .house, in: tx)
                for place in person.places {
                    guard let unit = town.unit(code: place.unit) else {
                        throw CommandRefusal.unitUnknown(place.unit)
                    }
                    let post = Post(
                        id: house.world.newID(),
                        officer: officer.id,
                        unit: unit.id,
                        role: place.role,
                        area: place.area.flatMap { town.area(code: $0, on: today)?.id },
                        validFrom: house.world.now()
                    )
                    try access.give(post, by: .house, in: tx)
                }
            }
        }
    }

    /// A login for each kind of work, and where the others are.
    var notice: String {
        var seen: Set<Role> = []
        let shown = staff.logins.filter { seen.insert($0.role).inserted }
        let width = shown.map(\.role.rawValue.count).max() ?? 0
        let lines = shown.map { login in
            let role = login.role.rawValue
            let gap = String(repeating: " ", count: width - role.count + 2)
            return "  \(role)\(gap)\(login.officer)  \(login.password)"
        }
        return """
            Demo logins, known to everyone:
            \(lines.joined(separator: "\n"))
            All \(staff.logins.count) are in \(folder.path)/demo/logins.csv
            """
    }
}

extension House {
    /// The same house with a clock so many days behind: the officers were there before the first
    /// concern of the demonstration came.
    fileprivate func earlier(days: Int) -> House {
        let world = world
        return House(
            database: database,
            town: town,
            keyring: keyring,
            keys: keys,
            world: World(now: { world.now().adding(hours: -24 * days) }, random: world.random)
        )
    }
}
