import Centre
import Hummingbird

/// The pack in force: limits, units, areas, classes, items.
///
/// All of it is public: a duty list nobody can read is no duty list.
struct TownCalls: Sendable {
    let town: TownInForce
    let sentences: Sentences

    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/rules") { _, _ in Answer(RuleList(of: town.town, sentences)) }
        api.get("/units") { _, _ in page(town.town.units.map(UnitLine.init)) }
        api.get("/areas") { _, _ in page(town.town.areas.map(AreaLine.init)) }
        api.get("/classes") { _, _ in
            page(town.town.classes.filter { !$0.hidden }.map(ClassLine.init))
        }
        api.get("/items") { _, _ in page(town.town.items.map(ItemLine.init)) }
    }

    private func page<Line: Encodable & Sendable>(_ lines: [Line]) -> Answer<Page<Line>> {
        Answer(Page(items: lines, next: nil))
    }
}

struct UnitLine: Encodable, Sendable {
    let id: ID<Unit>
    let code: String
    let name: Bilingual
    let presence: String
    let parent: ID<Unit>?
    let area: ID<Area>?
    let phone: String?

    init(_ unit: Unit) {
        id = unit.id
        code = unit.code
        name = unit.name
        presence = unit.presence.rawValue
        parent = unit.parent
        area = unit.area
        phone = unit.phone
    }
}

struct AreaLine: Encodable, Sendable {
    let id: ID<Area>
    let code: String
    let name: Bilingual
    let level: String
    let parent: ID<Area>?
    let validFrom: Day
    let validTo: Day?
    let successor: String?

    init(_ area: Area) {
        id = area.id
        code = area.code
        name = area.name
        level = area.level.rawValue
        parent = area.parent
        validFrom = area.validFrom
        validTo = area.validTo
        successor = area.successor
    }
}

struct ClassLine: Encodable, Sendable {
    let code: String
    let national: String
    let name: Bilingual
    let parent: String?

    init(_ disputeClass: DisputeClass) {
        code = disputeClass.code
        national = disputeClass.national
        name = disputeClass.name
        parent = disputeClass.parent
    }
}

struct ItemLine: Encodable, Sendable {
    let code: String
    let group: String
    let name: Bilingual
    let subjects: [String]
    let mode: String
    let counts: String
    let countsNot: String
    let basis: String

    init(_ item: Item) {
        code = item.code
        group = item.group
        name = item.name
        subjects = item.subjects.map(\.rawValue).sorted()
        mode = item.mode.rawValue
        counts = item.counts
        countsNot = item.countsNot
        basis = item.basis
    }
}
