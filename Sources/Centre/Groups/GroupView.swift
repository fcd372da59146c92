import Storage

/// A group matter as staff read it: totals, and of people only what tells them apart.
package struct GroupView: Codable, Sendable, Equatable {
    package struct Member: Codable, Sendable, Equatable {
        package let id: ID<GroupMember>
        package let serial: Int
        package let number: String
        /// Masked; nil once erased.
        package let name: String?
        package let phone: String?
        package let claimed: Money
        package let owed: Money
        package let paid: Money
        package let rest: Money
        package let roster: Money?
        package let finding: GroupMember.Finding
        package let representative: Bool
    }

    package struct Batch: Codable, Sendable, Equatable {
        package let serial: Int
        package let paidOn: Day
        package let lines: Int
        package let total: Money
        package let digest: String
    }

    package struct Meeting: Codable, Sendable, Equatable {
        package let day: String
        /// Serial numbers.
        package let present: [Int]
        package let words: String?
    }

    package struct Roster: Codable, Sendable, Equatable {
        package let lines: Int
        package let total: Money
        package let otherSum: Int
        package let offRoster: Int
    }

    package struct Importing: Codable, Sendable, Equatable {
        package let rows: Int
        package let done: Int
    }

    package let matter: ID<Matter>
    package let number: String
    package let openedAt: Moment
    package let facts: WageFacts
    package let members: Int
    package let settled: Int
    package let claimed: Money
    package let owed: Money
    package let paid: Money
    package let rest: Money
    package let roster: Roster?
    package let representatives: [Member]
    package let batches: [Batch]
    package let meetings: [Meeting]
    package let bulletins: [Bulletin]
    /// An import on its way.
    package let importing: Importing?
    package let mayKeep: Bool
    package let mayPay: Bool
}

extension GroupView.Member {
    init(_ member: GroupMember, in turn: Turn) throws {
        let details = try turn.contacts.details(of: member.contact).details?.masked
        self.init(
            id: member.id,
            serial: member.serial,
            number: member.number,
            name: details?.name,
            phone: details?.phones.first,
            claimed: member.claimed,
            owed: member.owed,
            paid: member.paid,
            rest: member.rest,
            roster: member.roster,
            finding: member.finding,
            representative: member.isRepresentative
        )
    }
}

extension File {
    func groupView(for viewer: Viewer) throws -> GroupView {
        let totals = try GroupRecords.required(matter.id, in: turn.tx)
        let speaking = try GroupMemberRecords.representatives(of: matter.id, in: turn.tx)
        let moves = !matter.stage.isOver && matter.linkedInto == nil
        return GroupView(
            matter: matter.id,
            number: totals.prefix,
            openedAt: totals.openedAt,
            facts: try facts(in: totals),
            members: totals.members,
            settled: totals.settled,
            claimed: totals.claimed,
            owed: totals.owed,
            paid: totals.paid,
            rest: Money(fen: totals.owed.fen - totals.paid.fen),
            roster: totals.rosterLines == 0
                ? nil
                : .init(
                    lines: totals.rosterLines,
                    total: totals.roster,
                    otherSum: totals.otherSum,
                    offRoster: totals.offRoster
                ),
            representatives: try speaking.map { try GroupView.Member($0, in: turn) },
            batches: try groupBatches(),
            meetings: try groupMeetings(),
            bulletins: try groupBulletins(limit: 20),
            importing: totals.importing,
            mayKeep: moves && viewer.may(.keepGroup),
            mayPay: moves && viewer.may(.recordPayments)
        )
    }

    /// The latest hundred, the newest first.
    private func groupBatches() throws -> [GroupView.Batch] {
        try turn.tx.rows(
            """
            SELECT serial, paid_on, lines, total_fen, digest FROM group_batches
            WHERE matter = \(matter.id) ORDER BY serial DESC LIMIT 100
            """
        ).map { row in
            let day: String = try row["paid_on"]
            guard let paidOn = Day(day) else { throw StorageError.unreadable("a day") }
            return GroupView.Batch(
                serial: try row["serial"],
                paidOn: paidOn,
                lines: try row["lines"],
                total: Money(fen: try row["total_fen"]),
                digest: try row["digest"]
            )
        }
    }

    private func groupMeetings() throws -> [GroupView.Meeting] {
        let entries = try turn.house.timeline.entries(of: .matter(matter.id), in: turn.tx)
        let held = entries.filter { $0.act == .groupMet }
        guard !held.isEmpty else { return [] }
        let papers = try MatterPaper.all(of: self)
        return held.map { entry in
            GroupView.Meeting(
                day: entry.facts["day"] ?? "",
                present: entry.facts.serials("present"),
                words: entry.facts["words.digest"].flatMap { papers[$0] }
            )
        }
    }

    func groupBulletins(limit: Int) throws -> [Bulletin] {
        try turn.tx.rows(
            """
            SELECT words_box, at FROM group_bulletins
            WHERE matter = \(matter.id) ORDER BY id DESC LIMIT \(limit)
            """
        ).map { row in
            let box: [UInt8] = try row["words_box"]
            return Bulletin(at: try row["at"], words: try vault.open(box, as: "group.bulletin"))
        }
    }
}
