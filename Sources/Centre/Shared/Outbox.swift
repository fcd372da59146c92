import Storage

/// Side effects are rows written with the change that causes them; a service sends them.
enum Outbox {
    enum Kind: String, Storable {
        case extensionGranted
        case dangerNow
        case matterClosed
    }

    static func put(
        _ kind: Kind,
        matter: ID<Matter>,
        concern: ID<Concern>?,
        _ facts: [String: String],
        in turn: Turn
    ) throws {
        try turn.tx.run(
            """
            INSERT INTO outbox (id, kind, matter, concern, facts, created_at, next_at, attempts)
            VALUES (\(turn.newID(of: Matter.self)), \(kind), \(matter), \(concern),
                \(Facts.text(facts)), \(turn.at), \(turn.at), 0)
            """
        )
    }
}
