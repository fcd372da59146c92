/// How often a class of matters came up in the last seven days, against the weeks before: the same
/// weekdays and hours of each.
///
/// It speaks of classes, never of people or units.
package struct ClassPulse: Codable, Sendable, Equatable {
    package let code: String
    package let thisWeek: Int
    /// The mean of the weeks before, in tenths.
    package let usualTenths: Int
    package let isHot: Bool

    /// Fewer are no news, whatever the weeks before were (DOMAIN 9.3, S6).
    package static let least = 5
    /// Fewer weeks before tell nothing of what is usual.
    package static let weeksNeeded = 4
    package static let weeksAtMost = 8

    /// - Parameters:
    ///   - before: the counts of the weeks before, the nearest first.
    package init(code: String, thisWeek: Int, before: [Int]) {
        self.code = code
        self.thisWeek = thisWeek
        let weeks = Double(max(1, before.count))
        let mean = Double(before.reduce(0, +)) / weeks
        let spread = before.map { (Double($0) - mean) * (Double($0) - mean) }.reduce(0, +) / weeks
        // Even weeks all alike leave room for chance: counts scatter by the root of their mean.
        let scatter = max(spread.squareRoot(), mean.squareRoot())
        usualTenths = Int((mean * 10).rounded())
        isHot =
            before.count >= Self.weeksNeeded && thisWeek >= Self.least
            && Double(thisWeek) > mean + 2 * scatter
    }
}

extension ClassPulse {
    /// How many whole weeks before this one a house has that opened its first matter then.
    package static func weeks(since first: Moment?, now: Moment) -> Int {
        guard let first else { return 0 }
        let age = now.milliseconds - first.milliseconds
        return min(weeksAtMost, max(0, Int(age / week) - 1))
    }

    static let week: Int64 = 7 * 24 * 3_600_000
}
