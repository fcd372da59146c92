import Storage

/// Where the rota is drafted, published and read.
package struct RotaDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    /// Drafts a rota from what residents asked for in the weeks before.
    package func draft(
        _ order: RotaOrder,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<RotaView> {
        let actor = try viewer.actor(for: .keepRota)
        // Counted and drafted before anything is written, so that nobody waits for it.
        if let before: RotaView = try await before(operation) {
            return Performed(answer: before, replayed: true)
        }
        let (brief, demand) = try await house.look { turn in
            try order.check(turn.town.rota, today: turn.at.day(in: turn.town.offset))
            let demand = try RotaDemand.all(in: turn)
            return (try RotaBrief(order, demand, in: turn), demand)
        }
        let draft = RotaDraft(brief)
        return try await house.perform(operation) { turn in
            let rota = Rota(
                id: turn.newID(),
                from: order.from,
                to: order.to,
                weeks: brief.weeks,
                state: .draft
            )
            let sittings = try turn.sittings(of: rota, draft)
            try RotaRecords.insert(rota, in: turn.tx)
            try RotaRecords.insert(demand, of: rota.id, in: turn.tx)
            try SittingRecords.insert(sittings, in: turn)
            let facts = [
                "from": "\(rota.from)", "to": "\(rota.to)", "weeks": "\(rota.weeks)",
                "places": "\(sittings.count)",
                "lines.digest": Rota.digest(ofDrafted: sittings, in: turn.town),
            ]
            try turn.enter(.rotaDrafted, on: .rota(rota.id), by: actor, facts)
            return try turn.view(of: rota)
        }
    }

    private func before(_ operation: Operation) async throws -> RotaView? {
        try await house.look { turn in
            try operation.answer(keys: turn.house.keys, in: turn.tx)
        }
    }

    /// Publishes a draft or throws it away.
    package func take(
        _ step: Rota.Step,
        of id: ID<Rota>,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<RotaView> {
        let right = Rota.machine.transitions.first { $0.step == step }?.right ?? .publishRota
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation) { turn in
            let rota = try RotaRecords.find(id, forChange: true, in: turn.tx)
            let state = try Rota.machine.next(from: rota.state, step)
            if step == .publish { try turn.checkRoom(for: rota) }
            try RotaRecords.keep(state, of: id, in: turn.tx)
            let sittings = try turn.sittings(of: rota)
            let facts = ["lines.digest": Rota.digest(ofPlaces: sittings, in: turn.town)]
            try turn.enter(step.act, on: .rota(id), by: actor, facts)
            return try turn.view(of: try RotaRecords.find(id, in: turn.tx))
        }
    }

    package func rota(_ id: ID<Rota>, for viewer: Viewer) async throws -> RotaView {
        try await house.look { turn in
            try turn.view(of: try RotaRecords.find(id, for: viewer, in: turn.tx))
        }
    }

    /// The rotas, the newest first; drafts are for those who keep them.
    package func page(
        for viewer: Viewer,
        after: ID<Rota>? = nil,
        limit: Int
    ) async throws -> Portion<RotaView.Head, ID<Rota>> {
        try viewer.require(.readTown)
        return try await house.look { turn in
            let found = try RotaRecords.page(
                publishedOnly: !viewer.keepsRota,
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(
                items: shown.map(RotaView.Head.init),
                next: found.count > limit ? shown.last?.id : nil
            )
        }
    }
}

extension Viewer {
    /// Drafts are seen by those who make and publish them.
    package var keepsRota: Bool { may(.keepRota) || may(.publishRota) }
}

extension RotaRecords {
    /// As the viewer finds it.
    static func find(_ id: ID<Rota>, for viewer: Viewer, in tx: Transaction) throws -> Rota {
        try viewer.require(.readTown)
        let rota = try find(id, in: tx)
        guard rota.state == .published || viewer.keepsRota else { throw NotFound() }
        return rota
    }
}

extension Rota {
    static func digest(ofDrafted sittings: [Sitting], in town: Town) -> String {
        digest(sittings.map { "\($0.halfDay) \($0.seat) \($0.drafted.text(in: town))" })
    }

    static func digest(ofPlaces sittings: [Sitting], in town: Town) -> String {
        digest(sittings.map { "\($0.halfDay) \($0.seat) \(Facts.text($0.place.facts(in: town)))" })
    }

    private static func digest(_ lines: [String]) -> String {
        sealedDigest(Array(lines.joined(separator: "\n").utf8))
    }
}

extension Turn {
    /// All places of a rota, as many as its longest has.
    func sittings(of rota: Rota) throws -> [Sitting] {
        let most = town.rota.mostDays * 2 * 20
        return try SittingRecords.page(of: rota.id, after: nil, limit: most, in: self)
    }

    fileprivate func checkRoom(for rota: Rota) throws {
        guard rota.to >= at.day(in: town.offset) else { throw RotaRefusal.past }
        let others = try RotaRecords.published(from: rota.from, to: rota.to, in: tx)
        guard others.isEmpty else { throw RotaRefusal.overlaps }
    }

    /// The places of a draft, each unit's people in turn.
    fileprivate func sittings(of rota: Rota, _ draft: RotaDraft) throws -> [Sitting] {
        let codes = Set(draft.lines.compactMap(\.unit))
        let people = try SeatOfficers(of: codes.compactMap { town.unit(code: $0)?.id }, in: self)
        return draft.lines.map { line in
            let unit = line.unit.flatMap { town.unit(code: $0)?.id }
            let place = unit.map { people.place(of: $0, turn: line.reason.turn) } ?? .nobody
            return Sitting(
                id: newID(),
                rota: rota.id,
                halfDay: line.halfDay,
                seat: line.seat,
                drafted: Sitting.Drafted(place: place, reason: line.reason),
                place: place
            )
        }
    }

    func enter(_ act: Act, on chain: Chain, by actor: Actor, _ facts: [String: String]) throws {
        try house.timeline.record(
            act,
            on: chain,
            by: actor,
            at: at,
            facts: facts,
            world: house.world,
            in: tx
        )
    }
}

/// The people of the units who may sit at the hall.
struct SeatOfficers {
    private var people: [ID<Unit>: [ID<Officer>]] = [:]

    /// Desk officers first, then those who speak for the unit.
    init(of units: [ID<Unit>], in turn: Turn) throws {
        for role in [Role.deskOfficer, .liaison] {
            let rows = try turn.tx.rows(
                """
                SELECT DISTINCT p.unit, o.id FROM posts p JOIN officers o ON o.id = p.officer
                WHERE p.unit IN \(list: units.sorted()) AND p.role = \(role)
                    AND p.valid_from <= \(turn.at)
                    AND (p.valid_to IS NULL OR p.valid_to > \(turn.at)) AND o.ended_at IS NULL
                ORDER BY p.unit, o.id
                """
            )
            for row in rows {
                let (unit, officer): (ID<Unit>, ID<Officer>) = (try row[0], try row[1])
                if people[unit]?.contains(officer) != true {
                    people[unit, default: []].append(officer)
                }
            }
        }
    }

    func place(of unit: ID<Unit>, turn: Int) -> Sitting.Place {
        let own = people[unit] ?? []
        guard !own.isEmpty else { return Sitting.Place(unit: unit) }
        let (first, second) = (own[(turn - 1) % own.count], own[turn % own.count])
        return Sitting.Place(
            unit: unit,
            officer: first,
            substitute: second == first ? nil : second
        )
    }
}
