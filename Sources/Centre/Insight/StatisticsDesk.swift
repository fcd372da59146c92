import Storage

/// Counts of matters and concerns, never of people.
///
/// The public's figures leave out what is small enough to point at somebody.
package struct StatisticsDesk: Sendable {
    /// A cell below this is not shown to the public (DOMAIN 9.3).
    static let smallest = 5
    /// Days; a year and a day, so that a year can be set beside the one before.
    static let longest = 366

    let house: House

    package init(house: House) {
        self.house = house
    }

    /// What was registered between two days, both counted: by kind, by channel, and how much of it
    /// has been answered.
    ///
    /// Without days it is the month so far.
    /// - Parameter viewer: nil for the public, whose small counts are suppressed.
    package func summary(
        from first: Day?,
        to last: Day?,
        for viewer: Viewer?
    ) async throws -> Summary {
        let hidden = !(viewer?.may(.readMatters) ?? false)
        return try await house.look { turn in
            let offset = turn.town.offset
            let to = last ?? turn.at.day(in: offset)
            let from = first ?? to.firstOfMonth
            guard from <= to, to.number - from.number <= Self.longest else {
                throw StatisticsRefusal.period
            }
            let rows = try turn.tx.rows(
                """
                SELECT kind, channel, state, count(*) AS n FROM concerns
                WHERE registered_at >= \(from.start(in: offset))
                    AND registered_at <= \(to.end(in: offset))
                GROUP BY kind, channel, state
                """
            )
            return try Summary(from: from, to: to, rows: rows, suppressing: hidden)
        }
    }
}

package enum StatisticsRefusal: String, Refusal, CaseIterable {
    case period = "period-impossible"

    package var grade: RefusalGrade { .malformed }
    package var field: String? { "to" }
}

/// A period in figures.
///
/// A missing number was too small to be shown.
package struct Summary: Codable, Sendable, Equatable {
    package struct Cell: Codable, Sendable, Equatable {
        package let name: String
        package let count: Int?
    }

    package let from: Day
    package let to: Day
    package let registered: Int?
    package let answered: Int?
    package let kinds: [Cell]
    package let channels: [Cell]
    package let suppressedBelow: Int?

    init(from: Day, to: Day, rows: [Row], suppressing: Bool) throws {
        var kinds: [String: Int] = [:]
        var channels: [String: Int] = [:]
        var answered = 0
        for row in rows {
            let count: Int = try row["n"]
            let state: Concern.State = try row["state"]
            kinds[try row["kind"], default: 0] += count
            channels[try row["channel"], default: 0] += count
            if [.answered, .visited, .rated].contains(state) { answered += count }
        }
        let least = suppressing ? StatisticsDesk.smallest : 0
        func shown(_ count: Int) -> Int? { count < least ? nil : count }
        self.from = from
        self.to = to
        registered = shown(kinds.values.reduce(0, +))
        self.answered = shown(answered)
        self.kinds = Self.cells(kinds, atLeast: least)
        self.channels = Self.cells(channels, atLeast: least)
        suppressedBelow = suppressing ? least : nil
    }

    /// Leaves out what is small; and where that is one cell alone, the next smallest too, since
    /// one missing number could be worked out from the total.
    private static func cells(_ counts: [String: Int], atLeast least: Int) -> [Cell] {
        let bySize = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        var hidden = bySize.prefix { $0.value < least }.map(\.key)
        if hidden.count == 1 { hidden = bySize.prefix(2).map(\.key) }
        return counts.sorted { $0.key < $1.key }.map { name, count in
            Cell(name: name, count: hidden.contains(name) ? nil : count)
        }
    }
}

extension Day {
    fileprivate var firstOfMonth: Day { adding(1 - parts.day) }
}
