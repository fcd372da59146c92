import Storage

enum WhistleRecords {
    static func isAny(of matter: ID<Matter>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM whistles WHERE matter = \(matter) LIMIT 1") != nil
    }

    static func isAnyOpen(of matter: ID<Matter>, in tx: Transaction) throws -> Bool {
        try tx.row("SELECT id FROM whistles WHERE matter = \(matter) AND is_open = 1 LIMIT 1")
            != nil
    }

    static func matter(of whistle: ID<Whistle>, in tx: Transaction) throws -> ID<Matter> {
        let matter: ID<Matter>? = try tx.value("SELECT matter FROM whistles WHERE id = \(whistle)")
        guard let matter else { throw NotFound() }
        return matter
    }

    struct Place {
        let matter: ID<Matter>
        let whistle: ID<Whistle>
        let state: WhistleCall.State
    }

    static func place(of call: ID<WhistleCall>, in tx: Transaction) throws -> Place {
        let row = try tx.row(
            "SELECT matter, whistle, state FROM whistle_calls WHERE id = \(call)"
        )
        guard let row else { throw NotFound() }
        return Place(matter: try row[0], whistle: try row[1], state: try row[2])
    }

    /// The matters with silent calls whose next moment has come, the earliest first.
    static func silent(at now: Moment, limit: Int, in tx: Transaction) throws -> [ID<Matter>] {
        let rows = try tx.rows(silence(at: now, limit: limit))
        var matters: [ID<Matter>] = []
        for row in rows {
            let matter: ID<Matter> = try row[0]
            if !matters.contains(matter) { matters.append(matter) }
        }
        return matters
    }

    static func silence(at now: Moment, limit: Int) -> SQL {
        """
        SELECT matter FROM whistle_calls
        WHERE rises_at IS NOT NULL AND rises_at <= \(now)
        ORDER BY rises_at, id LIMIT \(limit)
        """
    }

    /// Those who hear of silence at a rung: the directors posted in the unit that the town names
    /// for it; where there is none, those of the next rung, and in the end every director.
    static func heads(of rung: WhistleCall.Rung, in turn: Turn) throws -> [ID<Officer>] {
        let roles = Role.allCases.filter { $0.rights.contains(.ruleWhistle) }
        let ladder = WhistleCall.Rung.allCases
        let from = ladder.firstIndex(of: rung) ?? 0
        for rung in ladder[from...] {
            guard let code = turn.town.whistles.rungs[rung],
                let unit = turn.town.unit(code: code)?.id
            else { continue }
            let heads = try NoticeRecords.officers(
                "unit = \(unit) AND role IN \(list: roles)",
                at: turn.at,
                in: turn.tx
            )
            if !heads.isEmpty { return heads.sorted() }
        }
        return try NoticeRecords.officers("role IN \(list: roles)", at: turn.at, in: turn.tx)
            .sorted()
    }
}

extension WhistleRecords {
    /// Brings the copy of a matter's whistles up to its entries.
    static func keep(_ whistles: [Whistle], of matter: ID<Matter>, in tx: Transaction) throws {
        guard !whistles.isEmpty else { return }
        let rows: [SQL] = whistles.map { whistle in
            """
            (\(whistle.id), \(matter), \(whistle.kind), \(whistle.ground), \
            \(whistle.isOpen ? 1 : 0), \(whistle.meetsAt), \(whistle.blownAt))
            """
        }
        try tx.run(
            """
            INSERT INTO whistles (id, matter, kind, ground, is_open, meets_at, blown_at)
            VALUES \(rows.joined(by: ", "))
            ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open
            """
        )
        for whistle in whistles { try keepCalls(of: whistle, matter, in: tx) }
    }

    private static func keepCalls(
        of whistle: Whistle,
        _ matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        let rows: [SQL] = whistle.calls.map { call in
            """
            (\(call.id), \(whistle.id), \(matter), \(call.unit), \(call.state), \(call.waits), \
            \(whistle.isOpen ? 1 : 0), \(call.calledAt), \(call.limit.first), \
            \(call.risen.last?.rung), \(call.nextRise?.at), \(call.presence), \
            \(number(call.answeredInTime)), \(number(call.hasRisen) ?? 0), \
            \(number(call.hasDeclined) ?? 0), \(number(call.isUpheld) ?? 0), \
            \(number(call.reception?.inTime)), \
            \(number(call.reception?.helped)), \(number(call.justification?.justified)))
            """
        }
        try tx.run(
            """
            INSERT INTO whistle_calls (id, whistle, matter, unit, state, waits, is_open, called_at,
                due_at, rung, rises_at, presence, in_time, rose, declined, is_upheld,
                received_in_time,
                received_helped, justified)
            VALUES \(rows.joined(by: ", "))
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, waits = excluded.waits,
                is_open = excluded.is_open, due_at = excluded.due_at, rung = excluded.rung,
                rises_at = excluded.rises_at, presence = excluded.presence,
                in_time = excluded.in_time, rose = excluded.rose, declined = excluded.declined,
                is_upheld = excluded.is_upheld,
                received_in_time = excluded.received_in_time,
                received_helped = excluded.received_helped, justified = excluded.justified
            """
        )
    }

    private static func number(_ answer: Bool?) -> Int? { answer.map { $0 ? 1 : 0 } }
}

extension File {
    /// The copy follows the entries, in the transaction that writes them.
    func keepWhistles() throws {
        guard !noted.isDisjoint(with: Whistle.acts) else { return }
        try WhistleRecords.keep(try whistles(), of: matter.id, in: turn.tx)
    }
}
