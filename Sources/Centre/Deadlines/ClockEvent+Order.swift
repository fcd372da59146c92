extension ClockEvent {
    /// One order for all replays: by time, then by the place in the chain, then by what the event
    /// is, so that it does not matter how the chains were laid together.
    static func inOrder(_ events: [ClockEvent]) -> [ClockEvent] {
        events.sorted { $0.isBefore($1) }
    }

    private func isBefore(_ other: ClockEvent) -> Bool {
        if (at, position) != (other.at, other.position) {
            return (at, position) < (other.at, other.position)
        }
        if act != other.act { return Self.rank(act) < Self.rank(other.act) }
        if subject != other.subject { return subject.isBefore(other.subject) }
        return particulars.lexicographicallyPrecedes(other.particulars)
    }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: Act.allCases.enumerated().map { ($1, $0) }
    )

    private static func rank(_ act: Act) -> Int { ranks[act] ?? 0 }

    private var particulars: [String] {
        [
            matter?.description, rule, amount.map(String.init), ground,
            until.map { String($0.milliseconds) }, facts.kind, facts.route, facts.disputeClass,
            facts.channel, facts.role, facts.urgency,
        ].map { $0.map { "=\($0)" } ?? "" }
    }
}

extension ClockSubject {
    func isBefore(_ other: ClockSubject) -> Bool {
        kind == other.kind
            ? id.lexicographicallyPrecedes(other.id)
            : kind.rawValue < other.kind.rawValue
    }
}
