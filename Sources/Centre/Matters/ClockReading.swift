/// Reads a timeline as the events that move clocks.
///
/// What a rule asks about (kind, class, route, urgency) is known from the entries themselves, so
/// the same entries always give the same clocks.
struct ClockReading {
    let town: Town

    func events(
        from entries: [Entry],
        seenBy concern: ID<Concern>?,
        in matter: ID<Matter>
    ) -> [ClockEvent] {
        let ordered = entries.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        var facts = ClockFacts()
        return ordered.flatMap { entry in
            facts.learn(from: entry)
            return events(of: entry, facts: facts, concern: concern, matter: matter)
        }
    }

    private func events(
        of entry: Entry,
        facts: ClockFacts,
        concern: ID<Concern>?,
        matter: ID<Matter>
    ) -> [ClockEvent] {
        var facts = facts
        facts.role = entry.facts["role"]
        let event = ClockEvent(
            entry.act,
            at: entry.at,
            subject: subject(of: entry, concern: concern, matter: matter),
            matter: matter,
            part: entry.assignment,
            position: entry.position,
            facts: facts,
            rule: entry.facts["rule"],
            amount: entry.facts["amount"].flatMap { Int($0) },
            ground: entry.facts["ground"],
            until: until(of: entry)
        )
        return [event] + acceptanceByLink(entry, concern: concern, matter: matter, facts: facts)
    }

    /// A kept day is entered to the millisecond, for it ends with the last of its day.
    private func until(of entry: Entry) -> Moment? {
        guard entry.act == .dueKept else {
            return entry.facts["until"].flatMap { Moment(text: $0) }
        }
        return entry.facts["due"].flatMap { Int64($0) }.map { Moment(milliseconds: $0) }
    }

    private func subject(
        of entry: Entry,
        concern: ID<Concern>?,
        matter: ID<Matter>
    ) -> ClockSubject {
        if let concern, entry.concern == concern { return .concern(concern) }
        if concern == nil, let step = entry.facts["step"].flatMap({ ID<SupervisionStep>($0) }) {
            return .step(step)
        }
        if concern == nil, let assignment = entry.assignment { return .assignment(assignment) }
        return .matter(matter)
    }

    /// A concern linked to a matter that is already accepted is accepted by the link.
    private func acceptanceByLink(
        _ entry: Entry,
        concern: ID<Concern>?,
        matter: ID<Matter>,
        facts: ClockFacts
    ) -> [ClockEvent] {
        guard let concern, entry.act == .concernLinked, entry.facts["accepted"] == "yes",
            entry.concern == concern, entry.facts["into"] == matter.description
        else { return [] }
        return [
            ClockEvent(
                .matterAccepted,
                at: entry.at,
                subject: .concern(concern),
                matter: matter,
                position: entry.position,
                facts: facts
            )
        ]
    }
}

extension ClockFacts {
    fileprivate mutating func learn(from entry: Entry) {
        switch entry.act {
        case .concernRegistered: learnOrder(entry)
        case .concernLinked: if entry.facts["home"] == "yes" { learnOrder(entry) }
        case .matterAccepted:
            route = entry.facts["route"]
            disputeClass = entry.facts["class"]
        default: break
        }
    }

    private mutating func learnOrder(_ entry: Entry) {
        kind = entry.facts["kind"]
        channel = entry.facts["channel"]
        urgency = entry.facts["urgency"]
        disputeClass = entry.facts["class"] ?? disputeClass
    }
}
