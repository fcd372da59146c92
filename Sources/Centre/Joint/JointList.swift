import Storage

/// Which promises or watch tasks are asked for, the earliest day first.
package struct JointList: Sendable, Equatable {
    package enum Kind: Sendable {
        case pledges
        case followUps
    }

    /// The line a page ends on.
    package struct Cursor: Sendable, Equatable, Codable {
        package let day: Int
        package let id: ID<JointLine>

        package init(day: Int, id: ID<JointLine>) {
            self.day = day
            self.id = id
        }
    }

    package let kind: Kind
    /// Those of this unit.
    package var unit: ID<Unit>?
    package var after: Cursor?
    package var limit = 50

    package init(_ kind: Kind) { self.kind = kind }
}

/// A promise or a watch task that is open, in a list.
package struct JointLine: Codable, Sendable, Equatable {
    package let id: ID<JointLine>
    package let matter: ID<Matter>
    package let number: String?
    package let title: String?
    /// Nil for a watch task of the centre itself.
    package let unit: MatterView.Named?
    package let day: Day
    /// A promise whose day is over, a watch task whose day has come.
    package let due: Bool
    package let askedDay: Day?

    /// Whoever holds one of these sees them: a unit its own, the centre all.
    package static let rights: [Right] = [.runJoint, .ruleJoint, .supervise, .answerJoint]
}

extension JointDesk {
    package func page(
        _ list: JointList,
        for viewer: Viewer
    ) async throws -> Portion<JointLine, JointList.Cursor> {
        guard let right = JointLine.rights.first(where: viewer.may) else { throw NotFound() }
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let rows = try turn.tx.rows(JointQuery(list: list, sight: sight).sql)
            let shown = Array(rows.prefix(list.limit))
            let lines = try JointLines(turn: turn, kind: list.kind).lines(of: shown)
            let next = try shown.last.map { row in
                JointList.Cursor(day: try row["day"], id: try row["id"])
            }
            return Portion(items: lines, next: rows.count > list.limit ? next : nil)
        }
    }
}

/// One page as SQL: one walk along an index for the centre or for each unit, merged.
struct JointQuery {
    let list: JointList
    let sight: Sight

    var sql: SQL {
        let walks = walks
        guard !walks.isEmpty else {
            return "SELECT id, matter, unit, day, day AS asked_day FROM pledges WHERE 1 = 0"
        }
        let parts: [SQL] = walks.enumerated().map { place, walk in
            "SELECT * FROM (\(walk)) AS \(SQL(trusted: "w\(place)"))"
        }
        return """
            SELECT id, matter, unit, day, asked_day FROM (\(parts.joined(by: " UNION ALL "))) AS u
            ORDER BY day, id LIMIT \(list.limit + 1)
            """
    }

    private var walks: [SQL] {
        if let unit = list.unit {
            return sight.wholeCentre || sight.units.contains(unit) ? [walk(of: unit)] : []
        }
        return sight.wholeCentre ? [walk(where: "")] : sight.units.map(walk)
    }

    private func walk(of unit: ID<Unit>) -> SQL { walk(where: "p.unit = \(unit) AND") }

    private func walk(where own: SQL) -> SQL {
        let beyond: SQL = list.after.map { "AND (p.day, p.id) > (\($0.day), \($0.id))" } ?? ""
        let rows: SQL =
            switch list.kind {
            case .pledges:
                """
                SELECT p.id AS id, p.matter AS matter, p.unit AS unit, p.day AS day,
                    p.asked_day AS asked_day
                FROM pledges p JOIN matters m ON m.id = p.matter
                WHERE \(own) p.state = 'open'
                """
            case .followUps:
                """
                SELECT p.id AS id, p.matter AS matter, p.unit AS unit, p.day AS day,
                    NULL AS asked_day
                FROM follow_ups p JOIN matters m ON m.id = p.matter
                WHERE \(own) p.is_open = 1
                """
            }
        return """
            \(rows) \(beyond) AND \(sight.unconflicted)
            ORDER BY p.day, p.id LIMIT \(list.limit + 1)
            """
    }
}

/// The lines of one page, read together.
struct JointLines {
    let turn: Turn
    let kind: JointList.Kind

    func lines(of rows: [Row]) throws -> [JointLine] {
        let matters: [ID<Matter>] = try rows.map { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let today = turn.at.day(in: turn.town.calendar.offset)
        return try rows.map { row in
            let matter: ID<Matter> = try row["matter"]
            let unit: ID<Unit>? = try row["unit"]
            let named = unit.flatMap { turn.town.unit($0) }
            let day: Day = try row["day"]
            return JointLine(
                id: try row["id"],
                matter: matter,
                number: byMatter[matter]?.number,
                title: byMatter[matter]?.title,
                unit: named.map { .init(code: $0.code, name: $0.name.zh) },
                day: day,
                due: kind == .pledges ? day < today : day <= today,
                askedDay: try row["asked_day"]
            )
        }
    }
}
