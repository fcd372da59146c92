extension LimitCondition {
    package func holds(for facts: ClockFacts) -> Bool {
        Self.holds(kinds, facts.kind) && Self.holds(routes, facts.route)
            && Self.holds(channels, facts.channel) && Self.holds(roles, facts.role)
            && Self.holds(urgencies, facts.urgency)
            && (classes.isEmpty || classes.contains { facts.disputeClass?.hasPrefix($0) ?? false })
    }

    private static func holds(_ wanted: [String], _ fact: String?) -> Bool {
        guard let fact else { return wanted.isEmpty }
        return wanted.isEmpty || wanted.contains(fact)
    }
}

extension ClockFacts {
    /// What is known of a concern or assignment when something happens to its matter: its own
    /// kind, channel and role stay, the matter's class, route and urgency are the newer ones.
    func joined(by newer: ClockFacts) -> ClockFacts {
        ClockFacts(
            kind: kind ?? newer.kind,
            route: newer.route ?? route,
            disputeClass: newer.disputeClass ?? disputeClass,
            channel: channel ?? newer.channel,
            role: role ?? newer.role,
            urgency: newer.urgency ?? urgency
        )
    }

    /// What is known of a subject after an event: what the event says, and the rest as before.
    func joined(over older: ClockFacts) -> ClockFacts {
        ClockFacts(
            kind: kind ?? older.kind,
            route: route ?? older.route,
            disputeClass: disputeClass ?? older.disputeClass,
            channel: channel ?? older.channel,
            role: role ?? older.role,
            urgency: urgency ?? older.urgency
        )
    }
}
