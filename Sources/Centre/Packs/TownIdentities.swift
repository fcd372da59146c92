import Storage

/// Which identity a code stands for: a unit's by its code, an area's by its code and first day,
/// since a code may pass from one area to the next (DOMAIN 1.6).
package struct TownIdentities: Sendable {
    private var areas: [AreaKey: ID<Area>]
    private var units: [String: ID<Unit>]

    struct AreaKey: Hashable, Sendable {
        let code: String
        let validFrom: Day
    }

    package init() {
        areas = [:]
        units = [:]
    }

    mutating func add(_ id: ID<Area>, code: String, validFrom: Day) {
        areas[AreaKey(code: code, validFrom: validFrom)] = id
    }

    mutating func add(_ id: ID<Unit>, code: String) {
        units[code] = id
    }

    func id(of area: PackArea) -> ID<Area>? {
        areas[AreaKey(code: area.code, validFrom: area.validFrom)]
    }

    func id(ofUnit code: String) -> ID<Unit>? { units[code] }

    /// Gives an identity to whatever in the pack has none yet.
    package mutating func complete(for pack: Pack, world: World) {
        for area in pack.areas where id(of: area) == nil {
            add(world.newID(of: Area.self), code: area.code, validFrom: area.validFrom)
        }
        for unit in pack.units where units[unit.code] == nil {
            add(world.newID(of: Unit.self), code: unit.code)
        }
    }
}

extension TownIdentities {
    func areas(of pack: Pack) throws -> [Area] {
        let byCode = Dictionary(grouping: pack.areas, by: \.code)
        return try pack.areas.map { area in
            let above = area.parent.flatMap { byCode[$0]?.standing(on: area.validFrom) }
            return Area(
                id: try known(id(of: area)),
                code: area.code,
                name: area.name,
                level: area.level,
                parent: try above.map { try known(id(of: $0)) },
                kind: area.kind,
                validFrom: area.validFrom,
                validTo: area.validTo,
                successor: area.successor
            )
        }
    }

    func units(of pack: Pack, areas: [Area]) throws -> [Unit] {
        let byCode = Dictionary(grouping: areas, by: \.code)
        return try pack.units.map { unit in
            Unit(
                id: try known(units[unit.code]),
                code: unit.code,
                name: unit.name,
                presence: unit.presence,
                parent: try unit.parent.map { try known(units[$0]) },
                area: unit.area.flatMap { byCode[$0]?.max { $0.validFrom < $1.validFrom }?.id },
                phone: unit.phone,
                duties: unit.duties
            )
        }
    }

    private func known<Identity>(_ identity: Identity?) throws -> Identity {
        guard let identity else {
            throw StorageError.unreadable("a code of the pack without an identity")
        }
        return identity
    }
}

extension [PackArea] {
    /// The area of one code that stands on the day, or else its newest.
    fileprivate func standing(on day: Day) -> PackArea? {
        first { $0.stands(on: day) } ?? self.max { $0.validFrom < $1.validFrom }
    }
}
