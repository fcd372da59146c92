import Storage

@testable import Centre

/// A concern with the contact and the matter it hangs on.
struct KnownConcern: Sendable {
    let id: ID<Concern>
    let matter: ID<Matter>
    let contact: ID<Contact>
}

extension SealedHouse {
    /// A concern of a new contact, with a title of three words and its first entry.
    func concern(of details: ContactDetails) async throws -> KnownConcern {
        let marks = keys.wordMarks(of: "路灯坏了")
        return try await contacts { register in
            let (contact, _) = try register.create(details, at: register.at)
            let rows = try BareRows.addConcern(of: contact, world: register.world, in: register.tx)
            for mark in marks {
                try register.tx.run(
                    """
                    INSERT INTO matter_words (word, matter, concern)
                    VALUES (\(mark), \(rows.matter), \(rows.concern))
                    """
                )
            }
            try register.timeline.record(
                .concernRegistered,
                on: .concern(rows.concern),
                by: .system("test"),
                at: register.at,
                concern: rows.concern,
                world: register.world,
                in: register.tx
            )
            return KnownConcern(id: rows.concern, matter: rows.matter, contact: contact)
        }
    }

    func detailsBox(of contact: ID<Contact>) async throws -> [UInt8] {
        try await database.read { tx in
            guard let box = try ContactRecords.detailsBox(of: contact, in: tx) else {
                throw NotFound()
            }
            return box
        }
    }

    /// Every value of every row, as text and as the text its bytes may hold.
    func everythingStored() async throws -> String {
        let tables = ["contacts", "contact_marks", "matter_words", "entries", "chain_heads"]
        return try await database.read { tx in
            try tables.flatMap { table in
                try tx.rows("SELECT * FROM \(SQL(trusted: table))").flatMap(\.values).map { value in
                    switch value {
                    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                    default: "\(value)"
                    }
                }
            }.joined(separator: "\n")
        }
    }
}
