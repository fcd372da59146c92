import Storage

extension OutboxRow {
    /// So many members are told in one transaction.
    static let membersAtOnce = 1000

    private static let after = "after"

    /// Writes the notices of the next members, so that one order reaches ten thousand without a
    /// request or a transaction that long.
    /// - Returns: the facts to go on with; nil when all have been told.
    func tellMembers(in turn: Turn) throws -> [String: String]? {
        let last = facts[Self.after].flatMap { Int($0) } ?? 0
        let told = try members(after: last, in: turn.tx)
        let words = facts.filter { $0.key != Self.after && !$0.key.hasSuffix(".digest") }
        let notices = told.map { member in
            NoticeRecords.New(
                id: turn.newID(),
                kind: kind,
                matter: matter,
                concern: nil,
                officer: nil,
                member: member.id,
                facts: words,
                at: createdAt
            )
        }
        try NoticeRecords.add(notices, in: turn.tx)
        guard told.count == Self.membersAtOnce, let end = told.last else { return nil }
        return facts.merging([Self.after: "\(end.serial)"]) { $1 }
    }

    /// Those of the batch for money paid out, all for a bulletin; the erased are not there.
    private func members(
        after serial: Int,
        in tx: Transaction
    ) throws -> [(id: ID<GroupMember>, serial: Int)] {
        let batch = facts["batch"].flatMap { ID<Group.Batch>($0) }
        let ofBatch: SQL =
            batch.map {
                """
                AND EXISTS (SELECT 1 FROM group_payments p WHERE p.member = g.id AND p.batch = \($0))
                """
            } ?? ""
        return try tx.rows(
            """
            SELECT g.id, g.serial FROM group_members g JOIN contacts c ON c.id = g.contact
            WHERE g.matter = \(matter) AND g.serial > \(serial) AND c.erased_at IS NULL \(ofBatch)
            ORDER BY g.serial LIMIT \(Self.membersAtOnce)
            """
        ).map { (try $0[0], try $0[1]) }
    }
}
