/// How fair a rota is, in counts of turns of units; of nobody's hours.
package struct RotaFigures: Codable, Sendable, Equatable {
    package struct Share: Codable, Sendable, Equatable {
        package let unit: String
        package let turns: Int
    }

    /// In the town's order.
    package let shares: [Share]
    package let places: Int
    /// Places that nobody takes.
    package let empty: Int
    /// Turns on the same half-day as the week before.
    package let again: Int
    /// Turns on the weekday on which the unit is asked for most.
    package let onBusiest: Int

    package var least: Int { shares.map(\.turns).min() ?? 0 }
    package var most: Int { shares.map(\.turns).max() ?? 0 }

    /// - Parameter places: who sits on which half-day; none where nobody does.
    package init(
        _ places: [(halfDay: HalfDay, unit: String?)],
        of units: [RotatingUnit],
        before: [HalfDay: Set<String>] = [:]
    ) {
        var sitting = before
        var turns: [String: Int] = [:]
        for place in places {
            guard let unit = place.unit else { continue }
            sitting[place.halfDay, default: []].insert(unit)
            turns[unit, default: 0] += 1
        }
        let known = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        let taken = places.compactMap { place in place.unit.map { (place.halfDay, $0) } }
        shares = units.map { Share(unit: $0.code, turns: turns[$0.code] ?? 0) }
        self.places = places.count
        empty = places.count - taken.count
        again = taken.count { halfDay, unit in
            sitting[halfDay.adding(days: -7)]?.contains(unit) ?? false
        }
        onBusiest = taken.count { halfDay, unit in
            known[unit]?.isBusiest(on: halfDay.day) ?? false
        }
    }
}
