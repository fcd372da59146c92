import Storage

/// Side effects are rows written with the change that causes them; a service delivers them
/// (``OutboxDesk``).
///
/// A row holds codes only; whom it reaches is found out at delivery, so that a change writes one
/// row however many are told.
enum Outbox {
    /// The fact that names the units whose officers are told, by their codes.
    static let units = "units"
    /// The fact that names one officer who is told.
    static let officer = "officer"

    static func put(
        _ kind: Notice.Kind,
        matter: ID<Matter>,
        concern: ID<Concern>? = nil,
        _ facts: [String: String],
        in turn: Turn
    ) throws {
        try turn.tx.run(
            """
            INSERT INTO outbox (id, kind, matter, concern, facts, created_at, next_at, attempts)
            VALUES (\(turn.newID(of: Notice.self)), \(kind), \(matter), \(concern),
                \(Facts.text(facts)), \(turn.at), \(turn.at), 0)
            """
        )
    }
}

extension File {
    /// Orders that those concerned are told: the residents, or officers by right, and the officers
    /// of these units.
    func tell(
        _ kind: Notice.Kind,
        units: [ID<Unit>] = [],
        _ facts: [String: String] = [:]
    ) throws {
        var facts = facts
        if !units.isEmpty {
            let codes = Set(units.compactMap { turn.town.unit($0)?.code })
            facts[Outbox.units] = codes.sorted().joined(separator: ",")
        }
        try Outbox.put(kind, matter: matter.id, facts, in: turn)
    }
}
