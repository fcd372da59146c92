import Storage

/// How the house is: its condition, and how much is under way.
///
/// Counts stop at ``most``: who reads them wants to know whether it is many.
package struct HouseHealth: Sendable, Equatable {
    package let condition: HouseCondition
    /// How the gateways are.
    package let messages: MessageCondition
    package let at: Moment
    package let runningClocks: Int
    /// Due days past the last official calendar.
    package let provisionalClocks: Int
    package let unsent: Int
    /// Sessions that open the door now.
    package let openSessions: Int

    package static let most = 10_000

    init(in turn: Turn) throws {
        let tx = turn.tx
        func count(_ source: SQL) throws -> Int {
            try tx.value("SELECT COUNT(*) FROM (SELECT 1 AS one \(source) LIMIT \(Self.most)) AS r")
                ?? 0
        }
        at = turn.at
        condition = try HouseCondition(at: turn.at, in: tx)
        messages = try MessageCondition(turn.house.messages, in: tx)
        runningClocks = try count("FROM clocks WHERE state = 'running'")
        provisionalClocks = try count(
            "FROM clocks WHERE provisional = 1 AND state = 'running'"
        )
        unsent = try count("FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL")
        openSessions = try count(
            "FROM sessions WHERE ended_at IS NULL AND expires_at > \(turn.at)"
        )
    }
}
