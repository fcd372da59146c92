import Storage

/// The copy of a group as its table has it.
struct GroupTotals: Sendable, Equatable {
    let matter: ID<Matter>
    let prefix: String
    let openedAt: Moment
    let members: Int
    let claimed: Money
    let owed: Money
    let paid: Money
    let settled: Int
    let rosterLines: Int
    let roster: Money
    let offRoster: Int
    let otherSum: Int
    /// An import on its way.
    let importing: GroupView.Importing?
    let factsBox: [UInt8]?

    init(_ row: Row) throws {
        matter = try row["matter"]
        prefix = try row["prefix"]
        openedAt = try row["opened_at"]
        members = try row["members"]
        claimed = Money(fen: try row["claimed_fen"])
        owed = Money(fen: try row["owed_fen"])
        paid = Money(fen: try row["paid_fen"])
        settled = try row["settled"]
        rosterLines = try row["roster_lines"]
        roster = Money(fen: try row["roster_fen"])
        offRoster = try row["off_roster"]
        otherSum = try row["other_sum"]
        let rows: Int? = try row["import_rows"]
        let done: Int? = try row["import_done"]
        importing = rows.map { GroupView.Importing(rows: $0, done: done ?? 0) }
        factsBox = try row["facts_box"]
    }
}

enum GroupRecords {
    private static var columns: SQL {
        """
        matter, prefix, opened_at, members, claimed_fen, owed_fen, paid_fen, settled,
        roster_lines, roster_fen, off_roster, other_sum, import_rows, import_done, facts_box
        """
    }

    static func totals(of matter: ID<Matter>, in tx: Transaction) throws -> GroupTotals? {
        try tx.row("SELECT \(columns) FROM group_matters WHERE matter = \(matter)")
            .map(GroupTotals.init)
    }

    static func required(_ matter: ID<Matter>, in tx: Transaction) throws -> GroupTotals {
        guard let totals = try totals(of: matter, in: tx) else { throw NotFound() }
        return totals
    }

    static func open(_ matter: ID<Matter>, prefix: String, at: Moment, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO group_matters (matter, prefix, opened_at)
            VALUES (\(matter), \(prefix), \(at))
            """
        )
    }

    static func put(facts box: [UInt8], of matter: ID<Matter>, in tx: Transaction) throws {
        try tx.run("UPDATE group_matters SET facts_box = \(box) WHERE matter = \(matter)")
    }

    static func put(
        importing: (done: Int, rows: Int)?,
        of matter: ID<Matter>,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE group_matters SET import_rows = \(importing?.rows), import_done = \(importing?.done)
            WHERE matter = \(matter)
            """
        )
    }

    /// Counts the members' lines anew; one group is the most that is read for it.
    static func recount(_ matter: ID<Matter>, in tx: Transaction) throws {
        let ofMembers: SQL = "FROM group_members g WHERE g.matter = \(matter)"
        let ofRoster: SQL = "FROM group_roster r WHERE r.matter = \(matter)"
        try tx.run(
            """
            UPDATE group_matters SET
                members = (SELECT COUNT(*) \(ofMembers)),
                claimed_fen = (SELECT COALESCE(SUM(g.claimed_fen), 0) \(ofMembers)),
                owed_fen = (SELECT COALESCE(SUM(g.owed_fen), 0) \(ofMembers)),
                paid_fen = (SELECT COALESCE(SUM(g.paid_fen), 0) \(ofMembers)),
                settled = (SELECT COUNT(*) \(ofMembers) AND g.is_settled = 1),
                off_roster = (SELECT COUNT(*) \(ofMembers) AND g.finding = 'offRoster'),
                other_sum = (SELECT COUNT(*) \(ofMembers) AND g.finding = 'otherSum'),
                roster_lines = (SELECT COUNT(*) \(ofRoster)),
                roster_fen = (SELECT COALESCE(SUM(r.due_fen), 0) \(ofRoster))
            WHERE matter = \(matter)
            """
        )
    }
}
