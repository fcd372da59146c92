import Storage

extension File {
    /// Enters a payment: every line in one transaction, the total to the cent, and to nobody more
    /// than is owed.
    ///
    /// The timeline gets one entry with count, total and a digest over the sorted lines.
    mutating func pay(_ order: PaymentOrder, by actor: Actor) throws {
        try checkGroupMayMove()
        guard order.paidOn <= turn.at.day(in: turn.town.offset) else {
            throw GroupRefusal.paidInFuture
        }
        var group = try group()
        let lines = try lines(of: order)
        guard lines.total == order.total else { throw GroupRefusal.totalOff }
        let batch = Group.Batch(
            id: turn.newID(),
            serial: group.batches.count + 1,
            lines: lines.count,
            total: lines.total,
            digest: lines.digest
        )
        try group.pay(batch)
        try keep(batch, lines, on: order.paidOn)
        try note(
            .groupPaid,
            by: actor,
            [
                "batch": batch.id.description, "serial": "\(batch.serial)",
                "day": "\(order.paidOn)", "count": "\(batch.lines)",
                "total": "\(batch.total.fen)", "lines.digest": batch.digest,
            ]
        )
        try GroupRecords.recount(matter.id, in: turn.tx)
        try tell(.groupPaid, ["batch": batch.id.description])
    }

    private func lines(of order: PaymentOrder) throws -> [GroupLine] {
        switch order.lines {
        case .rest: return try GroupMemberRecords.unpaid(of: matter.id, in: turn.tx)
        case .each(let lines):
            guard lines.count <= MemberReading.most else { throw GroupRefusal.linesTooMany }
            return try checked(lines)
        }
    }

    private func checked(_ lines: [PaymentOrder.Line]) throws -> [GroupLine] {
        let members = try GroupMemberRecords.bySerial(
            of: matter.id,
            lines.map(\.serial),
            in: turn.tx
        )
        var seen: Set<Int> = []
        return try lines.map { line in
            func fault(_ refusal: GroupRefusal) -> RowFault {
                RowFault(row: line.row, column: "number", refusal)
            }
            guard let member = members[line.serial] else { throw fault(.memberUnknown) }
            guard seen.insert(line.serial).inserted else { throw fault(.memberTwice) }
            guard line.sum <= member.rest else { throw fault(.paidTooMuch) }
            return GroupLine(serial: line.serial, fen: line.sum.fen)
        }
    }

    private func keep(_ batch: Group.Batch, _ lines: [GroupLine], on day: Day) throws {
        try turn.tx.run(
            """
            INSERT INTO group_batches (id, matter, serial, paid_on, lines, total_fen, digest, at)
            VALUES (\(batch.id), \(matter.id), \(batch.serial), \("\(day)"), \(batch.lines),
                \(batch.total.fen), \(batch.digest), \(turn.at))
            """
        )
        let members = try GroupMemberRecords.bySerial(
            of: matter.id,
            lines.map(\.serial),
            in: turn.tx
        )
        for start in stride(from: 0, to: lines.count, by: 500) {
            let rows: [SQL] = lines[start..<min(start + 500, lines.count)].compactMap { line in
                members[line.serial].map { "(\(batch.id), \($0.id), \(line.fen))" }
            }
            try turn.tx.run(
                """
                INSERT INTO group_payments (batch, member, fen) VALUES \(rows.joined(by: ", "))
                """
            )
        }
        try turn.tx.run(
            """
            UPDATE group_members SET paid_fen = paid_fen + (
                SELECT p.fen FROM group_payments p
                WHERE p.batch = \(batch.id) AND p.member = group_members.id
            )
            WHERE matter = \(matter.id) AND id IN (
                SELECT p.member FROM group_payments p WHERE p.batch = \(batch.id)
            )
            """
        )
        try turn.tx.run(
            """
            UPDATE group_members SET is_settled = 1
            WHERE matter = \(matter.id) AND is_settled = 0 AND paid_fen = owed_fen
            """
        )
    }
}

/// Whether what the tables say of a group's payments is what was entered.
package struct GroupCheck: Codable, Sendable, Equatable {
    package let batches: Int
    /// The serial numbers of batches whose lines no longer give the entered digest or total.
    package let changed: [Int]
    /// Whether members' sums add up to the entries' totals.
    package let adds: Bool

    package var holds: Bool { changed.isEmpty && adds }
}

extension File {
    /// Recomputes every batch from its lines.
    func checkGroup() throws -> GroupCheck {
        let group = try group()
        var changed: [Int] = []
        for batch in group.batches {
            let lines = try turn.tx.rows(
                """
                SELECT g.serial, p.fen FROM group_payments p
                JOIN group_members g ON g.id = p.member
                WHERE p.batch = \(batch.id) ORDER BY g.serial
                """
            ).map { GroupLine(serial: try $0[0], fen: try $0[1]) }
            let holds = lines.digest == batch.digest && lines.total == batch.total
            if !holds { changed.append(batch.serial) }
        }
        let row = try turn.tx.row(
            """
            SELECT CAST(COALESCE(SUM(owed_fen), 0) AS BIGINT) AS owed,
                CAST(COALESCE(SUM(paid_fen), 0) AS BIGINT) AS paid
            FROM group_members WHERE matter = \(matter.id)
            """
        )
        let owed: Int64 = try row?["owed"] ?? 0
        let paid: Int64 = try row?["paid"] ?? 0
        return GroupCheck(
            batches: group.batches.count,
            changed: changed,
            adds: owed == group.owed.fen && paid == group.paid.fen
        )
    }
}
