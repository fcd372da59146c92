import Storage

/// A draw with what is needed to repeat it.
package struct RecheckView: Codable, Sendable, Equatable {
    package struct Choice: Codable, Sendable, Equatable {
        package let place: Int
        package let number: String
        package let matter: ID<Matter>
        package let step: ID<SupervisionStep>
        package let state: SupervisionStep.State
    }

    package let id: ID<RecheckDraw>
    package let seed: String
    package let from: Day
    package let to: Day
    package let size: Int
    /// How many matters were closed in these days, and the digest of their numbers.
    package let population: Int
    package let digest: String
    /// Of the drawn numbers in their order.
    package let chosenDigest: String
    package let drawnAt: Moment
    package let drawnBy: String?
    package let chosen: [Choice]
}

/// A draw made again from the entries, beside what was kept of it.
package struct RecheckRepetition: Codable, Sendable, Equatable {
    package let agrees: Bool
    package let population: Int
    package let digest: String
    package let chosenDigest: String
}

/// Where closed matters are drawn for a second look.
package struct RecheckDesk: Sendable {
    let house: House

    package init(house: House) {
        self.house = house
    }

    package func draw(
        _ order: RecheckOrder,
        by viewer: Viewer,
        operation: Operation
    ) async throws -> Performed<RecheckView> {
        let actor = try viewer.actor(for: .supervise)
        return try await house.perform(operation) { turn in
            let terms = turn.town.supervision.recheck
            try order.check(terms, today: turn.at.day(in: turn.town.offset))
            let population = try RecheckPopulation(
                from: order.from,
                to: order.to,
                most: terms.mostMatters,
                in: turn
            )
            guard let population else { throw RecheckRefusal.tooMany }
            guard !population.matters.isEmpty else { throw RecheckRefusal.nothingClosed }
            let numbers = order.draw.chosen(from: population.numbers)
            let id = try turn.enter(order, numbers, population, by: viewer.officer, as: actor)
            try turn.open(numbers, of: id, from: population, by: actor)
            let sight = Sight(viewer, using: .supervise, in: turn.town)
            return try RecheckRecords.find(id, within: sight, in: turn)
        }
    }

    /// The draws, the newest first.
    package func page(
        for viewer: Viewer,
        after: ID<RecheckDraw>? = nil,
        limit: Int
    ) async throws -> Portion<RecheckView, ID<RecheckDraw>> {
        try await house.look { turn in
            let sight = try RecheckDesk.sight(of: viewer, in: turn.town)
            let found = try RecheckRecords.page(
                below: after,
                limit: limit + 1,
                within: sight,
                in: turn
            )
            let shown = Array(found.prefix(limit))
            return Portion(items: shown, next: found.count > limit ? shown.last?.id : nil)
        }
    }

    package func draw(_ id: ID<RecheckDraw>, for viewer: Viewer) async throws -> RecheckView {
        try await house.look { turn in
            let sight = try RecheckDesk.sight(of: viewer, in: turn.town)
            return try RecheckRecords.find(id, within: sight, in: turn)
        }
    }

    /// Draws again from the entries with the kept seed, and says whether it comes out the same.
    package func `repeat`(
        _ id: ID<RecheckDraw>,
        for viewer: Viewer
    ) async throws -> RecheckRepetition {
        try await house.look { turn in
            let sight = try RecheckDesk.sight(of: viewer, in: turn.town)
            let kept = try RecheckRecords.find(id, within: sight, in: turn)
            let population = try RecheckPopulation(
                from: kept.from,
                to: kept.to,
                most: turn.town.supervision.recheck.mostMatters,
                in: turn
            )
            guard let population else { throw RecheckRefusal.tooMany }
            let again = RecheckDraw(seed: kept.seed, size: kept.size)
                .outcome(from: population.numbers)
            return RecheckRepetition(
                agrees: again.digest == kept.digest && again.chosenDigest == kept.chosenDigest,
                population: again.population,
                digest: again.digest,
                chosenDigest: again.chosenDigest
            )
        }
    }

    private static func sight(of viewer: Viewer, in town: Town) throws -> Sight {
        let right: Right = viewer.may(.supervise) ? .supervise : .decideSupervision
        try viewer.require(right)
        return Sight(viewer, using: right, in: town)
    }
}

extension Turn {
    /// Enters the draw with everything it takes to repeat it.
    fileprivate func enter(
        _ order: RecheckOrder,
        _ numbers: [String],
        _ population: RecheckPopulation,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws -> ID<RecheckDraw> {
        let draw = RecheckView(
            id: newID(),
            seed: order.draw.seed,
            from: order.from,
            to: order.to,
            size: order.draw.size,
            population: population.matters.count,
            digest: RecheckDraw.digest(of: population.numbers),
            chosenDigest: RecheckDraw.digest(ofDrawn: numbers),
            drawnAt: at,
            drawnBy: nil,
            chosen: []
        )
        try RecheckRecords.insert(draw, in: self, by: officer)
        try house.timeline.record(
            .recheckDrawn,
            on: .house,
            by: actor,
            at: at,
            facts: [
                "draw": draw.id.description, "seed": draw.seed, "from": draw.from.description,
                "to": draw.to.description, "size": "\(draw.size)",
                "population": "\(draw.population)", "numbers.digest": draw.digest,
                "drawn.digest": draw.chosenDigest,
            ],
            world: house.world,
            in: tx
        )
        return draw.id
    }

    /// Puts each drawn matter on the list of those to be looked at again.
    fileprivate func open(
        _ numbers: [String],
        of draw: ID<RecheckDraw>,
        from population: RecheckPopulation,
        by actor: Actor
    ) throws {
        for (place, number) in numbers.enumerated() {
            guard let matter = population.matters[number] else { continue }
            var file = try File.open(matter, in: self)
            guard let part = file.assignments.last(where: { $0.role == .lead }) else { continue }
            let facts = ["draw": draw.description, "place": "\(place + 1)"]
            let step = try file.open(.recheck, with: part, by: actor, facts)
            try file.save()
            try RecheckRecords.insert((place + 1, number, matter, step), of: draw, in: tx)
        }
    }
}
