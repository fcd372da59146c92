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
    /// Staff ask for any period and get the month so far without days. The public asks for a whole
    /// month, quarter or year that has ended and gets the last month without days: two periods that
    /// differ by a day would, one taken from the other, show what happened on that day.
    /// - Parameter viewer: nil for the public, whose small counts are suppressed.
    package func summary(
        from first: Day?,
        to last: Day?,
        for viewer: Viewer?
    ) async throws -> Summary {
        let isPublic = !(viewer?.may(.readMatters) ?? false)
        return try await house.look { turn in
            let today = turn.at.day(in: turn.town.offset)
            if isPublic {
                let period = try PublicPeriod(from: first, to: last, today: today)
                return try Summary(of: period) { try counts(from: $0, to: $1, in: turn) }
            }
            let to = last ?? today
            let from = first ?? to.firstOfMonth
            guard from <= to, to.number - from.number <= Self.longest else {
                throw StatisticsRefusal.period
            }
            return Summary(from: from, to: to, try counts(from: from, to: to, in: turn))
        }
    }

    private func counts(from: Day, to: Day, in turn: Turn) throws -> SummaryCounts {
        let offset = turn.town.offset
        return try SummaryCounts(
            turn.tx.rows(
                """
                SELECT kind, channel, state, count(*) AS n FROM concerns
                WHERE registered_at >= \(from.start(in: offset))
                    AND registered_at <= \(to.end(in: offset))
                GROUP BY kind, channel, state
                """
            )
        )
    }
}

package enum StatisticsRefusal: String, Refusal, CaseIterable {
    case period = "period-impossible"
    case notWhole = "period-not-whole"

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

    /// All of it, for staff.
    init(from: Day, to: Day, _ counts: SummaryCounts) {
        self.from = from
        self.to = to
        registered = counts.registered
        answered = counts.answered
        kinds = Self.cells(counts.kinds)
        channels = Self.cells(counts.channels)
        suppressedBelow = nil
    }

    /// What the public sees.
    init(of period: PublicPeriod, _ counts: (Day, Day) throws -> SummaryCounts) throws {
        let veiled = try VeiledCounts(of: period, counts)
        from = period.first
        to = period.last
        registered = veiled.registered.shown[""] ?? nil
        answered = veiled.answered.shown[""] ?? nil
        kinds = Self.cells(veiled.kinds.shown)
        channels = Self.cells(veiled.channels.shown)
        suppressedBelow = StatisticsDesk.smallest
    }

    private static func cells(_ counts: [String: Int?]) -> [Cell] {
        counts.sorted { $0.key < $1.key }.map { Cell(name: $0.key, count: $0.value) }
    }
}

extension Day {
    var firstOfMonth: Day { adding(1 - parts.day) }
}
