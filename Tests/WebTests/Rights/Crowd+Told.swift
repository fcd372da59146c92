import Centre
import Storage
import TestSupport
import Testing

@testable import Web

/// What is told, and what could not be.
extension Crowd {
    /// A notice of the matter for the officer of that column.
    func notice(for column: String) async throws -> String {
        let id: ID<Centre.Notice> = sample.house.world.newID()
        guard let role = Role(rawValue: column) else { return "\(id)" }
        let login = Crowd.name(of: role)
        let matter = try #require(ID<Matter>(slip.matter))
        try await sample.house.database.write { tx in
            try tx.run(
                """
                INSERT INTO notices (id, kind, matter, officer, facts, at)
                SELECT \(id), 'conferenceCalled', \(matter), o.id, '{}', 0
                FROM officers o WHERE o.login = \(login)
                """
            )
        }
        return "\(id)"
    }

    /// A message that could not leave the house.
    func failedMessage() async throws -> String {
        let id: ID<Message> = sample.house.world.newID()
        let matter = try #require(ID<Matter>(slip.matter))
        let unit = try sample.unit("justice")
        try await sample.house.database.write { tx in
            try tx.run(
                """
                INSERT INTO messages (id, channel, kind, matter, unit, is_urgent, state,
                    ordered_at, next_at, attempts, failure, ended_at)
                VALUES (\(id), 'webhook', 'assignmentMade', \(matter), \(unit), 0, 'refused',
                    0, 0, 1, 'rejected', 0)
                """
            )
        }
        return "\(id)"
    }

    /// A notice that was given up.
    func deadLetter() async throws -> String {
        let id: ID<Centre.Notice> = sample.house.world.newID()
        try await sample.house.database.write { tx in
            try tx.run(
                """
                INSERT INTO outbox (id, kind, facts, created_at, dead_at, attempts)
                VALUES (\(id), 'dueMoved', '{}', 0, 1, 8)
                """
            )
        }
        return "\(id)"
    }
}
