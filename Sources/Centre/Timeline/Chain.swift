import Storage

/// What a run of entries is about: each matter, concern, officer, listing, rota and sitting
/// has a chain of its own, and the house has one for packs, keys and imports.
package struct Chain: Sendable, Hashable {
    package enum Kind: String, Storable, CaseIterable {
        case matter
        case concern
        case officer
        case listing
        case rota
        case sitting
        case house
    }

    package let kind: Kind
    package let id: [UInt8]

    package init(kind: Kind, id: [UInt8]) {
        self.kind = kind
        self.id = id
    }

    package static func matter(_ id: ID<Matter>) -> Chain { Chain(kind: .matter, id: id.bytes) }
    package static func concern(_ id: ID<Concern>) -> Chain { Chain(kind: .concern, id: id.bytes) }
    package static func officer(_ id: ID<Officer>) -> Chain { Chain(kind: .officer, id: id.bytes) }
    package static func listing(_ id: ID<Listing>) -> Chain { Chain(kind: .listing, id: id.bytes) }
    package static func rota(_ id: ID<Rota>) -> Chain { Chain(kind: .rota, id: id.bytes) }
    package static func sitting(_ id: ID<Sitting>) -> Chain { Chain(kind: .sitting, id: id.bytes) }
    package static let house = Chain(kind: .house, id: [UInt8](repeating: 0, count: 16))
}

extension Chain.Kind {
    /// What the first entry of such a chain can say: one that begins otherwise was begun anew after
    /// its entries and its end had been taken away.
    var beginnings: Set<Act> {
        switch self {
        case .matter: [.concernLinked]
        case .concern: [.concernRegistered]
        case .officer: [.officerAdded]
        case .listing: [.listingOpened]
        case .rota: [.rotaDrafted]
        case .sitting: [.sittingSet, .sittingNamed, .sittingSwapped, .seatTaken, .swapAsked]
        case .house: [.packLoaded, .keysRotated]
        }
    }
}

extension Chain: CustomStringConvertible {
    package var description: String {
        "\(kind.rawValue) \(id.map { twoHexDigits($0) }.joined())"
    }
}

func twoHexDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return byte < 16 ? "0\(digits)" : digits
}
