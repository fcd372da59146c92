import Storage

/// Where an officer finds what was promised in person, the earliest day first.
package struct OwnPromiseDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// The line a page ends on.
    package struct Cursor: Sendable, Equatable {
        package let day: Int
        package let id: ID<OwnPromise>

        package init(day: Int, id: ID<OwnPromise>) {
            self.day = day
            self.id = id
        }
    }

    /// The viewer's own: nobody reads another's list.
    package func page(
        for viewer: Viewer,
        after: Cursor? = nil,
        limit: Int = 50
    ) async throws -> Portion<OwnPromise, Cursor> {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let sight = Sight(viewer, in: turn.town)
            let query = OwnPromiseQuery(
                officer: viewer.officer,
                sight: sight,
                after: after,
                limit: limit
            )
            let rows = try turn.tx.rows(query.sql)
            let lines = try OwnPromiseLines(turn: turn).lines(of: Array(rows.prefix(limit)))
            let next = lines.last.map { Cursor(day: $0.day.number, id: $0.id) }
            return Portion(items: lines, next: rows.count > limit ? next : nil)
        }
    }

    /// Copies what was promised before there was a copy.
    /// - Returns: how many matters and listings were read.
    @discardableResult
    package func catchUp(limit: Int = 500) async throws -> Int {
        try await house.database.write(.onLockedRow) { [house] tx in
            let turn = house.turn(in: tx)
            let matters: [ID<Matter>] = try tx.rows(
                """
                SELECT DISTINCT s.matter FROM supervision_steps s
                WHERE s.waits <> 'nobody' AND s.kind = 'leader'
                    AND NOT EXISTS (SELECT 1 FROM own_promises p WHERE p.id = s.id)
                LIMIT \(limit)
                """
            ).map { try $0[0] }
            for id in matters {
                _ = try tx.row("SELECT id FROM matters WHERE id = \(id) \(tx.dialect.forUpdate)")
                let steps = try File.reading(id, in: turn).supervision()
                try OwnPromiseRecords.keep(steps, of: id, in: tx)
            }
            let listings: [ID<Listing>] = try tx.rows(
                """
                SELECT l.id FROM listings l
                WHERE l.is_open = 1
                    AND NOT EXISTS (SELECT 1 FROM own_promises p WHERE p.id = l.id)
                LIMIT \(limit)
                """
            ).map { try $0[0] }
            for id in listings {
                try OwnPromiseRecords.keep(try ListingFile.open(id, in: turn).listing, in: tx)
            }
            return matters.count + listings.count
        }
    }
}

/// One page as SQL: one walk along the index of the officer.
struct OwnPromiseQuery {
    let officer: ID<Officer>
    let sight: Sight
    var after: OwnPromiseDesk.Cursor?
    let limit: Int

    var sql: SQL {
        let beyond: SQL = after.map { "AND (p.day, p.id) > (\($0.day), \($0.id))" } ?? ""
        // Whoever left the unit reads its matters no more.
        let own: SQL = sight.wholeCentre ? "" : "AND p.unit IN \(list: sight.units)"
        return """
            SELECT p.id, p.part, p.matter, p.unit, p.day
            FROM own_promises p LEFT JOIN matters m ON m.id = p.matter
            WHERE p.officer = \(officer) \(beyond) \(own)
                AND (p.matter IS NULL OR (\(sight.unconflicted)))
            ORDER BY p.day, p.id LIMIT \(limit + 1)
            """
    }
}

/// The lines of one page, read together.
private struct OwnPromiseLines {
    let turn: Turn

    func lines(of rows: [Row]) throws -> [OwnPromise] {
        let matters: [ID<Matter>] = try rows.compactMap { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let listings = try listings(of: rows)
        let today = turn.at.day(in: turn.town.offset)
        return try rows.map { row in
            let id: ID<OwnPromise> = try row["id"]
            let matter: ID<Matter>? = try row["matter"]
            let head = matter.flatMap { byMatter[$0] }
            let unit = turn.town.unit(try row["unit"] as ID<Unit>)
            let day: Day = try row["day"]
            return OwnPromise(
                id: id,
                part: try row["part"],
                matter: matter,
                number: head?.number ?? listings[id],
                title: head?.title,
                unit: .init(code: unit?.code ?? "", name: unit?.name.zh ?? ""),
                day: day,
                missed: day < today
            )
        }
    }

    private func listings(of rows: [Row]) throws -> [ID<OwnPromise>: String] {
        let ids: [ID<OwnPromise>] = try rows.map { try $0["id"] }
        guard !ids.isEmpty else { return [:] }
        let found = try turn.tx.rows("SELECT id, number FROM listings WHERE id IN \(list: ids)")
        let pairs: [(ID<OwnPromise>, String)] = try found.map { (try $0[0], try $0[1]) }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
}
