import Storage

/// The published tables of a period, by month besides.
///
/// A missing count was too small to be shown.
package struct PeriodFigures: Sendable, Equatable {
    package let from: Day
    package let to: Day
    package let tables: [FigureTable: [String: Int?]]
    package let months: [Month]
    package let suppressedBelow: Int?

    package struct Month: Sendable, Equatable {
        package let first: Day
        package let registered: Int?
        package let answered: Int?
    }

    package subscript(table: FigureTable) -> [String: Int?] { tables[table] ?? [:] }

    /// The only count of a table that has but one.
    package func single(_ table: FigureTable) -> Int? { self[table][""] ?? nil }
}

/// Figures for people: what ``StatisticsDesk`` counts, and beside it class, village, punctuality
/// and what residents said.
package struct FiguresDesk: Sendable {
    /// The months shown beside a period.
    static let months = 12

    let house: House
    private let shelf = FigureShelf()

    package init(house: House) {
        self.house = house
    }

    /// For everybody: a whole month, quarter or year that has ended, small counts left out.
    package func published(from first: Day?, to last: Day?) async throws -> PeriodFigures {
        try await house.look { turn in
            let today = turn.at.day(in: turn.town.offset)
            let period = try PublicPeriod(from: first, to: last, today: today)
            let counts = { (from: Day, to: Day) in try shelf.counts(from: from, to: to, in: turn) }
            let veils = try Self.veils(of: period, counts)
            return PeriodFigures(
                from: period.first,
                to: period.last,
                tables: veils.mapValues(\.shown),
                months: try begun(Self.months(upTo: period.last), counts).map { month in
                    let alone = try PublicPeriod(from: month, to: nil, today: today)
                    let shown = try Self.veils(of: alone, counts)
                    return PeriodFigures.Month(
                        first: month,
                        registered: shown[.registered]?.shown[""] ?? nil,
                        answered: shown[.answered]?.shown[""] ?? nil
                    )
                },
                suppressedBelow: StatisticsDesk.smallest
            )
        }
    }

    /// For staff: any period of at most a year, everything in it; the month so far without days.
    package func figures(
        from first: Day?,
        to last: Day?,
        for viewer: Viewer
    ) async throws -> PeriodFigures {
        try viewer.require(.readMatters)
        return try await house.look { turn in
            let today = turn.at.day(in: turn.town.offset)
            let to = last ?? today
            let from = first ?? to.firstOfMonth
            guard from <= to, to.number - from.number <= StatisticsDesk.longest else {
                throw StatisticsRefusal.period
            }
            let whole = try FigureRecords(turn: turn).counts(from: from, to: to)
            let monthly = { (from: Day, to: Day) in try shelf.counts(from: from, to: to, in: turn) }
            let tables = FigureTable.allCases.map { ($0, whole[$0].mapValues(Optional.some)) }
            return PeriodFigures(
                from: from,
                to: to,
                tables: Dictionary(tables, uniquingKeysWith: { first, _ in first }),
                months: try begun(Self.months(upTo: to), monthly).map { month in
                    let counts = try monthly(month, month.lastOfMonth)
                    return PeriodFigures.Month(
                        first: month,
                        registered: counts[.registered][""],
                        answered: counts[.answered][""]
                    )
                },
                suppressedBelow: nil
            )
        }
    }

    /// Without the months before the first concern was ever registered: the centre had not begun.
    private func begun(
        _ months: [Day],
        _ counts: (Day, Day) throws -> FigureCounts
    ) throws -> [Day] {
        let first = try months.firstIndex { month in
            try counts(month, month.lastOfMonth)[.registered][""] ?? 0 > 0
        }
        return Array(months.suffix(from: first ?? months.count - 1))
    }

    private static func months(upTo last: Day) -> [Day] {
        var months = [last.firstOfMonth]
        while months.count < Self.months, let first = months.first {
            months.insert(first.adding(-1).firstOfMonth, at: 0)
        }
        return months
    }

    private static func veils(
        of period: PublicPeriod,
        _ counts: (Day, Day) throws -> FigureCounts
    ) throws -> [FigureTable: Veil] {
        let parts = try period.parts.map { try veils(of: $0, counts) }
        guard parts.isEmpty else {
            return Dictionary(
                uniqueKeysWithValues: FigureTable.allCases.map { table in
                    (table, Veil(joining: parts.compactMap { $0[table] }))
                }
            )
        }
        let month = try counts(period.first, period.last)
        return Dictionary(
            uniqueKeysWithValues: FigureTable.allCases.map { table in
                (table, Veil(month: month[table]))
            }
        )
    }
}
