import Storage

/// The wall's counts as SQL.
///
/// Each reads an index of what is open, or of today, and nothing else: what is filed away costs
/// nothing, however much it is.
struct WallRecords {
    let turn: Turn

    private var tx: Transaction { turn.tx }

    /// Without ``Moment/never`` in the text the engines do not see that the index holds.
    private static let never = SQL(trusted: "\(Moment.never.milliseconds)")
    private static let live: SQL = "a.state IN ('pending', 'signed', 'working', 'rework')"

    /// Holds for a matter that is about nobody of the house.
    private func unconflicted(_ matter: SQL) -> SQL {
        "NOT EXISTS (SELECT 1 FROM matter_conflicts x WHERE x.matter = \(matter))"
    }

    private func band(_ due: SQL) -> SQL {
        let soon = turn.at.adding(hours: Worklist.hoursSoon)
        return """
            CASE WHEN \(due) < \(turn.at) THEN 'overdue' WHEN \(due) < \(soon) THEN 'soon'
                ELSE 'later' END
            """
    }

    // MARK: what is open

    /// Matters with a running limit, once by class and once by place: one walk along the index
    /// serves both.
    struct Running {
        var classes: [String?: DueCount] = [:]
        var places: [(village: ID<Area>?, grid: ID<Area>?, due: DueCount)] = []
    }

    func running() throws -> Running {
        let rows = try tx.rows(
            """
            WITH r AS MATERIALIZED (
                SELECT m.class AS class, m.village AS village, m.grid AS grid,
                    \(band("m.due_at")) AS band
                FROM matters m
                WHERE m.linked_into IS NULL AND m.due_at < \(Self.never)
                    AND \(unconflicted("m.id"))
            )
            SELECT 1 AS part, class, NULL AS village, NULL AS grid, band, COUNT(*) AS n
            FROM r GROUP BY class, band
            UNION ALL
            SELECT 2 AS part, NULL, village, grid, band, COUNT(*)
            FROM r GROUP BY village, grid, band
            """
        )
        var running = Running()
        for row in rows {
            let part: Int = try row["part"]
            if part == 1 {
                let code: String? = try row["class"]
                running.classes[code, default: DueCount()]
                    .add(try row["n"], in: try row["band"])
            } else {
                var due = DueCount()
                due.add(try row["n"], in: try row["band"])
                running.places.append((try row["village"], try row["grid"], due))
            }
        }
        return running
    }

    func stages() throws -> [Matter.Stage: Int] {
        let rows = try tx.rows(
            """
            SELECT m.stage AS stage, COUNT(*) AS n FROM matters m
            WHERE m.linked_into IS NULL
                AND \(Matter.isOpen)
                AND \(unconflicted("m.id"))
            GROUP BY m.stage
            """
        )
        let pairs: [(Matter.Stage, Int)] = try rows.map { (try $0["stage"], try $0["n"]) }
        return Dictionary(pairs, uniquingKeysWith: +)
    }

    func units() throws -> [ID<Unit>: DueCount] {
        let rows = try tx.rows(
            """
            SELECT unit, band, COUNT(*) AS n FROM (
                SELECT a.unit AS unit, \(band("a.matter_due_at")) AS band
                FROM assignments a
                WHERE \(Self.live) AND a.matter_due_at < \(Self.never)
                    AND \(unconflicted("a.matter"))
            ) AS r
            GROUP BY unit, band
            """
        )
        var counts: [ID<Unit>: DueCount] = [:]
        for row in rows {
            let unit: ID<Unit> = try row["unit"]
            counts[unit, default: DueCount()].add(try row["n"], in: try row["band"])
        }
        return counts
    }

    // MARK: today and the last weeks

    func today(from midnight: Moment) throws -> [(channel: String, hour: Int, count: Int)] {
        let rows = try tx.rows(
            """
            SELECT channel, hour, COUNT(*) AS n FROM (
                SELECT c.channel AS channel,
                    (c.registered_at - \(midnight)) / 3600000 AS hour
                FROM concerns c
                WHERE c.registered_at >= \(midnight) AND c.registered_at <= \(turn.at)
                    AND \(unconflicted("c.matter"))
            ) AS r
            GROUP BY channel, hour
            """
        )
        return try rows.map { (try $0["channel"], try $0["hour"], try $0["n"]) }
    }

    func firstMatter() throws -> Moment? {
        try tx.value("SELECT created_at FROM matters ORDER BY created_at, id LIMIT 1")
    }

    /// New matters by class and by how many weeks ago, nought being the last seven days.
    func classes(weeks: Int) throws -> [String: [Int: Int]] {
        let since = turn.at.adding(milliseconds: -ClassPulse.week * Int64(weeks + 1))
        let rows = try tx.rows(
            """
            SELECT class, week, COUNT(*) AS n FROM (
                SELECT m.class AS class,
                    (\(turn.at) - m.created_at) / \(ClassPulse.week) AS week
                FROM matters m
                WHERE m.created_at > \(since) AND m.created_at <= \(turn.at)
                    AND m.class IS NOT NULL AND m.linked_into IS NULL
                    AND \(unconflicted("m.id"))
            ) AS r
            GROUP BY class, week
            """
        )
        var counts: [String: [Int: Int]] = [:]
        for row in rows {
            counts[try row["class"], default: [:]][try row["week"]] = try row["n"]
        }
        return counts
    }
}

extension Worklist.DueBand: Storable {}

extension Worklist {
    /// How far ahead a limit is near: three days.
    static let hoursSoon = 72
}
