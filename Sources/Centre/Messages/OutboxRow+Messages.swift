import Storage

extension OutboxRow {
    /// Orders what goes out of the house with this notice, in its transaction.
    ///
    /// Where the house has no gateway, nothing is looked up and nothing is written.
    func orderMessages(units named: [ID<Unit>], in turn: Turn) throws {
        let plan = turn.house.messages
        guard !plan.isEmpty else { return }
        var orders: [MessageRecords.Order] = []
        if !plan.robots.isEmpty {
            orders += try robots(of: named, plan, in: turn).map { order(.webhook, unit: $0, turn) }
        }
        if plan.sms != nil, kind.goesToPhones {
            orders += try phones(in: turn.tx).map { order(.sms, concern: $0, turn) }
        }
        try MessageRecords.add(orders, in: turn.tx)
    }

    /// The units that are told and have a robot, but none that the matter is about
    /// (信访工作条例 Art 30, 46).
    private func robots(
        of named: [ID<Unit>],
        _ plan: MessagePlan,
        in turn: Turn
    ) throws -> [ID<Unit>] {
        let town = turn.town
        var units = Set(named).union(try unitsByRight(withoutNamed: named.isEmpty, in: turn))
        units = units.filter { unit in
            town.unit(unit).map { plan.robots[$0.code] != nil } ?? false
        }
        guard !units.isEmpty else { return [] }
        let subjects = try MessageRecords.subjects(of: matter, in: turn.tx)
        return units.filter { subjects.isDisjoint(with: town.lineage(of: $0)) }.sorted()
    }

    /// The units in which those hold a post who are told by right.
    private func unitsByRight(withoutNamed: Bool, in turn: Turn) throws -> [ID<Unit>] {
        if kind == .whistleSilent {
            let rung = facts["rung"].flatMap(WhistleCall.Rung.init)
            return rung.flatMap { turn.town.whistles.rungs[$0] }
                .flatMap { turn.town.unit(code: $0)?.id }.map { [$0] } ?? []
        }
        let roles = kind.roles(withoutUnit: withoutNamed)
        guard !roles.isEmpty else { return [] }
        return try MessageRecords.units(ofRoles: roles, at: turn.at, in: turn.tx)
    }

    /// The concerns whose residents gave a name and a phone, want to hear, and asked for no secrecy.
    private func phones(in tx: Transaction) throws -> [ID<Concern>] {
        let answered = kind.goesWithAnswer ? createdAt : Moment(milliseconds: 0)
        return try MessageRecords.reachable(
            of: matter,
            only: concern,
            answeredFrom: answered,
            in: tx
        )
    }

    private func order(
        _ channel: Message.Channel,
        unit: ID<Unit>? = nil,
        concern: ID<Concern>? = nil,
        _ turn: Turn
    ) -> MessageRecords.Order {
        let isUrgent = kind.isUrgent(facts, in: turn.town)
        return MessageRecords.Order(
            id: turn.newID(),
            channel: channel,
            kind: kind,
            matter: matter,
            unit: unit,
            concern: concern,
            isUrgent: isUrgent,
            orderedAt: turn.at,
            nextAt: turn.house.messages.quiet.opening(
                from: turn.at,
                channel,
                isUrgent: isUrgent,
                in: turn.town.calendar
            )
        )
    }
}
