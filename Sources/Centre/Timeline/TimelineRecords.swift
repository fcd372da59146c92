import Storage

enum TimelineRecords {
    static func head(of chain: Chain, in tx: Transaction) throws -> ChainHead? {
        let found = try tx.row(
            "SELECT position, hash, seal FROM chain_heads WHERE chain = \(chain.id)"
        )
        guard let row = found else { return nil }
        let end = ChainEnd(position: try row["position"], hash: try row["hash"])
        return ChainHead(chain: chain, end: end, seal: try row["seal"])
    }

    static func last(of chain: Chain, in tx: Transaction) throws -> ChainEnd? {
        let found = try tx.row(
            """
            SELECT position, hash FROM entries WHERE chain = \(chain.id)
            ORDER BY position DESC LIMIT 1
            """
        )
        guard let row = found else { return nil }
        return ChainEnd(position: try row["position"], hash: try row["hash"])
    }

    static func put(_ head: ChainHead, in tx: Transaction) throws {
        try put([head], in: tx)
    }

    static func put(_ heads: [ChainHead], in tx: Transaction) throws {
        for part in heads.parts(of: 100) {
            let rows: [SQL] = part.map { head in
                """
                (\(head.chain.id), \(head.chain.kind), \(head.end.position), \(head.end.hash), \
                \(head.seal))
                """
            }
            try tx.run(
                """
                INSERT INTO chain_heads (chain, kind, position, hash, seal)
                VALUES \(rows.joined(by: ", "))
                ON CONFLICT (chain) DO UPDATE SET
                    position = excluded.position, hash = excluded.hash, seal = excluded.seal
                """
            )
        }
    }

    static func add(_ entries: [Entry], in tx: Transaction) throws {
        for part in entries.parts(of: 50) {
            let rows: [SQL] = part.map(row)
            try tx.run(
                """
                INSERT INTO entries (\(EntryRecord.columns))
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }
}

extension TimelineRecords {
    /// The values of ``EntryRecord/columns``.
    private static func row(_ entry: Entry) -> SQL {
        let actor = entry.actor.columns
        let facts = Facts.text(entry.facts)
        return """
            (\(entry.chain.id), \(entry.position), \(entry.hash), \(entry.previous), \
            \(entry.id), \(entry.at), \(actor.kind), \(actor.identity), \(actor.role), \
            \(entry.act), \(entry.matter), \(entry.concern), \(entry.assignment), \
            \(facts), \(entry.digest))
            """
    }

    static func entries(of chain: Chain, in tx: Transaction) throws -> [Entry] {
        let rows = try tx.rows(
            """
            SELECT \(EntryRecord.columns) FROM entries WHERE chain = \(chain.id)
            ORDER BY position
            """
        )
        return try rows.map { try EntryRecord($0).entry(kind: chain.kind) }
    }

    static func page(
        of chain: Chain,
        after position: Int,
        limit: Int,
        in tx: Transaction
    ) throws -> [Entry] {
        let rows = try tx.rows(
            """
            SELECT \(EntryRecord.columns) FROM entries
            WHERE chain = \(chain.id) AND position > \(position)
            ORDER BY position LIMIT \(limit)
            """
        )
        return try rows.map { try EntryRecord($0).entry(kind: chain.kind) }
    }

    static func page(
        of chains: [Chain],
        after mark: Timeline.Mark?,
        limit: Int,
        in tx: Transaction
    ) throws -> [Entry] {
        var kinds: [[UInt8]: Chain.Kind] = [:]
        for chain in chains { kinds[chain.id] = chain.kind }
        let after: SQL = mark.map { "AND (at, id) > (\($0.at), \($0.id))" } ?? ""
        let rows = try tx.rows(
            """
            SELECT \(EntryRecord.columns) FROM entries
            WHERE chain IN \(list: chains.map(\.id)) \(after)
            ORDER BY at, id LIMIT \(limit)
            """
        )
        return try rows.map { row in
            let record = try EntryRecord(row)
            guard let kind = kinds[record.chain] else { throw NotFound() }
            return try record.entry(kind: kind)
        }
    }
}

extension Array {
    /// The elements in their order, at most so many at a time: a statement takes only so many
    /// values.
    func parts(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { start in
            self[start..<Swift.min(start + count, self.count)]
        }
    }
}
