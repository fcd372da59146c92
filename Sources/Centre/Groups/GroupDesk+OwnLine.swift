import Storage

/// A member's own line, and nobody else's.
package struct OwnLine: Codable, Sendable, Equatable {
    package struct Payment: Codable, Sendable, Equatable {
        package let batch: Int
        package let paidOn: Day
        package let sum: Money
    }

    package let number: String
    /// nil once erased.
    package let name: String?
    package let phone: String?
    package let claimed: Money
    package let owed: Money
    package let paid: Money
    package let rest: Money
    package let roster: Money?
    package let finding: GroupMember.Finding
    package let payments: [Payment]
    package let bulletins: [Bulletin]
    package let toldAt: Moment?
    package let erasable: Bool
}

extension GroupDesk {
    /// By number and code, like a parcel.
    package func ownLine(_ number: String, code: String) async throws -> OwnLine {
        try await house.look { turn in
            let member = try GroupMember.find(number, code: code, in: turn)
            return try OwnLine(member, in: turn)
        }
    }

    /// Erases the member who asks for it (个人信息保护法 Art 47): sums and chain stay, the person goes.
    package func erase(
        _ number: String,
        code: String,
        operation: Operation
    ) async throws -> Performed<OwnLine> {
        try await house.perform(operation, .onLockedRow) { turn in
            let found = try GroupMember.find(number, code: code, in: turn)
            var file = try File.open(found.matter, in: turn)
            let member = try GroupMemberRecords.find(found.id, in: turn.tx)
            guard file.matter.stage.isOver || member.rest == .nothing else {
                throw GroupRefusal.stillOwed
            }
            let contact = try ContactRecords.find(member.contact, in: turn.tx)
            guard contact.vault != nil else { throw ContactRefusal.erased }
            try ContactRecords.erase(member.contact, at: turn.at, in: turn.tx)
            try turn.tx.run(
                """
                UPDATE group_members SET id_mark = NULL, phone_mark = NULL
                WHERE id = \(member.id)
                """
            )
            try file.note(
                .memberErased,
                by: .system("groups"),
                ["member": "\(member.serial)"]
            )
            try file.save(isTouched: false)
            return try OwnLine(member, in: turn)
        }
    }
}

extension GroupMember {
    static func find(_ number: String, code: String, in turn: Turn) throws -> GroupMember {
        let member = try GroupMemberRecords.find(number: number, in: turn.tx)
        guard QueryCode(of: member.id, keys: turn.house.keys).matches(code) else {
            throw NotFound()
        }
        return member
    }
}

extension OwnLine {
    init(_ member: GroupMember, in turn: Turn) throws {
        let details = try turn.contacts.details(of: member.contact).details?.masked
        let file = try File.reading(member.matter, in: turn)
        self.init(
            number: member.number,
            name: details?.name,
            phone: details?.phones.first,
            claimed: member.claimed,
            owed: member.owed,
            paid: member.paid,
            rest: member.rest,
            roster: member.roster,
            finding: member.finding,
            payments: try Self.payments(of: member, in: turn.tx),
            bulletins: try file.groupBulletins(limit: 10),
            toldAt: try turn.tx.value(
                "SELECT at FROM notices WHERE member = \(member.id) ORDER BY id DESC LIMIT 1"
            ),
            erasable: details != nil
                && (file.matter.stage.isOver || member.rest == .nothing)
        )
    }

    private static func payments(
        of member: GroupMember,
        in tx: Transaction
    ) throws -> [Payment] {
        try tx.rows(
            """
            SELECT b.serial, b.paid_on, p.fen FROM group_payments p
            JOIN group_batches b ON b.id = p.batch
            WHERE p.member = \(member.id) ORDER BY p.batch DESC LIMIT 100
            """
        ).map { row in
            let day: String = try row[1]
            guard let paidOn = Day(day) else { throw StorageError.unreadable("a day") }
            return Payment(batch: try row[0], paidOn: paidOn, sum: Money(fen: try row[2]))
        }
    }
}
