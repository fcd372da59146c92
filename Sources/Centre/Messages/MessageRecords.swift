import Storage

enum MessageRecords {
    struct Order {
        let id: ID<Message>
        let channel: Message.Channel
        let kind: Notice.Kind
        let matter: ID<Matter>
        let unit: ID<Unit>?
        let concern: ID<Concern>?
        let isUrgent: Bool
        let orderedAt: Moment
        let nextAt: Moment
    }

    private static let rowsAtOnce = 100

    static func add(_ orders: [Order], in tx: Transaction) throws {
        for start in stride(from: 0, to: orders.count, by: rowsAtOnce) {
            let rows: [SQL] = orders[start..<min(start + rowsAtOnce, orders.count)].map { order in
                """
                (\(order.id), \(order.channel), \(order.kind), \(order.matter), \(order.unit),
                    \(order.concern), \(order.isUrgent), 'waiting', \(order.orderedAt),
                    \(order.nextAt), 0)
                """
            }
            try tx.run(
                """
                INSERT INTO messages (id, channel, kind, matter, unit, concern, is_urgent, state,
                    ordered_at, next_at, attempts)
                VALUES \(rows.joined(by: ", "))
                """
            )
        }
    }

    /// The units a matter is about.
    static func subjects(of matter: ID<Matter>, in tx: Transaction) throws -> Set<ID<Unit>> {
        let rows = try tx.rows(
            "SELECT subject FROM matter_conflicts WHERE matter = \(matter) AND kind = 'unit'"
        )
        return Set(try rows.map { row -> ID<Unit> in try row[0] })
    }

    static func units(
        ofRoles roles: [Role],
        at now: Moment,
        in tx: Transaction
    ) throws -> [ID<Unit>] {
        try tx.rows(
            """
            SELECT DISTINCT unit FROM posts
            WHERE role IN \(list: roles) AND valid_from <= \(now)
                AND (valid_to IS NULL OR valid_to > \(now))
            """
        ).map { try $0[0] }
    }

    /// That there is a phone is known by its mark; which it is, stays sealed.
    static func reachable(
        of matter: ID<Matter>,
        only concern: ID<Concern>?,
        answeredFrom: Moment,
        in tx: Transaction
    ) throws -> [ID<Concern>] {
        let one: SQL = concern.map { "AND c.id = \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT c.id FROM concerns c JOIN matters m ON m.id = c.matter
            WHERE c.matter = \(matter) \(one) AND c.mode = \(Concern.Mode.named)
                AND c.reply_wanted = 1 AND m.confidential = 0
                AND c.state <> \(Concern.State.withdrawn)
                AND COALESCE(c.answered_at, 0) >= \(answeredFrom)
                AND EXISTS (
                    SELECT 1 FROM contact_marks k
                    WHERE k.contact = c.contact AND k.kind = \(Contact.MarkKind.phone)
                )
            ORDER BY c.registered_at, c.id
            """
        ).map { try $0[0] }
    }
}

extension MessageRecords {
    /// Two versions of the server may work side by side: what only the newer one can say waits for
    /// it, and keeps nothing else from going out.
    static var isUnderstood: SQL { "kind IN \(list: Notice.Kind.allCases)" }

    /// A message on its way, as the row tells it.
    struct Due: Sendable {
        let id: ID<Message>
        let channel: Message.Channel
        let kind: Notice.Kind
        let matter: ID<Matter>
        let unit: ID<Unit>?
        let concern: ID<Concern>?
        let isUrgent: Bool
        let attempts: Int

        init(_ row: Row) throws {
            id = try row["id"]
            channel = try row["channel"]
            kind = try row["kind"]
            matter = try row["matter"]
            unit = try row["unit"]
            concern = try row["concern"]
            isUrgent = try row["is_urgent"]
            attempts = try row["attempts"]
        }
    }

    static func due(at now: Moment, limit: Int, in tx: Transaction) throws -> [Due] {
        try tx.rows(
            """
            SELECT id, channel, kind, matter, unit, concern, is_urgent, attempts FROM messages
            WHERE state = 'waiting' AND next_at <= \(now) AND \(isUnderstood)
            ORDER BY next_at, id LIMIT \(limit) \(tx.dialect.skippingLocked)
            """
        ).map(Due.init)
    }

    static func isAnyDue(at now: Moment, in tx: Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM messages
            WHERE state = 'waiting' AND next_at <= \(now) AND \(isUnderstood)
            ORDER BY next_at, id LIMIT 1
            """
        ) != nil
    }

    static func put(_ id: ID<Message>, attempts: Int, next: Moment, in tx: Transaction) throws {
        try tx.run(
            """
            UPDATE messages SET attempts = \(attempts), next_at = \(next) WHERE id = \(id)
            """
        )
    }

    /// What the gateway took is sent, whoever else has taken the message meanwhile.
    static func enterSent(
        _ id: ID<Message>,
        receipt: String?,
        at now: Moment,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE messages SET state = 'sent', receipt = \(receipt), ended_at = \(now),
                failure = NULL
            WHERE id = \(id) AND state <> 'sent'
            """
        )
    }

    /// What came to nothing counts only while nobody has taken the message again.
    static func enter(
        _ failure: Message.Failure,
        of id: ID<Message>,
        attempt: Int,
        _ state: Message.State,
        next: Moment,
        endedAt: Moment?,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            UPDATE messages SET state = \(state), failure = \(failure), next_at = \(next),
                ended_at = \(endedAt)
            WHERE id = \(id) AND state = 'waiting' AND attempts = \(attempt)
            """
        )
    }

    static func forget(before id: ID<Message>, limit: Int, in tx: Transaction) throws -> Int {
        try tx.run(
            """
            DELETE FROM messages WHERE id IN (
                SELECT id FROM messages WHERE id < \(id) ORDER BY id LIMIT \(limit)
            )
            """
        )
    }
}
