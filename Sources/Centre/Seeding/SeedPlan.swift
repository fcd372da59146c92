import Foundation

/// What is to be seeded: how many matters, from which seed, up to which moment.
///
/// Everything that follows is a function of the plan and a place in it, so that batches are made in any order.
struct SeedPlan: Sendable {
    let town: Town
    let staff: SeedStaff
    let keyring: Keyring
    let keys: HouseKeys
    let count: Int
    let seed: UInt64
    let now: Moment
    let book: Book
    let choices: Choices

    /// Matters in a row that may form a group among them.
    static let block = 64
    private static let years = 3
    private static let span = Double(years) * 365 * 86_400_000

    /// When the matter at the place was registered.
    ///
    /// Later places come later, and there are more
    /// of them the nearer it gets to now, so that much of the work is still open.
    func registered(_ place: Int) -> Moment {
        let rest = Double(count - place) / Double(count)
        return now.adding(milliseconds: -Int64(pow(rest, 1.5) * Self.span) - 60_000)
    }

    var blocks: Int { (count + Self.block - 1) / Self.block }

    func places(ofBlock block: Int) -> Range<Int> {
        block * Self.block..<min((block + 1) * Self.block, count)
    }

    func number(of place: Int) -> String {
        let year = registered(place).day(in: town.offset).year
        return town.numbering.number(serial: book.serial(of: place, year: year), year: year)
    }
}

extension SeedPlan {
    /// Which serials of each year's book the seeded numbers are.
    struct Book: Sendable {
        let years: [Year]

        struct Year: Sendable {
            let year: Int
            /// The places of the plan that fall into the year.
            let places: Range<Int>
            /// The last serial given out before.
            var last = 0
        }

        func serial(of place: Int, year: Int) -> Int {
            guard let known = years.first(where: { $0.year == year }) else { return 0 }
            return known.last + place - known.places.lowerBound + 1
        }
    }

    /// The years of the plan, found by halving: later places are never earlier.
    static func years(count: Int, of year: (Int) -> Int) -> [Book.Year] {
        var years: [Book.Year] = []
        var start = 0
        while start < count {
            let current = year(start)
            var low = start
            var high = count
            while high - low > 1 {
                let middle = (low + high) / 2
                if year(middle) == current { low = middle } else { high = middle }
            }
            years.append(Book.Year(year: current, places: start..<high))
            start = high
        }
        return years
    }

    /// The town's lists as the seeding draws from them.
    struct Choices: Sendable {
        let classes: [DisputeClass]
        let places: [Place]
        let items: [Item]

        struct Place: Sendable {
            let name: String
            let village: ID<Area>?
            let grid: ID<Area>?
        }

        init(_ town: Town, on day: Day) throws {
            classes = town.classes.filter { !$0.hidden }
            places = town.areas.filter { $0.level >= .village && $0.stands(on: day) }.map { area in
                Place(
                    name: area.name.zh,
                    village: area.level == .grid ? area.parent : area.id,
                    grid: area.level == .grid ? area.id : nil
                )
            }
            items = town.items
            let grounds = town.grounds
            guard !classes.isEmpty, !places.isEmpty, !town.legalRoutes.isEmpty,
                !grounds.refusal.isEmpty, !grounds.closure.isEmpty, !grounds.returns.isEmpty
            else { throw SeedingRefusal.townTooSmall }
        }
    }
}
