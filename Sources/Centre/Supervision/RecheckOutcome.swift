/// What a draw comes to: enough for anybody to say whether two draws are the same.
package struct RecheckOutcome: Sendable, Equatable {
    /// How many matters it was drawn from, and the digest of their numbers.
    package let population: Int
    package let digest: String
    /// In the order in which they were drawn.
    package let chosen: [String]
    package let chosenDigest: String
}

extension RecheckDraw {
    /// From a list of numbers, such as one that was published: no store is needed for it.
    package func outcome(from numbers: [String]) -> RecheckOutcome {
        let chosen = chosen(from: numbers)
        return RecheckOutcome(
            population: Set(numbers).count,
            digest: Self.digest(of: numbers),
            chosen: chosen,
            chosenDigest: Self.digest(ofDrawn: chosen)
        )
    }
}

extension RecheckDesk {
    /// The draw from the closings in the store, which changes nothing: for whoever works at the
    /// machine's own command line.
    package func rehearse(_ order: RecheckOrder) async throws -> RecheckOutcome {
        try await house.look { turn in
            let terms = turn.town.supervision.recheck
            try order.check(terms, today: turn.at.day(in: turn.town.offset))
            let population = try RecheckPopulation(
                from: order.from,
                to: order.to,
                most: terms.mostMatters,
                in: turn
            )
            guard let population else { throw RecheckRefusal.tooMany }
            return order.draw.outcome(from: population.numbers)
        }
    }
}
