import Storage

/// The register of listings.
package struct ListingDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func open(
        _ order: ListingOrder,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ListingView> {
        let actor = try viewer.actor(for: .decideSupervision)
        return try await house.perform(operation, .queueing(at: "number_books")) { turn in
            var file = try turn.open(order, by: viewer)
            var words = ["problem": order.problem, "measures": order.measures]
            words["name"] = order.subject == .place ? order.name : nil
            words["skip"] = order.skipReason
            try file.note(.listingOpened, by: actor, words, turn.facts(of: order, file.listing))
            return try file.view(for: viewer)
        }
    }

    package func take(
        _ step: Listing.Step,
        of id: ID<Listing>,
        words: String,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<ListingView> {
        let right = try Self.right(for: step)
        let actor = try viewer.actor(for: right)
        return try await house.perform(operation, .onLockedRow) { turn in
            var file = try ListingFile.open(id, in: turn)
            try Self.find(file.listing, for: viewer, in: turn.town)
            _ = try Listing.machine.next(from: file.listing.state, step)
            let today = turn.at.day(in: turn.town.offset)
            let listing = file.listing
            try listing.check(viewer, mayTake: step, on: today, within: file.responsible)
            try turn.town.supervision.checkNoSilence(words)
            try file.note(step.act, by: actor, ["words": words], turn.facts(of: step, on: today))
            return try file.view(for: viewer)
        }
    }

    /// Whoever may never take the step does not find it, whatever was typed.
    package func admit(_ viewer: Viewer, to step: Listing.Step) throws {
        try viewer.require(try Self.right(for: step))
    }

    private static func right(for step: Listing.Step) throws -> Right {
        let right = Listing.machine.transitions.first { $0.step == step }?.right
        guard let right else { throw NotFound() }
        return right
    }

    package func listing(_ id: ID<Listing>, for viewer: Viewer) async throws -> ListingView {
        try await house.look { turn in
            let file = try ListingFile.open(id, in: turn, forChange: false)
            try Self.find(file.listing, for: viewer, in: turn.town)
            return try file.view(for: viewer)
        }
    }

    /// The register, the newest first: the centre's whole, a unit's own.
    package func page(
        openOnly: Bool,
        for viewer: Viewer,
        after: ID<Listing>? = nil,
        limit: Int
    ) async throws -> Portion<ListingView, ID<Listing>> {
        try await house.look { turn in
            let found = try ListingRecords.page(
                openOnly: openOnly,
                units: try ListingDesk.units(of: viewer, in: turn.town),
                below: after,
                limit: limit + 1,
                in: turn.tx
            )
            let shown = Array(found.prefix(limit))
            return Portion(
                items: try shown.map { id in
                    try ListingFile.open(id, in: turn, forChange: false).view(for: viewer)
                },
                next: found.count > limit ? shown.last : nil
            )
        }
    }

    /// A unit finds its own.
    private static func find(_ listing: Listing, for viewer: Viewer, in town: Town) throws {
        guard let units = try units(of: viewer, in: town) else { return }
        guard units.contains(listing.unit) else { throw NotFound() }
    }

    /// Whoever holds one of these reads the register.
    package static let rights: [Right] = [.supervise, .decideSupervision, .answerSupervision]

    /// Nil for the whole centre.
    private static func units(of viewer: Viewer, in town: Town) throws -> [ID<Unit>]? {
        let right = rights.first(where: viewer.may)
        guard let right else { throw NotFound() }
        let sight = Sight(viewer, using: right, in: town)
        return sight.wholeCentre ? nil : sight.units
    }

    package func leaders(for viewer: Viewer) async throws -> [SupervisionPerson] {
        try viewer.require(.decideSupervision)
        return try await house.look { try SupervisionPerson.all(.role(.director), in: $0) }
    }
}

extension Turn {
    /// Puts a listing on the table that the rules allow.
    fileprivate func open(_ order: ListingOrder, by viewer: Viewer) throws -> ListingFile {
        let today = at.day(in: town.offset)
        let rules = town.supervision
        try order.checkSubject(in: town, on: today)
        guard rules.grounds.contains(where: { $0.lists && $0.code == order.ground }) else {
            throw Fault(.unknownCode, "ground")
        }
        guard rules.listing.months.contains(order.months) else {
            throw ListingRefusal.termUnknown
        }
        for words in [order.problem, order.measures] { try rules.checkNoSilence(words) }
        try checkPeople(of: order, viewer)
        try checkLadder(of: order)
        let listing = Listing(
            id: newID(),
            number: try nextListingNumber(of: today.year),
            subject: order.subject,
            code: order.subject == .place ? nil : order.code,
            ground: order.ground,
            unit: order.unit,
            leader: order.leader,
            openedBy: viewer.officer,
            openedAt: at,
            until: today.adding(months: order.months),
            state: .listed
        )
        try ListingRecords.insert(listing, in: tx)
        return ListingFile(turn: self, listing: listing, entries: [])
    }

    private func checkPeople(of order: ListingOrder, _ viewer: Viewer) throws {
        guard try SupervisionRecords.holdsPost(order.leader, .role(.director), in: self) else {
            throw Fault(.unknownCode, "leader")
        }
        let units = town.unitAndBelow(order.unit)
        guard Set(viewer.posts.map(\.unit)).isDisjoint(with: units) else {
            throw SupervisionRefusal.ownUnit
        }
        guard try !SupervisionRecords.holdsPost(order.leader, .units(units), in: self) else {
            throw ListingRefusal.leaderFromUnit
        }
    }

    /// A listing follows a rectification that was ordered from the same unit, or says why not.
    private func checkLadder(of order: ListingOrder) throws {
        guard order.skipReason == nil else { return }
        guard let after = order.after else { throw ListingRefusal.skipUnexplained }
        let units = town.unitAndBelow(order.unit)
        let row = try tx.row(
            """
            SELECT id FROM supervision_steps
            WHERE id = \(after) AND kind = 'rectification' AND state <> 'withdrawn'
                AND unit IN \(list: units)
            """
        )
        guard row != nil else { throw Fault(.impossible, "after", ["format": "uuid"]) }
    }

    fileprivate func facts(of order: ListingOrder, _ listing: Listing) -> [String: String] {
        var facts = [
            "number": listing.number, "subject": listing.subject.rawValue,
            "ground": listing.ground, "unit": town.unit(listing.unit)?.code ?? "",
            "leader": listing.leader.description, "months": "\(order.months)",
            "until": listing.until.description,
        ]
        facts["code"] = listing.code
        facts["after"] = order.after?.description
        return facts
    }

    fileprivate func facts(of step: Listing.Step, on day: Day) -> [String: String] {
        let terms = town.supervision.listing
        switch step {
        case .remove:
            return [
                "day": day.description, "watched": day.adding(terms.watchDays).description,
            ]
        case .relapse:
            return ["until": day.adding(months: terms.months.first ?? 3).description]
        case .check, .report, .fail, .pass, .withdraw: return [:]
        }
    }
}
