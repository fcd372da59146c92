import ArgumentParser
import Centre

/// Where an officer works, and as what.
struct OfficerPlace: ParsableArguments {
    @Option(help: "The unit's code in the pack in force.")
    var unit: String?

    @Option(help: "The role, such as clerk, dispatcher, liaison, supervisor.")
    var role: String?

    @Option(help: "The area's code, for the roles that work in one.")
    var area: String?

    func check(isNeeded: Bool) throws {
        if let role, Role(rawValue: role) == nil {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("There is no role \(role). Roles: \(known).")
        }
        guard (unit == nil) == (role == nil), isNeeded == false || unit != nil else {
            throw ValidationError("A post wants both --unit and --role.")
        }
    }

    /// The post for whoever gets it; nil when none was asked for.
    func post(in house: House) throws -> (@Sendable (ID<Officer>) -> Post)? {
        guard let unit, let role = role.flatMap(Role.init(rawValue:)) else { return nil }
        let town = house.town.town
        guard let place = town.unit(code: unit) else { throw CommandRefusal.unitUnknown(unit) }
        let today = house.world.now().day(in: town.offset)
        let region = try area.map { code in
            guard let area = town.area(code: code, on: today) else {
                throw CommandRefusal.areaUnknown(code)
            }
            return area.id
        }
        let world = house.world
        return { officer in
            Post(
                id: world.newID(),
                officer: officer,
                unit: place.id,
                role: role,
                area: region,
                validFrom: world.now()
            )
        }
    }
}
