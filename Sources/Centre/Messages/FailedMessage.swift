import Storage

/// A message that did not go out: what it was, for whom, and why not.
package struct FailedMessage: Codable, Sendable, Equatable {
    package let id: ID<Message>
    package let channel: Message.Channel
    package let kind: Notice.Kind
    package let matter: ID<Matter>
    package let unit: ID<Unit>?
    package let state: Message.State
    package let orderedAt: Moment
    package let endedAt: Moment
    package let attempts: Int
    package let failure: Message.Failure?

    /// Its place in the list.
    package struct Place: Sendable, Equatable {
        package let endedAt: Moment
        package let id: ID<Message>

        package init(endedAt: Moment, id: ID<Message>) {
            self.endedAt = endedAt
            self.id = id
        }
    }

    package var place: Place { Place(endedAt: endedAt, id: id) }
}

/// How many failed messages were queued again.
package struct MessagesQueued: Codable, Sendable, Equatable {
    package let messages: Int
}

/// How the gateways are: what is set, how long the oldest waits, how much did not go out.
package struct MessageCondition: Sendable, Equatable {
    package let plan: MessagePlan
    package let oldestWaiting: Moment?
    /// Counted up to ``most``.
    package let failed: Int

    package static let most = 1000

    init(_ plan: MessagePlan, in tx: Transaction) throws {
        self.plan = plan
        oldestWaiting = try MessageRecords.oldestWaiting(in: tx)
        failed = try MessageRecords.failed(upTo: Self.most, in: tx)
    }
}

extension MessageRecords {
    static func oldestWaiting(in tx: Transaction) throws -> Moment? {
        try tx.value(
            "SELECT ordered_at FROM messages WHERE state = 'waiting' ORDER BY id LIMIT 1"
        )
    }

    static func failed(upTo most: Int, in tx: Transaction) throws -> Int {
        try tx.value(
            """
            SELECT COUNT(*) FROM (
                SELECT id FROM messages WHERE state IN ('refused', 'givenUp')
                ORDER BY ended_at, id LIMIT \(most)
            ) AS failed
            """
        ) ?? 0
    }

    /// What did not go out, the longest ago first.
    static func failed(
        after: FailedMessage.Place?,
        limit: Int,
        in tx: Transaction
    ) throws -> [FailedMessage] {
        let beyond: SQL = after.map { "AND (ended_at, id) > (\($0.endedAt), \($0.id))" } ?? ""
        return try tx.rows(
            """
            SELECT id, channel, kind, matter, unit, state, ordered_at, ended_at, attempts, failure
            FROM messages WHERE state IN ('refused', 'givenUp') AND \(isUnderstood) \(beyond)
            ORDER BY ended_at, id LIMIT \(limit)
            """
        ).map { row in
            FailedMessage(
                id: try row["id"],
                channel: try row["channel"],
                kind: try row["kind"],
                matter: try row["matter"],
                unit: try row["unit"],
                state: try row["state"],
                orderedAt: try row["ordered_at"],
                endedAt: try row["ended_at"],
                attempts: try row["attempts"],
                failure: try row["failure"]
            )
        }
    }

    /// Queues failed messages again, as if they were new: one, or those that failed longest ago.
    ///
    /// Each keeps its key, so that what did go out after all does not go out twice.
    static func requeue(
        _ id: ID<Message>?,
        limit: Int,
        at now: Moment,
        in tx: Transaction
    ) throws -> Int {
        let which: SQL = id.map { "AND id = \($0)" } ?? ""
        return try tx.run(
            """
            UPDATE messages SET state = 'waiting', attempts = 0, ended_at = NULL,
                next_at = \(now)
            WHERE id IN (
                SELECT id FROM messages WHERE state IN ('refused', 'givenUp') \(which)
                ORDER BY ended_at, id LIMIT \(limit)
            )
            """
        )
    }

    /// What went out of the house about a matter, the newest first.
    static func page(
        of matter: ID<Matter>,
        below: ID<Message>?,
        limit: Int,
        in tx: Transaction
    ) throws -> [MessageLine] {
        let beyond: SQL = below.map { "AND id < \($0)" } ?? ""
        return try tx.rows(
            """
            SELECT id, channel, unit, kind, state, ordered_at, next_at, ended_at, attempts, failure
            FROM messages WHERE matter = \(matter) AND \(isUnderstood) \(beyond)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(MessageLine.init)
    }
}

extension MessageLine {
    init(_ row: Row) throws {
        let state: Message.State = try row["state"]
        let next: Moment = try row["next_at"]
        self.init(
            id: try row["id"],
            channel: try row["channel"],
            unit: try row["unit"],
            kind: try row["kind"],
            state: state,
            orderedAt: try row["ordered_at"],
            nextAt: state == .waiting ? next : nil,
            endedAt: try row["ended_at"],
            attempts: try row["attempts"],
            failure: try row["failure"]
        )
    }
}
