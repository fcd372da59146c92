/// The counts of one table as the public sees them: what is small is withheld, and so is what would
/// give it away.
///
/// A year is published beside its quarters and these beside their months, so that a shown sum less
/// its shown parts must never be a small count.
struct Veil {
    private struct Cell {
        var count = 0
        var isShown = true
        /// The withheld counts of single months that nothing published adds up with others.
        var unknown: [Int] = []
    }

    private static let least = StatisticsDesk.smallest

    private var cells: [String: Cell]

    /// One month.
    ///
    /// Where one cell alone is withheld, the next smallest goes too: it could be worked out from
    /// the total.
    init(month counts: [String: Int]) {
        let bySize = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let small = bySize.count { $0.value < Self.least }
        let hidden = Set(bySize.prefix(small == 1 ? 2 : small).map(\.key))
        cells = Dictionary(
            uniqueKeysWithValues: counts.map { name, count in
                let isShown = !hidden.contains(name)
                return (name, Cell(count: count, isShown: isShown, unknown: isShown ? [] : [count]))
            }
        )
    }

    /// A quarter of its months, or a year of its quarters.
    init(joining parts: [Veil]) {
        cells = [:]
        for part in parts {
            for (name, cell) in part.cells {
                cells[name, default: Cell()].count += cell.count
                cells[name, default: Cell()].unknown += cell.unknown
            }
        }
        for (name, cell) in cells {
            let sum = cell.unknown.reduce(0, +)
            let isVague = cell.unknown.count > 1 && sum >= Self.least
            cells[name]?.isShown = cell.unknown.isEmpty || isVague
        }
        hideCompanion()
        for name in cells.keys where cells[name]?.isShown == true { cells[name]?.unknown = [] }
    }

    /// One withheld cell alone could be worked out from what its months withhold together; a second
    /// one that they withhold too goes with it.
    private mutating func hideCompanion() {
        guard cells.values.count(where: { !$0.isShown }) == 1 else { return }
        let companion = cells.filter { $0.value.isShown && !$0.value.unknown.isEmpty }
            .min { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        if let companion { cells[companion.key]?.isShown = false }
    }

    var shown: [String: Int?] {
        cells.mapValues { $0.isShown ? $0.count : nil }
    }
}

/// The tables of a period as the public sees them.
struct VeiledCounts {
    let registered: Veil
    let answered: Veil
    let kinds: Veil
    let channels: Veil

    init(of period: PublicPeriod, _ counts: (Day, Day) throws -> SummaryCounts) throws {
        let parts = try period.parts.map { try VeiledCounts(of: $0, counts) }
        if parts.isEmpty {
            let month = try counts(period.first, period.last)
            registered = Veil(month: ["": month.registered])
            answered = Veil(month: ["": month.answered])
            kinds = Veil(month: month.kinds)
            channels = Veil(month: month.channels)
        } else {
            registered = Veil(joining: parts.map(\.registered))
            answered = Veil(joining: parts.map(\.answered))
            kinds = Veil(joining: parts.map(\.kinds))
            channels = Veil(joining: parts.map(\.channels))
        }
    }
}
