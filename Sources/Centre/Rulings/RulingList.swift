import Storage

/// Which open questions are asked for, the earliest limit first.
package struct RulingList: Sendable, Equatable {
    /// The line a page ends on.
    package struct Cursor: Sendable, Equatable {
        package let due: Moment
        package let id: ID<Ruling>

        package init(due: Moment, id: ID<Ruling>) {
            self.due = due
            self.id = id
        }
    }

    package var after: Cursor?
    package var limit = 50

    package init() {}
}

/// A disputed duty that waits for its ruling.
package struct RulingLine: Codable, Sendable, Equatable {
    package let id: ID<Ruling>
    package let matter: ID<Matter>
    package let number: String?
    package let title: String?
    package let cause: Ruling.Cause
    package let parties: [MatterView.Named]
    /// Who works meanwhile.
    package let provisional: MatterView.Named
    /// Who rules.
    package let ruler: String
    package let askedAt: Moment
    package let due: Moment?
    package let overdue: Bool
}

/// Which precedents are asked for, the newest first.
package struct PrecedentList: Sendable, Equatable {
    /// Those of this class.
    package var classCode: String?
    package var after: ID<Ruling>?
    package var limit = 50

    package init() {}
}

extension RulingDesk {
    package func page(
        _ list: RulingList,
        for viewer: Viewer
    ) async throws -> Portion<RulingLine, RulingList.Cursor> {
        let right = try RulingDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let beyond: SQL =
                list.after.map { "AND (r.due_at, r.id) > (\($0.due), \($0.id))" } ?? ""
            let rows = try turn.tx.rows(
                """
                SELECT r.id AS id, r.matter AS matter, r.cause AS cause,
                    r.provisional AS provisional, r.asked_at AS asked_at, r.due_at AS due_at,
                    o.name AS ruler
                FROM rulings r JOIN matters m ON m.id = r.matter
                LEFT JOIN officers o ON o.id = r.ruler
                WHERE r.state = 'open' \(beyond) AND \(sight.condition)
                ORDER BY r.due_at, r.id LIMIT \(list.limit + 1)
                """
            )
            let shown = Array(rows.prefix(list.limit))
            let next = try shown.last.map { row in
                RulingList.Cursor(due: try row["due_at"], id: try row["id"])
            }
            return Portion(
                items: try RulingLines(turn: turn).lines(of: shown),
                next: rows.count > list.limit ? next : nil
            )
        }
    }

    package func precedents(
        _ list: PrecedentList,
        for viewer: Viewer
    ) async throws -> Portion<Precedent, ID<Ruling>> {
        let right = try RulingDesk.right(of: viewer)
        return try await house.look { turn in
            let sight = Sight(viewer, using: right, in: turn.town)
            let beyond: SQL = list.after.map { "AND r.id < \($0)" } ?? ""
            let own: SQL = list.classCode.map { "r.class = \($0)" } ?? "r.state = 'given'"
            let rows = try turn.tx.rows(
                """
                SELECT \(PrecedentLines.columns)
                FROM rulings r JOIN matters m ON m.id = r.matter
                LEFT JOIN concerns v ON v.id = m.voice
                WHERE \(own) \(beyond) AND \(sight.condition)
                ORDER BY r.id DESC LIMIT \(list.limit + 1)
                """
            )
            let lines = try PrecedentLines(turn: turn).lines(of: Array(rows.prefix(list.limit)))
            return Portion(items: lines, next: rows.count > list.limit ? lines.last?.id : nil)
        }
    }

    static func right(of viewer: Viewer) throws(NotFound) -> Right {
        guard let right = Precedent.rights.first(where: viewer.may) else { throw NotFound() }
        return right
    }
}

/// The lines of one page of open questions, read together.
private struct RulingLines {
    let turn: Turn

    func lines(of rows: [Row]) throws -> [RulingLine] {
        let matters: [ID<Matter>] = try rows.map { try $0["matter"] }
        let heads = try WorklistLines(turn: turn).lines(of: Set(matters).sorted())
        let byMatter = Dictionary(heads.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let parties = try RulingRecords.parties(of: try rows.map { try $0["id"] }, in: turn.tx)
        return try rows.map { row in
            let id: ID<Ruling> = try row["id"]
            let matter: ID<Matter> = try row["matter"]
            let due: Moment = try row["due_at"]
            let ruler: String? = try row["ruler"]
            return RulingLine(
                id: id,
                matter: matter,
                number: byMatter[matter]?.number,
                title: byMatter[matter]?.title,
                cause: try row["cause"],
                parties: (parties[id] ?? []).map(turn.town.named),
                provisional: turn.town.named(try row["provisional"]),
                ruler: ruler ?? "",
                askedAt: try row["asked_at"],
                due: due.ifAny,
                overdue: due < turn.at
            )
        }
    }
}
