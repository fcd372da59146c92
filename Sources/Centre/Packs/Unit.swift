/// A department, office or village committee that takes assignments.
package struct Unit: Sendable, Hashable {
    package let id: ID<Unit>
    package let code: String
    package let name: Bilingual
    package let presence: UnitPresence
    package let parent: ID<Unit>?
    package let area: ID<Area>?
    package let phone: String?
    package let duties: String

    package init(
        id: ID<Unit>,
        code: String,
        name: Bilingual,
        presence: UnitPresence,
        parent: ID<Unit>?,
        area: ID<Area>?,
        phone: String?,
        duties: String
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.presence = presence
        self.parent = parent
        self.area = area
        self.phone = phone
        self.duties = duties
    }
}

/// How a unit sits at the centre: 常驻, 轮驻, 随驻, 云驻, or a village committee.
package enum UnitPresence: String, Sendable, CaseIterable {
    case resident
    case rotating
    case onCall
    case outside
    case village
}
