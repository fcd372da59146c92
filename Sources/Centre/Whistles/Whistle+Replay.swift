extension WhistleCall.Move {
    /// The act that tells of it.
    var act: Act {
        switch self {
        case .see: .whistleSeen
        case .come: .whistleComing
        case .decline: .whistleDeclined
        case .arrive: .whistleArrived
        case .markPresent: .whistlePresenceTicked
        case .stayAway: .whistleAbsent
        case .markAbsent: .whistleAbsenceTicked
        case .finish: .whistleDone
        case .excuse: .whistleExcused
        case .uphold: .whistleUpheld
        case .withdraw: .whistleCallWithdrawn
        case .rise: .whistleRisen
        }
    }
}

extension Whistle {
    /// Every act that makes or moves a whistle.
    static let acts: Set<Act> = Set(WhistleCall.Move.allCases.map(\.act)).union([
        .whistleBlown, .whistleCalled, .whistleWithdrawn, .whistleReceived, .whistleJustified,
    ])

    private static let moves: [Act: WhistleCall.Move] = Dictionary(
        WhistleCall.Move.allCases.map { ($0.act, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// All whistles of a matter from what happened to it, oldest first.
    ///
    /// The same entries always give the same whistles. What was entered was lawful then; an entry
    /// that the rules do not take is of a broken chain, which `verify` finds, and moves nothing.
    package static func replay(_ entries: [Entry]) -> [Whistle] {
        var whistles: [Whistle] = []
        for entry in entries where acts.contains(entry.act) {
            guard let id = entry.facts["whistle"].flatMap({ ID<Whistle>($0) }) else { continue }
            if entry.act == .whistleBlown {
                whistles.append(Whistle(id, blown: entry))
            } else if let place = whistles.firstIndex(where: { $0.id == id }) {
                whistles[place] = whistles[place].following(entry)
            }
        }
        return whistles
    }

    private func following(_ entry: Entry) -> Whistle {
        var next = self
        do {
            try next.follow(entry)
            return next
        } catch {
            return self
        }
    }

    private init(_ id: ID<Whistle>, blown entry: Entry) {
        self.init(
            id: id,
            kind: entry.facts["kind"] ?? "",
            ground: entry.facts["ground"] ?? "",
            meetsAt: entry.facts.moment("meets"),
            blownBy: entry.actor.officer,
            blownAt: entry.at
        )
    }

    private mutating func follow(_ entry: Entry) throws {
        if entry.act == .whistleWithdrawn { return try withdraw(at: entry.at) }
        guard let id = entry.facts["call"].flatMap({ ID<WhistleCall>($0) }) else { return }
        switch entry.act {
        case .whistleCalled:
            // The unit by its identity: codes of a pack come and go.
            guard let unit = entry.facts["party"].flatMap({ ID<Unit>($0) }),
                let limit = entry.facts.limit
            else { return }
            try call(WhistleCall(id: id, unit: unit, calledAt: entry.at, limit: limit))
        case .whistleReceived:
            try receive(
                id,
                WhistleCall.Reception(
                    inTime: entry.facts["inTime"] == "yes",
                    helped: entry.facts["helped"] == "yes"
                )
            )
        case .whistleJustified:
            try justify(
                id,
                WhistleCall.Justification(justified: entry.facts["justified"] == "yes")
            )
        default:
            guard let move = Self.moves[entry.act] else { return }
            try take(move, of: id, WhistleCall.Said(entry.facts), at: entry.at)
        }
    }
}

extension WhistleCall.Said {
    fileprivate init(_ facts: [String: String]) {
        self.init(
            presence: facts["presence"].flatMap(WhistleCall.Presence.init(rawValue:)),
            limit: facts.limit,
            rise: facts.rise
        )
    }

    /// The same as an entry keeps it.
    var facts: [String: String] {
        var facts: [String: String] = [:]
        facts["presence"] = presence?.rawValue
        if let limit { facts.merge(limit.facts) { $1 } }
        if let rise {
            facts["rung"] = rise.rung.rawValue
            facts["at"] = "\(rise.at.milliseconds)"
        }
        return facts
    }
}

extension WhistleCall.Limit {
    var facts: [String: String] {
        ["first": "\(first.milliseconds)", "second": "\(second.milliseconds)"]
    }
}

extension [String: String] {
    fileprivate func moment(_ name: String) -> Moment? {
        self[name].flatMap { Int64($0) }.map { Moment(milliseconds: $0) }
    }

    fileprivate var limit: WhistleCall.Limit? {
        guard let first = moment("first"), let second = moment("second") else { return nil }
        return WhistleCall.Limit(first: first, second: second)
    }

    fileprivate var rise: WhistleCall.Rise? {
        guard let rung = self["rung"].flatMap(WhistleCall.Rung.init(rawValue:)),
            let at = moment("at")
        else { return nil }
        return WhistleCall.Rise(rung: rung, at: at)
    }
}
