import Storage

enum ContactRecords {
    static func find(_ id: ID<Contact>, in tx: Transaction) throws -> Contact {
        let found = try tx.row(
            """
            SELECT id, key_box, key_version, created_at, erased_at FROM contacts
            WHERE id = \(id)
            """
        )
        guard let row = found else { throw NotFound() }
        let box: [UInt8]? = try row["key_box"]
        let version: Int = try row["key_version"]
        return Contact(
            id: id,
            createdAt: try row["created_at"],
            vault: box.map { LockedVault(box: $0, version: version) },
            erasedAt: try row["erased_at"]
        )
    }

    static func contact(of concern: ID<Concern>, in tx: Transaction) throws -> ID<Contact> {
        let found: ID<Contact>? = try tx.value(
            "SELECT contact FROM concerns WHERE id = \(concern)"
        )
        guard let contact = found else { throw NotFound() }
        return contact
    }

    static func detailsBox(of id: ID<Contact>, in tx: Transaction) throws -> [UInt8]? {
        try tx.value("SELECT details_box FROM contacts WHERE id = \(id)", as: [UInt8]?.self)
            ?? nil
    }

    static func add(_ contact: Contact, vault: LockedVault, box: [UInt8], in tx: Transaction) throws
    {
        try tx.run(
            """
            INSERT INTO contacts (id, key_box, key_version, details_box, created_at)
            VALUES (\(contact.id), \(vault.box), \(vault.version), \(box), \(contact.createdAt))
            """
        )
    }

    static func put(_ box: [UInt8], of id: ID<Contact>, in tx: Transaction) throws {
        try tx.run("UPDATE contacts SET details_box = \(box) WHERE id = \(id)")
    }

    static func erase(_ id: ID<Contact>, at moment: Moment, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE contacts SET key_box = NULL, details_box = NULL, erased_at = \(moment)
            WHERE id = \(id)
            """
        )
        try tx.run("DELETE FROM contact_marks WHERE contact = \(id)")
        try tx.run(
            """
            DELETE FROM matter_words
            WHERE concern IN (SELECT id FROM concerns WHERE contact = \(id))
            """
        )
        try AttachmentRecords.erase(of: id, in: tx)
    }
}

extension ContactRecords {
    static func put(_ marks: Set<ContactMark>, of id: ID<Contact>, in tx: Transaction) throws {
        try tx.run("DELETE FROM contact_marks WHERE contact = \(id)")
        try add(marks, of: id, in: tx)
    }

    static func add(_ marks: Set<ContactMark>, of id: ID<Contact>, in tx: Transaction) throws {
        guard !marks.isEmpty else { return }
        let rows: [SQL] = marks.map { "(\($0.kind), \($0.bytes), \(id))" }
        try tx.run(
            "INSERT INTO contact_marks (kind, mark, contact) VALUES \(rows.joined(by: ", "))"
        )
    }

    static func contacts(
        marked mark: ContactMark,
        limit: Int,
        in tx: Transaction
    ) throws -> [ID<Contact>] {
        let rows = try tx.rows(
            """
            SELECT contact FROM contact_marks
            WHERE kind = \(mark.kind) AND mark = \(mark.bytes)
            ORDER BY contact DESC LIMIT \(limit)
            """
        )
        return try rows.map { try $0[0] }
    }

    /// The concerns of a resident, each with the matter it is linked to.
    static func concerns(
        of id: ID<Contact>,
        in tx: Transaction
    ) throws -> [(concern: ID<Concern>, matter: ID<Matter>)] {
        try tx.rows("SELECT id, matter FROM concerns WHERE contact = \(id) ORDER BY id").map {
            (try $0[0], try $0[1])
        }
    }
}
