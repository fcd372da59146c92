/// Who sits when while a rota is drafted, by the places of units and half-days in the brief:
/// numbers instead of names, since a year asks some hundred thousand times.
struct TurnTable {
    let units: Int
    let halves: Int
    let seats: Int
    /// The units on each half-day.
    private(set) var sitting: [[Int]]
    private(set) var turns: [Int]
    private var sits: [Bool]
    private let can: [Bool]
    private let satBefore: [Bool]
    private let asked: [Int]
    private let weekday: [Int]
    /// The same half-day a week earlier and later, or -1.
    private let earlier: [Int]
    private let later: [Int]
    /// Counted on by seven days.
    let week: [Int]

    init(_ brief: RotaBrief) {
        units = brief.units.count
        halves = brief.halfDays.count
        seats = brief.seats.count
        let places = Dictionary(
            brief.halfDays.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        sitting = Array(repeating: [], count: brief.halfDays.count)
        turns = [Int](repeating: 0, count: brief.units.count)
        sits = [Bool](repeating: false, count: brief.units.count * brief.halfDays.count)
        can = brief.units.flatMap { unit in brief.halfDays.map { unit.canSit(on: $0) } }
        satBefore = brief.units.flatMap { unit in
            brief.halfDays.map { brief.before[$0.adding(days: -7)]?.contains(unit.code) ?? false }
        }
        asked = brief.units.flatMap { unit in (1...7).map { unit.asked[safely: $0 - 1] } }
        weekday = brief.halfDays.map { $0.day.weekday - 1 }
        earlier = brief.halfDays.map { places[$0.adding(days: -7)] ?? -1 }
        later = brief.halfDays.map { places[$0.adding(days: 7)] ?? -1 }
        // Day 0 of the count was a Thursday.
        week = brief.halfDays.map { Int64($0.day.number + 3).flooredDivision(by: 7) }
    }

    func canTake(_ unit: Int, _ half: Int) -> Bool {
        let place = unit * halves + half
        return can[place] && !sits[place]
    }

    func sits(_ unit: Int, _ half: Int) -> Bool { sits[unit * halves + half] }

    func asked(_ unit: Int, _ half: Int) -> Int { asked[unit * 7 + weekday[half]] }

    mutating func seat(_ unit: Int, _ half: Int) {
        sits[unit * halves + half] = true
        sitting[half].append(unit)
        turns[unit] += 1
    }

    mutating func unseat(_ unit: Int, _ half: Int) {
        sits[unit * halves + half] = false
        sitting[half].removeAll { $0 == unit }
        turns[unit] -= 1
    }

    func satWeekBefore(_ unit: Int, _ half: Int) -> Bool {
        let before = earlier[half]
        return before < 0 ? satBefore[unit * halves + half] : sits[unit * halves + before]
    }

    /// With how many neighbours, a week earlier and a week later, it would be the same half-day
    /// again.
    func neighbours(_ unit: Int, _ half: Int) -> Int {
        let after = later[half]
        let isAfter = after >= 0 && sits[unit * halves + after]
        return (satWeekBefore(unit, half) ? 1 : 0) + (isAfter ? 1 : 0)
    }
}

extension [Int] {
    fileprivate subscript(safely place: Int) -> Int { indices.contains(place) ? self[place] : 0 }
}
