import Storage

/// The end of a chain as it stands in the store and not yet believed.
struct HeadRecord: Sendable {
    let chain: [UInt8]
    let kind: Value
    let end: ChainEnd
    let seal: [UInt8]

    static let columns: SQL = "chain, kind, position, hash, seal"

    init(_ row: Row) throws {
        chain = try row[0]
        kind = row.values[1]
        end = ChainEnd(position: try row[2], hash: try row[3])
        seal = try row[4]
    }

    func holds(under keys: HouseKeys) -> Bool {
        keys.seals(seal, ChainHead.content(kind, chain, end))
    }

    var knownKind: Chain.Kind? {
        guard case .text(let word) = kind else { return nil }
        return Chain.Kind(rawValue: word)
    }
}
