import Storage

extension MattersDesk {
    /// The first page of the desk, in one look.
    package func today(for viewer: Viewer) async throws -> Today {
        let unread = try await NoticesDesk(house: house).unread(for: viewer)
        return try await house.look { turn in
            let heaps = HeapReading(viewer: viewer, turn: turn)
            let due: [Today.Kind] =
                viewer.may(.readMatters)
                ? Waiting.allCases.filter(\.isDue).map { .waiting($0) } : []
            let all = try heaps.heaps(Today.Kind.of(viewer) + due)
            return Today(
                heaps: all.filter { !due.contains($0.kind) },
                due: all.filter { due.contains($0.kind) },
                alarms: try openAlarms(for: viewer, in: turn),
                pledges: try openPledges(for: viewer, in: turn),
                ownPromises: try ownPromises(of: viewer, in: turn),
                escalations: try escalations(for: viewer, in: turn),
                unread: unread,
                onDuty: try OnDutyRecords.now(in: turn),
                rota: try turn.rotaToday(for: viewer)
            )
        }
    }

    private func openAlarms(for viewer: Viewer, in turn: Turn) throws -> Int {
        guard viewer.may(.readMatters) else { return 0 }
        var list = AlarmList()
        list.kinds = Alarm.Kind.told(to: viewer)
        let found = try AlarmRecords.find(list, Today.most - 1, for: viewer, in: turn)
        return found.count
    }

    private func openPledges(for viewer: Viewer, in turn: Turn) throws -> Int? {
        guard let right = JointLine.rights.first(where: viewer.may) else { return nil }
        var list = JointList(.pledges)
        list.limit = Today.most - 1
        let sight = Sight(viewer, using: right, in: turn.town)
        let days: [Day] = try turn.tx.rows(JointQuery(list: list, sight: sight).sql)
            .map { try $0["day"] }
        let today = turn.at.day(in: turn.town.calendar.offset)
        return days.filter { $0 <= today.adding(Today.pledgesAhead) }.count
    }

    private func ownPromises(of viewer: Viewer, in turn: Turn) throws -> Int? {
        guard viewer.may(.readMatters) else { return nil }
        let query = OwnPromiseQuery(
            officer: viewer.officer,
            sight: Sight(viewer, in: turn.town),
            limit: Today.most - 1
        )
        let days: [Day] = try turn.tx.rows(query.sql).map { try $0["day"] }
        let soon = turn.at.day(in: turn.town.offset).adding(Today.pledgesAhead)
        return days.isEmpty ? nil : days.filter { $0 <= soon }.count
    }

    private func escalations(for viewer: Viewer, in turn: Turn) throws -> Int? {
        guard viewer.may(.decideEscalation) else { return nil }
        let query = LevelQuery(
            sight: Sight(viewer, using: .decideEscalation, in: turn.town),
            limit: Today.most - 1
        )
        return try turn.tx.rows(query.sql).count
    }

    /// The list behind a figure of the first page.
    package func waiting(
        _ waiting: Waiting,
        for viewer: Viewer,
        after: Worklist.Cursor?,
        limit: Int
    ) async throws -> Portion<WorklistLine, Worklist.Cursor> {
        let right = try waiting.right(of: viewer)
        return try await house.look { turn in
            let query = WaitingQuery(
                waiting: waiting,
                sight: Sight(viewer, using: right, in: turn.town),
                town: turn.town,
                now: turn.at,
                after: after,
                limit: limit
            )
            let found: [Worklist.Cursor] = try turn.tx.rows(query.sql).map {
                Worklist.Cursor(key: try $0["k"], matter: try $0["id"])
            }
            let shown = Array(found.prefix(limit))
            let items = try WorklistLines(turn: turn).lines(of: shown.map(\.matter))
            return Portion(items: items, next: found.count > limit ? shown.last : nil)
        }
    }
}

/// The heaps of one viewer: their ids first, then the lines of all together.
private struct HeapReading {
    let viewer: Viewer
    let turn: Turn

    func heaps(_ kinds: [Today.Kind]) throws -> [Today.Heap] {
        let found: [(kind: Today.Kind, matters: [ID<Matter>])] = try kinds.map { kind in
            (kind, try matters(of: kind))
        }
        let first = Set(found.flatMap { $0.matters.prefix(Today.shown) }).sorted()
        let lines = try WorklistLines(turn: turn).lines(of: first)
        let byMatter = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return found.map { kind, matters in
            Today.Heap(
                kind: kind,
                count: matters.count,
                lines: matters.prefix(Today.shown).compactMap { byMatter[$0] }
            )
        }
    }

    /// One more than the last would be asked for, so that the limit counts whole.
    private var limit: Int { Today.most - 1 }

    private func matters(of kind: Today.Kind) throws -> [ID<Matter>] {
        switch kind {
        case .queue(let queue):
            let sight = Sight(viewer, using: try queue.right(of: viewer), in: turn.town)
            let query = QueueQuery(queue: queue, sight: sight, after: nil, limit: limit)
            return try turn.tx.rows(query.sql).map { try $0["id"] }
        case .unit(let queue): return try parts(in: queue)
        case .waiting(let waiting):
            let sight = Sight(viewer, using: try waiting.right(of: viewer), in: turn.town)
            let query = WaitingQuery(
                waiting: waiting,
                sight: sight,
                town: turn.town,
                now: turn.at,
                limit: limit
            )
            return try turn.tx.rows(query.sql).map { try $0["id"] }
        }
    }

    /// The matters of the parts, in the order of the parts.
    private func parts(in queue: UnitQueue) throws -> [ID<Matter>] {
        let sight = Sight(viewer, using: .sign, in: turn.town)
        let query = UnitQuery(queue: queue, sight: sight, now: turn.at, after: nil, limit: limit)
        let ids: [ID<Assignment>] = try turn.tx.rows(query.sql).map { try $0["id"] }
        guard !ids.isEmpty else { return [] }
        let rows = try turn.tx.rows(
            "SELECT id, matter FROM assignments WHERE id IN \(list: ids)"
        )
        let pairs: [(ID<Assignment>, ID<Matter>)] = try rows.map { (try $0[0], try $0[1]) }
        let matters = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { matters[$0] }
    }
}

/// Who sits at the desks of the centre.
private enum OnDutyRecords {
    /// Desk posts; the residents' business of the house, not its administration.
    static let roles: [Role] = [
        .director, .clerk, .dispatcher, .supervisor, .deskOfficer, .mediator, .adviser, .visitor,
    ]

    /// Those with a post in a unit that is present every day.
    static func now(in turn: Turn) throws -> [Today.OnDuty] {
        let units = turn.town.units.filter { $0.presence == .resident }.map(\.id)
        guard !units.isEmpty else { return [] }
        let present = try turn.tx.rows(
            """
            SELECT p.unit, p.role, o.name FROM posts p JOIN officers o ON o.id = p.officer
            WHERE p.unit IN \(list: units) AND p.role IN \(list: roles)
                AND p.valid_from <= \(turn.at) AND (p.valid_to IS NULL OR p.valid_to > \(turn.at))
                AND o.ended_at IS NULL
            ORDER BY p.unit, p.role, o.name LIMIT 60
            """
        ).map { Today.OnDuty(unit: try $0[0], role: try $0[1], name: try $0[2]) }
        return roles.flatMap { role in present.filter { $0.role == role } }
    }
}
