import Storage

extension File {
    /// The employer's wage roster (保障农民工工资支付条例 Art 15, 28): the claims are compared with it.
    ///
    /// Its marks and sums are kept, its names are not; a new one takes the place of the former.
    mutating func enterRoster(_ lines: [MemberLine], by actor: Actor) throws {
        try checkGroupMayMove()
        guard !lines.isEmpty else { throw GroupRefusal.linesMissing }
        _ = try GroupRecords.required(matter.id, in: turn.tx)
        try turn.tx.run("DELETE FROM group_roster WHERE matter = \(matter.id)")
        for start in stride(from: 0, to: lines.count, by: GroupMemberRecords.rowsAtOnce) {
            let some = lines[start..<min(start + GroupMemberRecords.rowsAtOnce, lines.count)]
            let rows: [SQL] = some.map { line in
                let marks = MemberMarks(of: line, in: matter.id, keys: turn.house.keys)
                let id: ID<GroupMember> = turn.newID()
                return """
                    (\(id), \(matter.id), \(marks.identity), \(marks.phone), \(line.sum.fen))
                    """
            }
            try turn.tx.run(
                """
                INSERT INTO group_roster (id, matter, id_mark, phone_mark, due_fen)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
        let sums = lines.map { GroupLine(serial: $0.row, fen: $0.sum.fen) }
        try compareWithRoster()
        try GroupRecords.recount(matter.id, in: turn.tx)
        let totals = try GroupRecords.required(matter.id, in: turn.tx)
        try note(
            .rosterEntered,
            by: actor,
            [
                "count": "\(sums.count)", "total": "\(sums.total.fen)",
                "lines.digest": sums.digest, "otherSum": "\(totals.otherSum)",
                "offRoster": "\(totals.offRoster)",
            ]
        )
    }

    /// What the roster says of each member, found by the marks.
    func compareWithRoster() throws {
        let id = matter.id
        let isAny = try turn.tx.row("SELECT id FROM group_roster WHERE matter = \(id) LIMIT 1")
        guard isAny != nil else { return }
        try turn.tx.run(
            """
            UPDATE group_members SET roster_fen = COALESCE(
                (SELECT MAX(r.due_fen) FROM group_roster r
                    WHERE r.matter = \(id) AND r.id_mark = group_members.id_mark),
                (SELECT MAX(r.due_fen) FROM group_roster r
                    WHERE r.matter = \(id) AND r.phone_mark = group_members.phone_mark)
            )
            WHERE matter = \(id)
            """
        )
        try turn.tx.run(
            """
            UPDATE group_members SET finding = CASE
                WHEN roster_fen IS NULL THEN 'offRoster'
                WHEN roster_fen = claimed_fen THEN 'same'
                ELSE 'otherSum' END
            WHERE matter = \(id)
            """
        )
    }
}
