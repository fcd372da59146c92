import Storage

/// Where a chain ends.
struct ChainEnd: Sendable, Equatable {
    let position: Int
    let hash: [UInt8]

    static let beginning = ChainEnd(
        position: 0,
        hash: [UInt8](repeating: 0, count: Digest.sha256.length)
    )

    init(position: Int, hash: [UInt8]) {
        self.position = position
        self.hash = hash
    }

    init(_ entry: Entry) {
        self.init(position: entry.position, hash: entry.hash)
    }
}

/// The end of a chain with the house's seal: whoever cuts the chain short without the key cannot
/// make the head that would fit.
struct ChainHead: Sendable, Equatable {
    let chain: Chain
    let end: ChainEnd
    let seal: [UInt8]

    init(chain: Chain, end: ChainEnd, seal: [UInt8]) {
        self.chain = chain
        self.end = end
        self.seal = seal
    }

    init(_ last: Entry, sealedBy keys: HouseKeys) {
        let end = ChainEnd(last)
        self.init(
            chain: last.chain,
            end: end,
            seal: keys.seal(of: Self.content(last.chain.kind.stored, last.chain.id, end))
        )
    }

    func holds(under keys: HouseKeys) -> Bool {
        keys.seals(seal, Self.content(chain.kind.stored, chain.id, end))
    }

    /// What the seal is made over.
    static func content(_ kind: Value, _ chain: [UInt8], _ end: ChainEnd) -> [UInt8] {
        var bytes = CanonicalBytes("maplebridge.head/1")
        bytes.add(kind)
        bytes.add(.bytes(chain))
        bytes.add(.integer(Int64(end.position)))
        bytes.add(.bytes(end.hash))
        return bytes.bytes
    }
}
