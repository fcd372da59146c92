import Storage

/// One listing on the table, for one turn.
struct ListingFile {
    let turn: Turn
    var listing: Listing
    var entries: [Entry]

    /// Taken for this transaction alone where engines share rows.
    static func open(_ id: ID<Listing>, in turn: Turn, forChange: Bool = true) throws -> ListingFile
    {
        let lock: SQL = forChange ? turn.tx.dialect.forUpdate : ""
        guard try turn.tx.row("SELECT id FROM listings WHERE id = \(id) \(lock)") != nil else {
            throw NotFound()
        }
        let entries = try turn.house.timeline.entries(of: .listing(id), in: turn.tx)
        let listing = Listing.replay(entries, of: id) { turn.town.unit(code: $0)?.id }
        guard let listing else { throw NotFound() }
        return ListingFile(turn: turn, listing: listing, entries: entries)
    }

    /// Enters what happened and brings the copy up to the entries.
    mutating func note(
        _ act: Act,
        by actor: Actor,
        _ words: [String: String],
        _ facts: [String: String] = [:]
    ) throws {
        var facts = facts
        for (name, text) in words {
            facts["\(name).digest"] = try ListingRecords.keep(text, of: listing.id, in: turn)
        }
        let entry = try turn.house.timeline.record(
            act,
            on: .listing(listing.id),
            by: actor,
            at: turn.at,
            facts: facts,
            world: turn.house.world,
            in: turn.tx
        )
        entries.append(entry)
        let after = Listing.replay(entries, of: listing.id) { turn.town.unit(code: $0)?.id }
        listing = after ?? listing
        try turn.tx.run(
            """
            UPDATE listings SET state = \(listing.state), is_open = \(listing.state.isOpen)
            WHERE id = \(listing.id)
            """
        )
        try OwnPromiseRecords.keep(listing, in: turn.tx)
    }

    /// The unit that is responsible and what is under it; for a listed unit that one too.
    var responsible: [ID<Unit>] {
        var units = [listing.unit]
        if listing.subject == .unit, let code = listing.code, let unit = turn.town.unit(code: code)
        {
            units.append(unit.id)
        }
        return Set(units.flatMap(turn.town.unitAndBelow)).sorted()
    }
}

enum ListingRecords {
    private static func purpose(_ id: ID<Listing>) -> String { "listing/\(id)" }

    static func keep(_ words: String, of id: ID<Listing>, in turn: Turn) throws -> String {
        let box = try turn.house.keys.sealAnswer(words, as: purpose(id))
        let digest = sealedDigest(box)
        try turn.tx.run(
            """
            INSERT INTO listing_words (listing, digest, words_box)
            VALUES (\(id), \(digest), \(box))
            """
        )
        return digest
    }

    /// All words by the digest under which an entry tells of them.
    static func words(of id: ID<Listing>, in turn: Turn) throws -> [String: String] {
        let rows = try turn.tx.rows(
            "SELECT digest, words_box FROM listing_words WHERE listing = \(id)"
        )
        let pairs: [(String, String)] = try rows.map { row in
            (try row[0], try turn.house.keys.openAnswer(try row[1], as: purpose(id)))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    static func insert(_ listing: Listing, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO listings (id, number, subject, unit, state, is_open)
            VALUES (\(listing.id), \(listing.number), \(listing.subject), \(listing.unit),
                \(listing.state), \(listing.state.isOpen))
            """
        )
    }

    static func page(
        openOnly: Bool,
        units: [ID<Unit>]?,
        below: ID<Listing>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [ID<Listing>] {
        var conditions: [SQL] = ["1 = 1"]
        if openOnly { conditions.append("is_open = 1") }
        if let units { conditions.append("unit IN \(list: units)") }
        if let below { conditions.append("id < \(below)") }
        return try tx.rows(
            """
            SELECT id FROM listings WHERE \(conditions.joined(by: " AND "))
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map { try $0[0] }
    }
}
