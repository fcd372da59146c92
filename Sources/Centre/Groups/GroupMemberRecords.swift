import Storage

enum GroupMemberRecords {
    /// A statement takes only so many values.
    static let rowsAtOnce = 100

    private static var columns: SQL {
        """
        g.id, g.matter, g.serial, g.number, g.contact, g.is_representative, g.claimed_fen,
        g.owed_fen, g.paid_fen, g.roster_fen, g.finding
        """
    }

    static func find(_ id: ID<GroupMember>, in tx: Transaction) throws -> GroupMember {
        let row = try tx.row("SELECT \(columns) FROM group_members g WHERE g.id = \(id)")
        guard let row else { throw NotFound() }
        return try GroupMember(row)
    }

    static func find(number: String, in tx: Transaction) throws -> GroupMember {
        let row = try tx.row("SELECT \(columns) FROM group_members g WHERE g.number = \(number)")
        guard let row else { throw NotFound() }
        return try GroupMember(row)
    }

    static func representatives(of matter: ID<Matter>, in tx: Transaction) throws -> [GroupMember] {
        try tx.rows(
            """
            SELECT \(columns) FROM group_members g
            WHERE g.matter = \(matter) AND g.is_representative = 1 ORDER BY g.serial
            """
        ).map(GroupMember.init)
    }

    static func page(
        _ list: MemberList,
        of matter: ID<Matter>,
        in tx: Transaction
    ) throws
        -> [GroupMember]
    {
        try tx.rows(page(list, of: matter)).map(GroupMember.init)
    }

    static func page(_ list: MemberList, of matter: ID<Matter>) -> SQL {
        let which: SQL =
            switch list.which {
            case .all: ""
            case .unpaid: "AND g.is_settled = 0"
            case .otherSum: "AND g.finding = 'otherSum'"
            case .offRoster: "AND g.finding = 'offRoster'"
            }
        return """
            SELECT \(columns) FROM group_members g
            WHERE g.matter = \(matter) \(which) AND g.serial > \(list.after)
            ORDER BY g.serial LIMIT \(list.limit + 1)
            """
    }

    /// Those entered by one officer since a moment, in order.
    static func entered(
        by officer: ID<Officer>,
        since moment: Moment,
        of matter: ID<Matter>,
        after serial: Int,
        limit: Int,
        in tx: Transaction
    ) throws -> [GroupMember] {
        try tx.rows(
            """
            SELECT \(columns) FROM group_members g
            WHERE g.matter = \(matter) AND g.serial > \(serial) AND g.entered_by = \(officer)
                AND g.entered_at >= \(moment)
            ORDER BY g.serial LIMIT \(limit)
            """
        ).map(GroupMember.init)
    }

    /// All with their serial numbers: for a batch, and for nothing that is shown.
    static func bySerial(
        of matter: ID<Matter>,
        _ serials: [Int],
        in tx: Transaction
    ) throws -> [Int: GroupMember] {
        var found: [Int: GroupMember] = [:]
        for start in stride(from: 0, to: serials.count, by: 1000) {
            let some = Array(serials[start..<min(start + 1000, serials.count)])
            let rows = try tx.rows(
                """
                SELECT \(columns) FROM group_members g
                WHERE g.matter = \(matter) AND g.serial IN \(list: some)
                """
            )
            for row in rows {
                let member = try GroupMember(row)
                found[member.serial] = member
            }
        }
        return found
    }

    /// Every line that is still owed something.
    static func unpaid(of matter: ID<Matter>, in tx: Transaction) throws -> [GroupLine] {
        try tx.rows(
            """
            SELECT serial, owed_fen - paid_fen FROM group_members
            WHERE matter = \(matter) AND is_settled = 0 ORDER BY serial
            """
        ).map { GroupLine(serial: try $0[0], fen: try $0[1]) }
    }
}

extension GroupMember {
    init(_ row: Row) throws {
        let (speaks, roster): (Int, Int64?) = (try row["is_representative"], try row["roster_fen"])
        self.init(
            id: try row["id"],
            matter: try row["matter"],
            serial: try row["serial"],
            number: try row["number"],
            contact: try row["contact"],
            claimed: Money(fen: try row["claimed_fen"]),
            owed: Money(fen: try row["owed_fen"]),
            paid: Money(fen: try row["paid_fen"]),
            roster: roster.map { Money(fen: $0) },
            finding: try row["finding"],
            isRepresentative: speaks == 1
        )
    }
}

/// Which members of a group, and after which of them the page begins.
package struct MemberList: Sendable, Equatable {
    package enum Which: String, CaseIterable, Sendable {
        case all
        case unpaid
        case otherSum
        case offRoster
    }

    package var which = Which.all
    package var after = 0
    package var limit = 50

    package init() {}
}
