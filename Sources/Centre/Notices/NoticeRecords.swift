import Storage

enum NoticeRecords {
    struct New {
        let id: ID<Notice>
        let kind: Notice.Kind
        let matter: ID<Matter>
        let concern: ID<Concern>?
        let officer: ID<Officer>?
        var member: ID<GroupMember>?
        let facts: [String: String]
        let at: Moment
    }

    /// A group matter has hundreds of residents, and a statement takes only so many values.
    private static let rowsAtOnce = 100

    static func add(_ notices: [New], in tx: Transaction) throws {
        for start in stride(from: 0, to: notices.count, by: rowsAtOnce) {
            let some = notices[start..<min(start + rowsAtOnce, notices.count)]
            let rows: [SQL] = some.map { new in
                """
                (\(new.id), \(new.kind), \(new.matter), \(new.concern), \(new.officer),
                    \(new.member), \(Facts.text(new.facts)), \(new.at))
                """
            }
            try tx.run(
                """
                INSERT INTO notices (id, kind, matter, concern, officer, member, facts, at)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }

    /// The officers who hold a post of that kind now.
    static func officers(
        _ condition: SQL,
        at now: Moment,
        in tx: Transaction
    ) throws -> [ID<Officer>] {
        try tx.rows(
            """
            SELECT DISTINCT officer FROM posts
            WHERE \(condition) AND valid_from <= \(now)
                AND (valid_to IS NULL OR valid_to > \(now))
            """
        ).map { try $0[0] }
    }
}

extension NoticeRecords {
    /// An officer's notices of matters that the officer may still see, the newest first.
    static func page(
        of officer: ID<Officer>,
        read: Bool,
        below: ID<Notice>?,
        limit: Int,
        within sight: Sight,
        in tx: Transaction
    ) throws -> [NoticeLine] {
        let isRead: SQL = read ? "n.read_at IS NOT NULL" : "n.read_at IS NULL"
        let beyond: SQL = below.map { "AND n.id < \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT \(columns) FROM notices n
            JOIN matters m ON m.id = n.matter
            LEFT JOIN concerns c ON c.id = m.voice
            WHERE n.officer = \(officer) AND \(isRead) \(beyond) AND \(sight.condition)
            ORDER BY n.id DESC LIMIT \(limit)
            """
        ).map(NoticeLine.init)
    }

    static func find(
        _ id: ID<Notice>,
        of officer: ID<Officer>,
        within sight: Sight,
        in tx: Transaction
    ) throws -> NoticeLine {
        let row = try tx.row(
            """
            SELECT \(columns) FROM notices n
            JOIN matters m ON m.id = n.matter
            LEFT JOIN concerns c ON c.id = m.voice
            WHERE n.id = \(id) AND n.officer = \(officer) AND \(sight.condition)
            """
        )
        guard let row else { throw NotFound() }
        return try NoticeLine(row)
    }

    static func markRead(_ id: ID<Notice>, at moment: Moment, in tx: Transaction) throws {
        try tx.run(
            "UPDATE notices SET read_at = \(moment) WHERE id = \(id) AND read_at IS NULL"
        )
    }

    /// How many an officer has not read, counted up to so many.
    static func unread(of officer: ID<Officer>, upTo most: Int, in tx: Transaction) throws -> Int {
        try tx.value(
            """
            SELECT COUNT(*) FROM (
                SELECT id FROM notices WHERE officer = \(officer) AND read_at IS NULL
                ORDER BY id DESC LIMIT \(most)
            ) AS unread
            """
        ) ?? 0
    }

    /// What the resident of a concern was told, the newest first.
    static func page(
        of concern: ID<Concern>,
        below: ID<Notice>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [ResidentNotice] {
        let beyond: SQL = below.map { "AND id < \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT id, kind, at, facts FROM notices
            WHERE concern = \(concern) \(beyond) ORDER BY id DESC LIMIT \(limit)
            """
        ).map { row in
            ResidentNotice(
                id: try row["id"],
                kind: try row["kind"],
                at: try row["at"],
                facts: try Facts.read(try row["facts"])
            )
        }
    }

    /// - Returns: how many were forgotten.
    static func forget(before id: ID<Notice>, limit: Int, in tx: Transaction) throws -> Int {
        try tx.run(
            """
            DELETE FROM notices WHERE id IN (
                SELECT id FROM notices WHERE id < \(id) ORDER BY id LIMIT \(limit)
            )
            """
        )
    }

    private static var columns: SQL {
        "n.id AS id, n.kind, n.at, n.read_at, n.matter, n.facts, c.number AS number"
    }
}

extension NoticeLine {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row["id"],
            kind: try row["kind"],
            at: try row["at"],
            readAt: try row["read_at"],
            matter: try row["matter"],
            number: try row["number"],
            facts: try Facts.read(try row["facts"])
        )
    }
}
