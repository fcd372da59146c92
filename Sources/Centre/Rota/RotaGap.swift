/// What is missing at the hall in the days ahead.
package struct RotaGap: Codable, Sendable, Equatable {
    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// A rotating seat without a unit.
        case nobody
        /// The unit has said that it cannot come.
        case cannotCome
        /// Residents ask for a unit that does not come in these days.
        case inDemand
    }

    package let kind: Kind
    package let day: Day?
    package let half: HalfDay.Half?
    package let seat: String?
    package let unit: String?
    /// The class most asked of the unit, and how often a week, rounded.
    package let classCode: String?
    package let aWeek: Int?
    package let sitting: ID<Sitting>?

    /// So many days ahead are looked at, today among them.
    package static let daysAhead = 8
}

/// What the gaps of some days are found from.
struct RotaOutlook {
    let halfDays: [HalfDay]
    let seats: [String]
    let sittings: [Sitting]
    /// Who has said when that it cannot come.
    let absences: [HalfDay: Set<ID<Unit>>]
    let demand: [RotaDemand]
    let weeks: Int
    let missed: Int
    let town: Town

    var gaps: [RotaGap] { places + missing }

    private var places: [RotaGap] {
        let known = Dictionary(
            sittings.map { (Place(halfDay: $0.halfDay, seat: $0.seat), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return halfDays.flatMap { halfDay in
            seats.compactMap { seat in
                gap(known[Place(halfDay: halfDay, seat: seat)], on: halfDay, at: seat)
            }
        }
    }

    private struct Place: Hashable {
        let halfDay: HalfDay
        let seat: String
    }

    private func gap(_ sitting: Sitting?, on halfDay: HalfDay, at seat: String) -> RotaGap? {
        let unit = sitting?.place.unit
        let isAway = unit.map { absences[halfDay]?.contains($0) ?? false } ?? true
        guard isAway else { return nil }
        return RotaGap(
            kind: unit == nil ? .nobody : .cannotCome,
            day: halfDay.day,
            half: halfDay.half,
            seat: seat,
            unit: unit.flatMap { town.unit($0)?.code },
            classCode: nil,
            aWeek: nil,
            sitting: sitting?.id
        )
    }

    /// Units that residents ask for and that sit nowhere in these days.
    private var missing: [RotaGap] {
        guard !halfDays.isEmpty else { return [] }
        let here = Set(sittings.compactMap(\.place.unit))
        return town.units.filter { !here.contains($0.id) }.compactMap { unit in
            let asked = demand.filter { $0.unit == unit.id }
            let aWeek = asked.map(\.matters).reduce(0, +) / max(1, weeks)
            guard aWeek >= missed else { return nil }
            let classes = Dictionary(grouping: asked, by: \.classCode)
                .mapValues { $0.map(\.matters).reduce(0, +) }
            let most = classes.min { ($1.value, $0.key) < ($0.value, $1.key) }
            return RotaGap(
                kind: .inDemand,
                day: nil,
                half: nil,
                seat: nil,
                unit: unit.code,
                classCode: most?.key,
                aWeek: aWeek,
                sitting: nil
            )
        }
    }
}

/// How many matters of a class came on a weekday, and whose they are by the town's table.
struct RotaDemand: Sendable, Equatable {
    let classCode: String
    let unit: ID<Unit>
    /// 1 is Monday.
    let weekday: Int
    let matters: Int
}
