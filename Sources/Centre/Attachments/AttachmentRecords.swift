import Storage

enum AttachmentRecords {
    /// A row as it is found, its name still sealed.
    struct Found {
        let id: ID<Attachment>
        let concern: ID<Concern>
        let number: String
        let contact: ID<Contact>
        let mediaType: String
        let size: Int
        let sha256: String
        let addedBy: String
        let at: Moment
        let nameBox: [UInt8]
        let isDelivered: Bool

        init(_ row: Row) throws {
            id = try row["id"]
            concern = try row["concern"]
            number = try row["number"]
            contact = try row["contact"]
            mediaType = try row["media_type"]
            size = try row["size"]
            sha256 = try row["sha256"]
            addedBy = try row["added_by"]
            at = try row["at"]
            nameBox = try row["name_box"]
            let delivered: Int = try row["delivered"]
            isDelivered = delivered == 1
        }
    }

    private static let columns: SQL = """
        a.id AS id, a.concern AS concern, c.number AS number, c.contact AS contact,
        a.media_type, a.size, a.sha256, a.added_by, a.at AS at, a.name_box,
        CASE WHEN a.content_box IS NULL THEN 0 ELSE 1 END AS delivered
        """

    static func all(of concern: ID<Concern>, in tx: Transaction) throws -> [Found] {
        try tx.rows(
            """
            SELECT \(columns) FROM attachments a JOIN concerns c ON c.id = a.concern
            WHERE a.concern = \(concern) ORDER BY a.concern, a.id LIMIT \(Attachment.most)
            """
        ).map(Found.init)
    }

    /// Of all concerns that are with a matter; of a group's hundreds the first files.
    static func all(at matter: ID<Matter>, in tx: Transaction) throws -> [Found] {
        try tx.rows(
            """
            SELECT \(columns) FROM concerns c JOIN attachments a ON a.concern = c.id
            WHERE c.matter = \(matter) ORDER BY c.registered_at, c.id, a.id LIMIT 200
            """
        ).map(Found.init)
    }

    static func find(
        _ id: ID<Attachment>,
        of concern: ID<Concern>,
        in tx: Transaction
    ) throws -> Found {
        let row = try tx.row(
            """
            SELECT \(columns) FROM attachments a JOIN concerns c ON c.id = a.concern
            WHERE a.id = \(id) AND a.concern = \(concern)
            """
        )
        guard let row else { throw NotFound() }
        return try Found(row)
    }

    static func find(
        _ id: ID<Attachment>,
        at matter: ID<Matter>,
        in tx: Transaction
    ) throws -> Found {
        let row = try tx.row(
            """
            SELECT \(columns) FROM attachments a JOIN concerns c ON c.id = a.concern
            WHERE a.id = \(id) AND c.matter = \(matter)
            """
        )
        guard let row else { throw NotFound() }
        return try Found(row)
    }

    /// The one that a work order named by this digest.
    static func named(
        _ digest: String,
        of concern: ID<Concern>,
        in tx: Transaction
    ) throws -> Found? {
        try tx.row(
            """
            SELECT \(columns) FROM attachments a JOIN concerns c ON c.id = a.concern
            WHERE a.concern = \(concern) AND a.named_sha256 = \(digest)
            """
        ).map(Found.init)
    }

    static func contentBox(of id: ID<Attachment>, in tx: Transaction) throws -> [UInt8]? {
        try tx.value(
            "SELECT content_box FROM attachments WHERE id = \(id)",
            as: [UInt8]?.self
        ) ?? nil
    }

    static func count(of concern: ID<Concern>, in tx: Transaction) throws -> Int {
        try tx.value("SELECT COUNT(*) FROM attachments WHERE concern = \(concern)") ?? 0
    }

    static func add(_ new: New, in tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO attachments (id, concern, media_type, size, sha256, named_sha256,
                added_by, at, name_box, content_box)
            VALUES (\(new.id), \(new.concern), \(new.mediaType), \(new.size), \(new.sha256),
                \(new.namedSha256), \(new.addedBy), \(new.at), \(new.nameBox), \(new.contentBox))
            """
        )
    }

    struct New {
        let id: ID<Attachment>
        let concern: ID<Concern>
        let mediaType: String
        let size: Int
        let sha256: String
        var namedSha256: String?
        let addedBy: String
        let at: Moment
        let nameBox: [UInt8]
        var contentBox: [UInt8]?
    }

    static func deliver(
        _ file: AttachmentFile,
        as id: ID<Attachment>,
        box: [UInt8],
        by adder: String,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE attachments SET media_type = \(file.kind.rawValue), size = \(file.bytes.count),
                sha256 = \(sealedDigest(file.bytes)), added_by = \(adder), at = \(moment),
                content_box = \(box)
            WHERE id = \(id)
            """
        )
    }

    static func erase(of contact: ID<Contact>, in tx: Transaction) throws {
        try tx.run(
            """
            DELETE FROM attachments
            WHERE concern IN (SELECT id FROM concerns WHERE contact = \(contact))
            """
        )
    }
}
