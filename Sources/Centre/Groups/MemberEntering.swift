import Storage

/// Members on their way into a group: a sealed contact, a number and a line each, many rows a
/// statement.
struct MemberEntering {
    let file: File
    let prefix: String
    let actor: Actor

    /// Marks that the group has.
    struct Known {
        var identities: Set<[UInt8]> = []
        var phones: Set<[UInt8]> = []

        /// The identity number decides where both have one; else name and phone do.
        func holds(_ marks: MemberMarks) -> Bool {
            marks.identity.map(identities.contains) == true
                || marks.phone.map(phones.contains) == true
        }
    }

    static func known(
        _ marks: [MemberMarks],
        of matter: ID<Matter>,
        in tx: Transaction
    ) throws -> Known {
        var known = Known()
        let identities = marks.compactMap(\.identity)
        let phones = marks.compactMap(\.phone)
        for row in try tx.rows(
            """
            SELECT id_mark FROM group_members
            WHERE matter = \(matter) AND id_mark IN \(list: identities)
            """
        ) { known.identities.insert(try row[0]) }
        for row in try tx.rows(
            """
            SELECT phone_mark FROM group_members
            WHERE matter = \(matter) AND phone_mark IN \(list: phones)
            """
        ) { known.phones.insert(try row[0]) }
        return known
    }

    /// - Returns: the sums by the serial numbers given.
    func enter(_ lines: [(MemberLine, MemberMarks)], after last: Int) throws -> [GroupLine] {
        var sums: [GroupLine] = []
        for start in stride(from: 0, to: lines.count, by: GroupMemberRecords.rowsAtOnce) {
            let some = lines[start..<min(start + GroupMemberRecords.rowsAtOnce, lines.count)]
            sums += try write(Array(some), after: last + start)
        }
        return sums
    }

    private func write(
        _ lines: [(line: MemberLine, marks: MemberMarks)],
        after last: Int
    ) throws -> [GroupLine] {
        let turn = file.turn
        var contacts: [SQL] = []
        var members: [SQL] = []
        var sums: [GroupLine] = []
        for (place, (line, marks)) in lines.enumerated() {
            let contact: ID<Contact> = turn.newID()
            contacts.append(try sealed(line, as: contact))
            let serial = last + place + 1
            members.append(row(serial, line, marks, contact))
            sums.append(GroupLine(serial: serial, fen: line.sum.fen))
        }
        try turn.tx.run(
            """
            INSERT INTO contacts (id, key_box, key_version, details_box, created_at)
            VALUES \(contacts.joined(by: ", "))
            """
        )
        try turn.tx.run(
            """
            INSERT INTO group_members (id, matter, serial, number, contact, id_mark, phone_mark,
                claimed_fen, owed_fen, finding, entered_by, entered_at)
            VALUES \(members.joined(by: ", "))
            """
        )
        return sums
    }

    private func sealed(_ line: MemberLine, as contact: ID<Contact>) throws -> SQL {
        let turn = file.turn
        let locked = try turn.house.keyring.newVault(world: turn.house.world)
        let box = try line.details.sealed(in: turn.house.keyring.open(locked), of: contact)
        return "(\(contact), \(locked.box), \(locked.version), \(box), \(turn.at))"
    }

    private func row(
        _ serial: Int,
        _ line: MemberLine,
        _ marks: MemberMarks,
        _ contact: ID<Contact>
    ) -> SQL {
        let turn = file.turn
        let id: ID<GroupMember> = turn.newID()
        return """
            (\(id), \(file.matter.id), \(serial), \("\(prefix)-\(serial)"), \(contact), \
            \(marks.identity), \(marks.phone), \(line.sum.fen), \(line.sum.fen), \
            \(GroupMember.Finding.unchecked), \(actor.officer), \(turn.at))
            """
    }
}
