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

    init(units: [Unit], areas: [Area], pack: Pack) {
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
        limits = Dictionary(
            pack.limits.enumerated().map { ($0.element.code, $0.offset) },
            uniquingKeysWith: { first, second in
                pack.limits[first].version >= pack.limits[second].version ? first : second
            }
        )
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
