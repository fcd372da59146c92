/// A place in the tree city → town → village or community → grid.
///
/// A code may pass from one area to the next, so an area is its id; its code and border hold
/// between two days.
package struct Area: Sendable, Hashable {
    package let id: ID<Area>
    package let code: String
    package let name: Bilingual
    package let level: AreaLevel
    package let parent: ID<Area>?
    /// What the level alone does not say, such as `community` or `water`; a word of the pack.
    package let kind: String
    package let validFrom: Day
    /// The last day; nil while the area stands.
    package let validTo: Day?
    /// The code of the area that took over.
    package let successor: String?

    package init(
        id: ID<Area>,
        code: String,
        name: Bilingual,
        level: AreaLevel,
        parent: ID<Area>?,
        kind: String,
        validFrom: Day,
        validTo: Day?,
        successor: String?
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.kind = kind
        self.validFrom = validFrom
        self.validTo = validTo
        self.successor = successor
    }

    package func stands(on day: Day) -> Bool {
        guard validFrom <= day else { return false }
        guard let validTo else { return true }
        return day <= validTo
    }
}

/// How high an area is in the tree.
///
/// Levels may be skipped, never turned around.
package enum AreaLevel: String, Sendable, CaseIterable, Comparable, Codable {
    case city
    case town
    case village
    case grid

    var depth: Int {
        switch self {
        case .city: 0
        case .town: 1
        case .village: 2
        case .grid: 3
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.depth < right.depth }
}
