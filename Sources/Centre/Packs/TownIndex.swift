/// Where in the town's lists a code or identity stands.
struct TownIndex: Sendable {
    let units: [ID<Unit>: Int]
    let unitCodes: [String: Int]
    let villageUnits: [ID<Area>: Int]
    let areas: [ID<Area>: Int]
    let areaCodes: [String: [Int]]
    let areasBelow: [ID<Area>: [ID<Area>]]
    let classes: [String: Int]
    let items: [String: Int]
    let limits: [String: Int]
    /// All editions of a limit.
    let editions: [String: [Int]]

    init(units: [Unit], areas: [Area], limits: [LimitRule], pack: Pack) {
        self.units = Self.places(units, by: \.id)
        unitCodes = Self.places(units, by: \.code)
        villageUnits = Dictionary(
            units.enumerated().compactMap { place, unit in
                guard unit.presence == .village, let area = unit.area else { return nil }
                return (area, place)
            },
            uniquingKeysWith: { first, _ in first }
        )
        self.areas = Self.places(areas, by: \.id)
        areaCodes = Dictionary(grouping: areas.indices) { areas[$0].code }
        areasBelow = Self.below(areas)
        classes = Self.places(pack.classes, by: \.code)
        items = Self.places(pack.items, by: \.code)
        editions = Dictionary(grouping: limits.indices) { limits[$0].code }
        self.limits = editions.compactMapValues { places in
            places.max { limits[$0].version < limits[$1].version }
        }
    }

    private static func places<Element, Key: Hashable>(
        _ elements: [Element],
        by key: (Element) -> Key
    ) -> [Key: Int] {
        Dictionary(
            elements.enumerated().map { (key($0.element), $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func below(_ areas: [Area]) -> [ID<Area>: [ID<Area>]] {
        var below: [ID<Area>: [ID<Area>]] = [:]
        for area in areas {
            if let parent = area.parent { below[parent, default: []].append(area.id) }
        }
        return below
    }
}
