import Storage

extension OutboxRow {
    /// Writes the notices: one for each resident and each officer who is told.
    func deliver(in turn: Turn) throws {
        var told = facts.filter { !$0.key.hasSuffix(".digest") }
        let units = (told.removeValue(forKey: Outbox.units) ?? "")
            .split(separator: ",").compactMap { turn.town.unit(code: String($0))?.id }
        if kind.tellsResidents {
            let rows = try residents(in: turn.tx).map { notice(told, concern: $0, in: turn) }
            try NoticeRecords.add(rows, in: turn.tx)
        }
        let officers = try officers(of: units, in: turn)
        if let named = facts[Outbox.units] { told[Outbox.units] = named }
        told[Outbox.officer] = nil
        try NoticeRecords.add(officers.map { notice(told, officer: $0, in: turn) }, in: turn.tx)
        try orderMessages(units: units, in: turn)
    }

    private func residents(in tx: Transaction) throws -> [ID<Concern>] {
        if let concern { return [concern] }
        let answered = kind.goesWithAnswer ? createdAt : Moment(milliseconds: 0)
        return try tx.rows(
            """
            SELECT id FROM concerns
            WHERE matter = \(matter) AND state <> \(Concern.State.withdrawn)
                AND COALESCE(answered_at, 0) >= \(answered)
            ORDER BY registered_at, id
            """
        ).map { try $0[0] }
    }

    private func officers(of units: [ID<Unit>], in turn: Turn) throws -> [ID<Officer>] {
        if kind == .whistleSilent, let rung = facts["rung"].flatMap(WhistleCall.Rung.init) {
            return try WhistleRecords.heads(of: rung, in: turn)
        }
        var officers: Set<ID<Officer>> = []
        if let named = facts[Outbox.officer].flatMap({ ID<Officer>($0) }) {
            officers.insert(named)
        }
        let roles = kind.roles(withoutUnit: units.isEmpty)
        if !roles.isEmpty {
            officers.formUnion(
                try NoticeRecords.officers(
                    "role IN \(list: roles)",
                    at: turn.at,
                    in: turn.tx
                )
            )
        }
        if !units.isEmpty {
            let hands = Role.allCases.filter { $0.rights.contains(.sign) }
            officers.formUnion(
                try NoticeRecords.officers(
                    "unit IN \(list: units) AND role IN \(list: hands)",
                    at: turn.at,
                    in: turn.tx
                )
            )
        }
        return officers.sorted()
    }

    private func notice(
        _ facts: [String: String],
        concern: ID<Concern>? = nil,
        officer: ID<Officer>? = nil,
        in turn: Turn
    ) -> NoticeRecords.New {
        NoticeRecords.New(
            id: turn.newID(),
            kind: kind,
            matter: matter,
            concern: concern,
            officer: officer,
            facts: facts,
            at: createdAt
        )
    }
}
