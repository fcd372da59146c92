import Storage

extension WallRecords {
    /// The group matters in work, all together: no name, no matter, and none of those that are
    /// confidential or about somebody of the house.
    func groups() throws -> WallSnapshot.GroupWork? {
        let row = try turn.tx.row(
            """
            SELECT COUNT(*) AS matters, CAST(COALESCE(SUM(g.members), 0) AS BIGINT) AS members,
                CAST(COALESCE(SUM(g.settled), 0) AS BIGINT) AS settled,
                CAST(COALESCE(SUM(g.owed_fen), 0) AS BIGINT) AS owed,
                CAST(COALESCE(SUM(g.paid_fen), 0) AS BIGINT) AS paid
            FROM group_matters g JOIN matters m ON m.id = g.matter
            WHERE g.is_open = 1 AND m.confidential = 0
                AND NOT EXISTS (SELECT 1 FROM matter_conflicts x WHERE x.matter = g.matter)
            """
        )
        guard let row else { return nil }
        let matters: Int = try row["matters"]
        guard matters > 0 else { return nil }
        return WallSnapshot.GroupWork(
            matters: matters,
            members: try row["members"],
            settled: try row["settled"],
            owed: Money(fen: try row["owed"]),
            paid: Money(fen: try row["paid"])
        )
    }
}

extension File {
    /// Acts after which a group may be over, or in work again.
    private static let ends: Set<Act> = [
        .matterClosed, .matterReopened, .matterWithdrawn, .matterTerminated, .matterRefused,
        .concernLinked, .concernUnlinked,
    ]

    /// Whether a group counts among those in work follows its matter.
    func keepGroup() throws {
        guard !noted.isDisjoint(with: Self.ends) else { return }
        let isOpen = !matter.stage.isOver && matter.linkedInto == nil
        try turn.tx.run(
            "UPDATE group_matters SET is_open = \(isOpen ? 1 : 0) WHERE matter = \(matter.id)"
        )
    }
}
