import Storage
import Synchronization

extension Database {
    func count(_ table: String) async throws -> Int {
        try await read { tx in
            try tx.value("SELECT COUNT(*) FROM \(SQL(trusted: table))") ?? 0
        }
    }

    func ids(_ table: String = "shelf") async throws -> [Int] {
        try await read { tx in
            try tx.rows("SELECT id FROM \(SQL(trusted: table)) ORDER BY id").map { try $0["id"] }
        }
    }
}

extension Transaction {
    func put(_ id: Int) throws {
        try run("INSERT INTO shelf (id, number) VALUES (\(id), 0)")
    }
}

/// An error that is the caller's own business.
struct Refused: Error, Equatable {
    var word = "refused"
}

/// What parallel tasks of a test write down together.
final class Notes<Content: Sendable>: Sendable {
    private let content: Mutex<Content>

    init(_ content: Content) {
        self.content = Mutex(content)
    }

    var now: Content { content.withLock { $0 } }

    func note(_ change: (inout Content) -> Void) {
        content.withLock { change(&$0) }
    }
}
