extension Listing {
    /// A listing from what happened to it.
    package static func replay(
        _ entries: [Entry],
        of id: ID<Listing>,
        units: (String) -> ID<Unit>?
    ) -> Listing? {
        guard let first = entries.first, var listing = Listing(id, opened: first, units: units)
        else { return nil }
        for entry in entries.dropFirst() { listing.take(entry) }
        return listing
    }

    private init?(_ id: ID<Listing>, opened entry: Entry, units: (String) -> ID<Unit>?) {
        let facts = entry.facts
        guard entry.act == .listingOpened, let number = facts["number"],
            let subject = facts["subject"].flatMap(Subject.init(rawValue:)),
            let unit = facts["unit"].flatMap(units),
            let leader = facts["leader"].flatMap({ ID<Officer>($0) }),
            let officer = entry.actor.officer, let until = facts["until"].flatMap({ Day($0) })
        else { return nil }
        self.init(
            id: id,
            number: number,
            subject: subject,
            code: facts["code"],
            ground: facts["ground"] ?? "",
            unit: unit,
            leader: leader,
            openedBy: officer,
            openedAt: entry.at,
            until: until,
            state: .listed
        )
    }

    private mutating func take(_ entry: Entry) {
        for transition in Listing.machine.steps(from: state) where transition.step.act == entry.act
        {
            state = transition.to
            switch transition.step {
            case .report: reportedBy = entry.actor.officer
            case .remove:
                removedOn = entry.facts["day"].flatMap { Day($0) }
                watchedUntil = entry.facts["watched"].flatMap { Day($0) }
            case .relapse:
                relapses += 1
                until = entry.facts["until"].flatMap { Day($0) } ?? until
                (removedOn, watchedUntil, reportedBy) = (nil, nil, nil)
            case .check, .fail, .pass, .withdraw: break
            }
            return
        }
    }
}
