import Storage

/// Why a concern cannot be linked to a matter, or a link not be undone.
package enum LinkRefusal: String, Refusal, CaseIterable {
    case alreadyHere = "link-already-here"
    case alreadyLinked = "link-elsewhere"
    case homeInWork = "link-home-in-work"
    case sharesHome = "link-home-shared"
    case matterOver = "link-matter-over"
    case notLinkedHere = "link-not-here"
    case keptApart = "link-kept-apart"
}

extension File {
    /// Links a concern of another matter to this one.
    ///
    /// Its own matter rests unchanged, so that the link can be undone exactly: number, clock,
    /// answer and rating stay the concern's own.
    mutating func link(_ number: String, reason: String, by actor: Actor) throws {
        let concern = try Concern.find(number: number, in: turn.tx)
        var home = try File.open(concern.matter, in: turn)
        if let bar = try bar(toJoining: home, concern) { throw bar }
        let digest = try paper(.link, reason)
        home.matter.linkedInto = matter.id
        try home.note(
            .concernUnlinked,
            by: actor,
            ["number": number, "into": matter.id.description, "reason.digest": digest]
        )
        try home.save()
        try arrive(concern, digest: digest, by: actor)
    }

    /// What bars the concern of another matter from joining this one; nil when nothing does.
    ///
    /// - Parameter concern: the one that is meant; otherwise what the other matter was made for.
    func bar(toJoining home: File, _ concern: Concern? = nil) throws -> (any Refusal)? {
        guard let guest = concern ?? home.concerns.first(where: { $0.home == home.matter.id })
        else { return LinkRefusal.alreadyLinked }
        do {
            try mayLink(guest, from: home)
            try home.checkNoWhistle()
            try home.checkNoJoint()
        } catch let refusal as any Refusal {
            return refusal
        }
        let isKeptApart = try Apart.isBetween(home.matter.id, and: matter.id, in: turn.tx)
        return isKeptApart ? LinkRefusal.keptApart : nil
    }

    private func mayLink(_ concern: Concern, from home: File) throws(LinkRefusal) {
        guard concern.matter != matter.id else { throw .alreadyHere }
        guard concern.matter == concern.home else { throw .alreadyLinked }
        guard home.concerns.count == 1 else { throw .sharesHome }
        guard home.assignments.isEmpty, !home.matter.stage.isOver else { throw .homeInWork }
        guard !matter.stage.isOver, matter.linkedInto == nil else { throw .matterOver }
    }

    private mutating func arrive(_ concern: Concern, digest: String, by actor: Actor) throws {
        var concern = concern
        concern.matter = matter.id
        if matter.route != nil, concern.state == .registered { concern.state = .inHand }
        try concern.save(in: turn.tx)
        try MatterWords.move(concern.id, to: matter.id, in: turn.tx)
        try copyConflicts(from: concern.home)
        concerns.append(concern)
        let facts = [
            "number": concern.number, "into": matter.id.description, "reason.digest": digest,
            "accepted": matter.route == nil ? "no" : "yes",
        ]
        try note(.concernLinked, by: actor, facts)
        try note(.concernLinked, to: concern, by: actor, facts)
    }

    /// What the concern is about keeps being hidden from those it is about.
    private func copyConflicts(from home: ID<Matter>) throws {
        try turn.tx.run(
            """
            INSERT INTO matter_conflicts (matter, kind, subject, concern)
            SELECT \(matter.id), x.kind, x.subject, x.concern FROM matter_conflicts x
            WHERE x.matter = \(home)
            ON CONFLICT (matter, kind, subject) DO NOTHING
            """
        )
    }

    /// Undoes a link: the concern goes back to its own matter, which stands where it stood.
    mutating func unlink(_ number: String, reason: String, by actor: Actor) throws {
        guard let place = concerns.firstIndex(where: { $0.number == number }),
            concerns[place].home != matter.id
        else { throw LinkRefusal.notLinkedHere }
        var concern = concerns.remove(at: place)
        try raiseAlarms(of: concern)
        let digest = try paper(.link, reason)
        let facts = ["number": number, "reason.digest": digest]
        try note(.concernUnlinked, by: actor, facts)
        try dropConflicts(of: concern)
        var home = try File.open(concern.home, in: turn)
        concern.matter = concern.home
        if home.matter.route == nil, concern.state == .inHand { concern.state = .registered }
        try concern.save(in: turn.tx)
        try MatterWords.move(concern.id, to: concern.home, in: turn.tx)
        home.concerns.append(concern)
        home.matter.linkedInto = nil
        try home.note(.concernLinked, by: actor, facts)
        try home.note(.concernUnlinked, to: concern, by: actor, facts)
        try home.save()
    }

    private func dropConflicts(of concern: Concern) throws {
        try turn.tx.run(
            """
            DELETE FROM matter_conflicts
            WHERE matter = \(matter.id) AND concern = \(concern.id)
            """
        )
    }
}
