/// A town as one edition of its pack has it, with the identities that outlive editions.
///
/// Everything is looked up by dictionary: a town is asked at every step of every matter. It never
/// changes, so it is shared and not copied.
package final class Town: Sendable {
    package let version: Int
    /// How many changes of the calendar and of limits were approved, and how many of them all
    /// clocks follow by now.
    package let edition: CalendarEdition
    package let label: String
    package let manifest: Manifest
    package let units: [Unit]
    package let areas: [Area]
    package let classes: [DisputeClass]
    package let groups: [ItemGroup]
    package let items: [Item]
    package let legalRoutes: [LegalRoute]
    package let routing: [RoutingRule]
    package let limits: [LimitRule]
    let concernLimits: RuleBook
    /// Those of the matter, its parts, and the steps of its supervision.
    let matterLimits: RuleBook
    /// The acts that can start, end, pause or move a concern's clock.
    let concernActs: Set<Act>
    package let outside: [OutsideLimit]
    package let calendars: CalendarEditions
    package let grounds: Grounds
    package let supervision: SupervisionRules
    package let whistles: WhistleRules
    package let rota: RotaRules
    package let numbering: Numbering
    package let texts: Texts
    package let documents: DocumentTexts
    private let index: TownIndex
    private let gridMap: GridMap

    /// - Parameter changes: what was approved since, in the order in which it came into force.
    package init(
        _ pack: Pack,
        version: Int,
        identities: TownIdentities,
        changes: [ApprovedChange] = []
    ) throws {
        self.version = version
        edition = CalendarEdition(changes)
        label = pack.manifest.version
        manifest = pack.manifest
        areas = try identities.areas(of: pack)
        units = try identities.units(of: pack, areas: areas)
        classes = pack.classes
        groups = pack.groups
        items = pack.items
        legalRoutes = pack.legalRoutes
        routing = pack.routing
        limits = changes.limits(over: pack.limits)
        concernLimits = RuleBook(limits.filter { $0.subject == .concern })
        matterLimits = RuleBook(limits.filter { $0.subject != .concern })
        concernActs = LimitRule.movingActs(of: concernLimits.rules)
            .union([.matterAccepted, .matterReopened, .clocksSettled])
        outside = pack.outside
        calendars = changes.calendars(over: pack.calendar)
        grounds = pack.grounds
        supervision = pack.supervision
        whistles = pack.whistles
        rota = pack.rota
        numbering = pack.numbering
        texts = pack.texts
        documents = pack.documents
        index = TownIndex(units: units, areas: areas, limits: limits, pack: pack)
        let grids = Set(areas.filter { $0.level == .grid }.map(\.code))
        gridMap = try GridMap(pack.borders.filter { grids.contains($0.code) })
    }

    package var offset: TimeOffset { manifest.offset }
    package var calendar: WorkingCalendar { calendars.current }
}

// MARK: units

extension Town {
    package func unit(_ id: ID<Unit>) -> Unit? { index.units[id].map { units[$0] } }

    package func unit(code: String) -> Unit? { index.unitCodes[code].map { units[$0] } }

    /// The unit, then those above it.
    package func lineage(of unit: ID<Unit>) -> [ID<Unit>] {
        guard let found = self.unit(unit) else { return [] }
        return [unit] + (found.parent.map(lineage(of:)) ?? [])
    }

    /// The committee of the village an area is or lies in.
    package func villageUnit(of area: ID<Area>) -> Unit? {
        lineage(of: area).lazy.compactMap { self.index.villageUnits[$0] }.first.map { units[$0] }
    }
}

// MARK: areas

extension Town {
    package func area(_ id: ID<Area>) -> Area? { index.areas[id].map { areas[$0] } }

    /// The area that has the code on the day.
    package func area(code: String, on day: Day) -> Area? {
        index.areaCodes[code]?.lazy.map { self.areas[$0] }.first { $0.stands(on: day) }
    }

    /// The area, then those above it.
    package func lineage(of area: ID<Area>) -> [ID<Area>] {
        guard let found = self.area(area) else { return [] }
        return [area] + (found.parent.map(lineage(of:)) ?? [])
    }

    /// The area, then everything under it.
    package func areaAndBelow(_ area: ID<Area>) -> [ID<Area>] {
        [area] + (index.areasBelow[area] ?? []).flatMap(areaAndBelow)
    }

    /// The area itself or the one above it at that level.
    package func area(at level: AreaLevel, of area: ID<Area>) -> Area? {
        lineage(of: area).lazy.compactMap { self.area($0) }.first { $0.level == level }
    }

    /// The grid the place lies in; none outside the town.
    package func grid(at point: Point, on day: Day) -> Area? {
        guard point.isOnEarth else { return nil }
        return gridMap.codes(at: point, on: day).lazy
            .compactMap { self.area(code: $0, on: day) }.first
    }
}

// MARK: lists

extension Town {
    package func disputeClass(_ code: String) -> DisputeClass? {
        index.classes[code].map { classes[$0] }
    }

    package func item(_ code: String) -> Item? { index.items[code].map { items[$0] } }

    /// The newest edition of a limit rule.
    package func rule(_ code: String) -> LimitRule? { index.limits[code].map { limits[$0] } }

    package func outsideLimit(_ code: String) -> OutsideLimit? {
        outside.filter { $0.code == code }.max { $0.version < $1.version }
    }

    /// The edition under which a clock began.
    package func rule(of clock: Clock) -> LimitRule? { rule(clock.rule, version: clock.version) }

    package func rule(_ code: String, version: Int) -> LimitRule? {
        index.editions[code]?.lazy.map { self.limits[$0] }.first { $0.version == version }
    }

    /// The edition that holds for what begins on the day.
    package func rule(_ code: String, on day: Day) -> LimitRule? {
        index.editions[code]?.map { limits[$0] }
            .filter { $0.validFrom <= day }
            .max { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
    }
    package func legalRoute(_ code: String) -> LegalRoute? {
        legalRoutes.first { $0.code == code }
    }
}

// MARK: routing

extension Town {
    /// Which unit the town's table names for a matter there.
    /// - Parameter conflicted: the units a matter is about; what is under them is left out too.
    package func suggestion(
        for question: RoutingQuestion,
        in area: ID<Area>?,
        excluding conflicted: Set<ID<Unit>> = []
    ) -> RoutingAnswer {
        var question = question
        if let area {
            question.areas = Set(lineage(of: area).compactMap { self.area($0)?.code })
            question.villageUnit = villageUnit(of: area)?.code
        }
        let excluded = conflicted.flatMap(unitAndBelow).compactMap { unit($0)?.code }
        return RoutingRule.choose(among: routing, for: question, excluding: Set(excluded))
    }
}
