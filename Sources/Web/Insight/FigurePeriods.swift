import Centre

/// The periods that are published, by the words they have in an address: `2026-02`, `2026-q1`,
/// `2026`.
struct FigurePeriod: Sendable, Equatable {
    let word: String
    let from: Day
    let to: Day

    init?(_ word: String) {
        let halves = word.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = halves.first.flatMap({ Int($0) }), (2000...2200).contains(year) else {
            return nil
        }
        if halves.count == 1 {
            self.init(word, year, months: 1...12)
        } else if halves.count == 2, halves[1].count == 2 {
            let isQuarter = halves[1].hasPrefix("q")
            guard let number = Int(halves[1].drop { $0 == "q" }) else { return nil }
            if isQuarter, (1...4).contains(number) {
                self.init(word, year, months: (number * 3 - 2)...(number * 3))
            } else if !isQuarter, (1...12).contains(number) {
                self.init(word, year, months: number...number)
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    private init?(_ word: String, _ year: Int, months: ClosedRange<Int>) {
        let (last, first) = (months.upperBound, months.lowerBound)
        let after = Day(year: last == 12 ? year + 1 : year, month: last % 12 + 1, day: 1)
        guard let from = Day(year: year, month: first, day: 1), let after else { return nil }
        self.word = word
        self.from = from
        to = after.adding(-1)
    }

    func name(_ say: Wording) -> String {
        let halves = word.split(separator: "-").map(String.init)
        guard halves.count == 2 else { return say("figures-year", ["year": word]) }
        if halves[1].hasPrefix("q") {
            let quarter = String(halves[1].dropFirst())
            return say("figures-quarter", ["year": halves[0], "quarter": quarter])
        }
        let month = say("month-\(from.parts.month)")
        return say("figures-month", ["year": halves[0], "month": month])
    }

    /// Those that have ended: the last twelve months, four quarters and two years.
    static func ended(by today: Day) -> [FigurePeriod] {
        let (year, month, _) = today.parts
        let months = (1...12).map { back in
            let count = year * 12 + month - 1 - back
            let number = count % 12 + 1
            return "\(count / 12)-\(number < 10 ? "0" : "")\(number)"
        }
        let quarters = (1...4).map { back in
            let count = year * 4 + (month - 1) / 3 - back
            return "\(count / 4)-q\(count % 4 + 1)"
        }
        return (months + quarters + ["\(year - 1)", "\(year - 2)"]).compactMap { FigurePeriod($0) }
    }
}
