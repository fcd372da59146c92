import Storage

extension WallRecords {
    /// How many matters several units work on together, and which of them are due first.
    func joint(lines: Int) throws -> WallSnapshot.JointWork {
        let assisted: SQL = """
            a.role = 'assist' AND a.state IN ('pending', 'signed', 'working', 'rework')
                AND NOT EXISTS (SELECT 1 FROM matter_conflicts x WHERE x.matter = a.matter)
            """
        let count: Int? = try turn.tx.value(
            "SELECT COUNT(DISTINCT a.matter) FROM assignments a WHERE \(assisted)"
        )
        let rows = try turn.tx.rows(
            """
            SELECT m.id AS id, m.class AS class, m.village AS village, m.due_at AS due_at
            FROM assignments a
            JOIN matters m ON m.id = a.matter
            WHERE \(assisted) AND m.confidential = 0
            GROUP BY a.matter_due_at, a.matter, m.id, m.class, m.village, m.due_at
            ORDER BY a.matter_due_at, a.matter LIMIT \(lines)
            """
        )
        let parts = try parts(of: try rows.map { try $0["id"] })
        return WallSnapshot.JointWork(
            count: count ?? 0,
            nearest: try rows.map { try line($0, parts) }
        )
    }

    private typealias Table = [ID<Matter>: [(role: Assignment.Role, unit: ID<Unit>)]]

    private func parts(of matters: [ID<Matter>]) throws -> Table {
        let rows = try turn.tx.rows(
            """
            SELECT a.matter, a.role, a.unit FROM assignments a
            WHERE a.matter IN \(list: matters)
                AND a.state NOT IN ('returned', 'reassigned', 'cancelled')
            ORDER BY a.id
            """
        )
        var table: Table = [:]
        for row in rows {
            table[try row[0], default: []].append((role: try row[1], unit: try row[2]))
        }
        return table
    }

    private func line(_ row: Row, _ parts: Table) throws -> WallSnapshot.JointWork.Line {
        let matter: ID<Matter> = try row["id"]
        let village: ID<Area>? = try row["village"]
        let due: Moment = try row["due_at"]
        let units = parts[matter] ?? []
        return WallSnapshot.JointWork.Line(
            matter: matter,
            classCode: try row["class"],
            village: village.flatMap { turn.town.area($0)?.code },
            lead: units.last { $0.role == .lead }.flatMap { turn.town.unit($0.unit)?.code },
            assisting: units.filter { $0.role == .assist }
                .compactMap { turn.town.unit($0.unit)?.code },
            due: due.ifAny
        )
    }
}
