import Storage

/// Entries and ends of chains that were read in one view of the store, so that nothing written
/// meanwhile looks broken.
struct VerificationBatch: Sendable {
    var entries: [EntryRecord]
    var heads: [HeadRecord]
    /// Where the next batch begins.
    var cursor: Cursor
    var isLast: Bool

    struct Cursor: Sendable {
        let chain: [UInt8]
        let position: Int
    }
}

/// The chains to walk, from the first to the last.
struct ChainRange: Sendable {
    let first: [UInt8]
    let last: [UInt8]

    /// Longer than any chain's name, so that it comes after all of them.
    static let all = ChainRange(first: [], last: [UInt8](repeating: 255, count: 17))
}

enum VerificationRecords {
    static func batch(
        after cursor: VerificationBatch.Cursor,
        in range: ChainRange,
        limit: Int,
        _ tx: Transaction
    ) throws -> VerificationBatch {
        let entries = try entries(after: cursor, in: range, limit: limit, tx)
        let isFull = entries.count == limit
        let end = isFull ? entries.last?.chain ?? range.last : range.last
        let heads = try heads(from: cursor.chain, through: end, limit: limit + 1, tx)
        if heads.count > limit, let horizon = heads.last?.chain, !isFull || horizon != end {
            // More ends than entries: some chains are empty, and the walk goes on from the last
            // end, all of whose entries are at hand.
            return VerificationBatch(
                entries: entries.filter { !horizon.lexicographicallyPrecedes($0.chain) },
                heads: heads,
                cursor: VerificationBatch.Cursor(chain: horizon, position: .max),
                isLast: false
            )
        }
        let next = entries.last.map {
            VerificationBatch.Cursor(chain: $0.chain, position: $0.position)
        }
        return VerificationBatch(
            entries: entries,
            heads: heads,
            cursor: next ?? cursor,
            isLast: !isFull
        )
    }

    private static func entries(
        after cursor: VerificationBatch.Cursor,
        in range: ChainRange,
        limit: Int,
        _ tx: Transaction
    ) throws -> [EntryRecord] {
        let rows = try tx.rows(
            """
            SELECT \(EntryRecord.columns) FROM entries
            WHERE (chain, position) > (\(cursor.chain), \(cursor.position))
                AND chain <= \(range.last)
            ORDER BY chain, position LIMIT \(limit)
            """
        )
        return try rows.map(EntryRecord.init)
    }

    private static func heads(
        from first: [UInt8],
        through last: [UInt8],
        limit: Int,
        _ tx: Transaction
    ) throws -> [HeadRecord] {
        let rows = try tx.rows(
            """
            SELECT \(HeadRecord.columns) FROM chain_heads
            WHERE chain >= \(first) AND chain <= \(last)
            ORDER BY chain LIMIT \(limit)
            """
        )
        return try rows.map(HeadRecord.init)
    }
}

/// What has a chain from the moment it is there.
enum ChainOwner: String, CaseIterable {
    case matters
    case concerns
    case listings
    case rotas

    var table: SQL { SQL(trusted: rawValue) }

    var kind: Chain.Kind {
        switch self {
        case .matters: .matter
        case .concerns: .concern
        case .listings: .listing
        case .rotas: .rota
        }
    }
}

extension VerificationRecords {
    struct Owners: Sendable {
        let chainless: [[UInt8]]
        let last: [UInt8]
    }

    /// Those of the next rows that have neither an end of a chain nor an entry.
    static func owners(
        _ owner: ChainOwner,
        after id: [UInt8],
        limit: Int,
        in tx: Transaction
    ) throws -> Owners? {
        let rows = try tx.rows(
            """
            SELECT o.id, h.chain
            FROM (SELECT id FROM \(owner.table) WHERE id > \(id) ORDER BY id LIMIT \(limit)) AS o
            LEFT JOIN chain_heads AS h ON h.chain = o.id
            ORDER BY o.id
            """
        )
        guard let last = rows.last else { return nil }
        var headless: [[UInt8]] = []
        for row in rows where row.values[1] == .null { headless.append(try row[0]) }
        return Owners(chainless: try without(entries: headless, tx), last: try last[0])
    }

    private static func without(entries chains: [[UInt8]], _ tx: Transaction) throws -> [[UInt8]] {
        try chains.filter { chain in
            try tx.row("SELECT position FROM entries WHERE chain = \(chain) LIMIT 1") == nil
        }
    }
}
