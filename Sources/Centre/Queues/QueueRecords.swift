import Storage

/// One page of a queue as SQL, the most pressing first.
struct QueueQuery {
    let queue: Queue
    let sight: Sight
    let after: Worklist.Cursor?
    let limit: Int

    var sql: SQL {
        let walks: [SQL] = queue.walks.enumerated().map { place, condition in
            "SELECT id, k FROM (\(walk(condition))) AS \(SQL(trusted: "w\(place)"))"
        }
        return """
            SELECT id, k FROM (\(walks.joined(by: " UNION ALL "))) AS u
            ORDER BY k, id LIMIT \(limit + 1)
            """
    }

    private func walk(_ condition: SQL) -> SQL {
        let beyond: SQL = after.map { "AND (m.due_at, m.id) > (\($0.key), \($0.matter))" } ?? ""
        return """
            SELECT m.id AS id, m.due_at AS k FROM matters m
            WHERE \(condition) AND m.linked_into IS NULL AND \(sight.condition) \(beyond)
            ORDER BY m.due_at, m.id LIMIT \(limit + 1)
            """
    }
}

/// The lines of one page, read together.
struct QueueLines {
    let queue: Queue
    let officer: ID<Officer>
    let turn: Turn

    func lines(of matters: [ID<Matter>]) throws -> [QueueLine] {
        guard !matters.isEmpty else { return [] }
        let lines = try WorklistLines(turn: turn).lines(of: matters)
        let records = try records(of: matters)
        let asked = try asked(of: matters)
        let parts = try parts(of: matters)
        let conflicts = try conflicts(of: matters)
        return lines.compactMap { line in
            guard let matter = records[line.id] else { return nil }
            return make(
                line,
                matter,
                asked[line.id] ?? [],
                parts[line.id] ?? [],
                without: conflicts[line.id] ?? []
            )
        }
    }

    private func make(
        _ line: WorklistLine,
        _ matter: Matter,
        _ asked: [QueueLine.Asked],
        _ parts: [Assignment],
        without conflicts: Set<ID<Unit>>
    ) -> QueueLine {
        let returned = parts.last { $0.role == .lead && $0.state == .returned }
        let kinds = Set(asked.map(\.kind.rawValue))
        let given = returned.map { [$0.unit] } ?? []
        return QueueLine(
            line: line,
            matter: matter,
            concerns: asked,
            routing: queue.seeksUnit
                ? turn.town.routing(of: matter, kinds, without: conflicts.union(given)) : nil,
            returned: returned,
            bar: queue.bar(officer, from: matter, parts)
        )
    }

    private func records(of matters: [ID<Matter>]) throws -> [ID<Matter>: Matter] {
        let rows = try turn.tx.rows(
            "SELECT \(Matter.columns) FROM matters m WHERE m.id IN \(list: matters)"
        ).map(Matter.init)
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func asked(of matters: [ID<Matter>]) throws -> [ID<Matter>: [QueueLine.Asked]] {
        let rows = try turn.tx.rows(
            """
            SELECT c.matter, c.number, c.kind, c.mode, c.state, c.visits, c.visited_at
            FROM concerns c WHERE c.matter IN \(list: matters)
            ORDER BY c.registered_at, c.id
            """
        )
        let pairs: [(ID<Matter>, QueueLine.Asked)] = try rows.map { row in
            (try row["matter"], try QueueLine.Asked(row))
        }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    private func parts(of matters: [ID<Matter>]) throws -> [ID<Matter>: [Assignment]] {
        let rows = try turn.tx.rows(
            """
            SELECT \(Assignment.columns) FROM assignments a
            WHERE a.matter IN \(list: matters) ORDER BY a.id
            """
        ).map(Assignment.init)
        return Dictionary(grouping: rows, by: \.matter)
    }

    private func conflicts(of matters: [ID<Matter>]) throws -> [ID<Matter>: Set<ID<Unit>>] {
        guard queue.seeksUnit else { return [:] }
        let rows = try turn.tx.rows(
            """
            SELECT matter, subject FROM matter_conflicts
            WHERE matter IN \(list: matters) AND kind = 'unit'
            """
        )
        let pairs: [(ID<Matter>, ID<Unit>)] = try rows.map { (try $0[0], try $0[1]) }
        return Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map(\.1)) }
    }
}

extension QueueLine.Asked {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: try row["number"],
            kind: try row["kind"],
            mode: try row["mode"],
            state: try row["state"],
            visits: try row["visits"],
            visitedAt: try row["visited_at"]
        )
    }
}

extension Queue {
    fileprivate var seeksUnit: Bool { self == .unassigned || self == .returned }

    /// Handler, verifier and return visitor are three people (ARCHITECTURE 3, rule 1).
    func bar(_ officer: ID<Officer>, from matter: Matter, _ parts: [Assignment]) -> Separation? {
        let handlers = Set(parts.flatMap { [$0.signedBy, $0.repliedBy].compactMap(\.self) })
        do {
            switch self {
            case .toVerify, .toClose:
                let dispatchers = Set(parts.map(\.assignedBy))
                try Separation.checkVerifier(officer, handlers: handlers, dispatchers: dispatchers)
            case .toVisit:
                let verifiers = Set([matter.verifiedBy, matter.closedBy].compactMap(\.self))
                try Separation.checkVisitor(officer, handlers: handlers, verifiers: verifiers)
            case .unassigned, .returned, .conference: break
            }
            return nil
        } catch {
            return error
        }
    }
}

extension Town {
    /// What the town's table names for a matter as it stands.
    fileprivate func routing(
        of matter: Matter,
        _ kinds: Set<String>,
        without conflicts: Set<ID<Unit>>
    ) -> RoutingAnswer {
        var question = RoutingQuestion()
        question.route = matter.route
        question.danger = matter.dangerNow
        question.classCode = matter.classCode
        question.kinds = kinds
        question.item = matter.item
        return suggestion(
            for: question,
            in: matter.grid ?? matter.village,
            excluding: conflicts
        )
    }
}
