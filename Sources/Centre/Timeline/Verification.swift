/// What a walk over the timeline found.
package struct Verification: Sendable, Equatable {
    package var entries = 0
    package var chains = 0
    /// In the order of the chains; the first ``most`` of them.
    package var findings: [BrokenLink] = []
    /// How many more there are than are named.
    package var unnamed = 0

    static let most = 10_000

    package var isWhole: Bool { findings.isEmpty }
}

/// One place where the timeline is not as it was written.
package struct BrokenLink: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The entry is not what was hashed.
        case edited
        /// Entries are gone, from ``BrokenLink/position`` to ``BrokenLink/through``.
        case missing
        /// The entry was written at another place.
        case swapped
        /// The last entry fits itself, but is not the one the end of the chain was sealed with.
        case headDiffers
        /// The end of the chain was changed by someone without the house's key.
        case sealBroken
        /// There are entries and no end of the chain.
        case headMissing
        /// A matter, a concern or an end of a chain is there, and no entry at all.
        case chainMissing
        /// The first entry tells of something later: the chain before it was taken away whole.
        case begunAnew
        /// The entry was added past the sealed end, or stands on a chain that never was.
        case extra
    }

    package let chain: Chain
    package let position: Int
    package let through: Int
    package let kind: Kind
    package let entry: ID<Entry>?

    package init(
        _ kind: Kind,
        _ chain: Chain,
        at position: Int,
        through: Int? = nil,
        entry: ID<Entry>? = nil
    ) {
        self.chain = chain
        self.position = position
        self.through = through ?? position
        self.kind = kind
        self.entry = entry
    }
}
