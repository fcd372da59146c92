import Storage

@testable import Centre

/// What somebody with the store's password, and without the house's keys, may do to a chain.
enum Damage: Hashable, Sendable, CaseIterable {
    case column(String)
    case positionMoved
    case chainMoved
    case deleted
    case runDeleted
    case swapped
    case neighboursSwapped
    case cutShort
    case cutShortWithHead
    case headHash
    case headSeal
    case headKind
    case headPosition
    case headDeleted
    case entriesDeleted
    case allDeleted
    case begunAnew
    case added
    case forged
    case lastForged
    case tailForged

    /// Columns whose change leaves the entry where it stands.
    static let columns = [
        "id", "at", "actor_kind", "actor", "actor_role", "act", "matter", "concern", "assignment",
        "facts", "digest", "previous", "hash",
    ]

    static let allCases: [Damage] =
        columns.map { .column($0) } + [
            .positionMoved, .chainMoved, .deleted, .runDeleted, .swapped, .neighboursSwapped,
            .cutShort, .cutShortWithHead, .headHash, .headSeal, .headKind, .headPosition,
            .headDeleted, .entriesDeleted, .allDeleted, .begunAnew, .added, .forged, .lastForged,
            .tailForged,
        ]
}

/// A finding without the identity of the entry.
struct Found: Hashable, Sendable {
    let kind: BrokenLink.Kind
    let chain: [UInt8]
    let first: Int
    let last: Int

    init(_ kind: BrokenLink.Kind, _ chain: [UInt8], _ first: Int, _ last: Int? = nil) {
        self.kind = kind
        self.chain = chain
        self.first = first
        self.last = last ?? first
    }

    init(_ link: BrokenLink) {
        self.init(link.kind, link.chain.id, link.position, link.through)
    }
}

/// A chain of matter entries that is going to be damaged at a place.
struct Victim: Sendable {
    static let length = 20

    let matter: ID<Matter>
    let place: Int
    let stray: [UInt8]

    init(_ matter: ID<Matter>, at place: Int, world: World) {
        self.matter = matter
        self.place = place
        stray = world.random(16)
    }

    var chain: [UInt8] { matter.bytes }

    func findings(of damage: Damage) -> [Found] {
        let end = Self.length
        return switch damage {
        case .column: [Found(.edited, chain, place)]
        case .positionMoved: [Found(.missing, chain, place), Found(.swapped, chain, place + 100)]
        case .chainMoved: [Found(.missing, chain, place), Found(.swapped, stray, place)]
        case .deleted: [Found(.missing, chain, place)]
        case .runDeleted: [Found(.missing, chain, 5, 9)]
        case .swapped: [Found(.swapped, chain, 3), Found(.swapped, chain, 11)]
        case .neighboursSwapped: [Found(.swapped, chain, 19), Found(.swapped, chain, 20)]
        case .cutShort: [Found(.missing, chain, 16, end)]
        case .cutShortWithHead: [Found(.sealBroken, chain, 15)]
        case .headHash, .headSeal, .headKind: [Found(.sealBroken, chain, end)]
        case .headPosition: [Found(.sealBroken, chain, end + 1)]
        case .headDeleted: [Found(.headMissing, chain, end)]
        case .entriesDeleted: [Found(.chainMissing, chain, 1, end)]
        case .allDeleted: [Found(.chainMissing, chain, 1)]
        case .begunAnew: [Found(.begunAnew, chain, 1)]
        case .added: [Found(.extra, chain, end + 1)]
        case .forged: [Found(place == end ? .headDiffers : .edited, chain, place)]
        case .lastForged, .tailForged: [Found(.headDiffers, chain, end)]
        }
    }
}
