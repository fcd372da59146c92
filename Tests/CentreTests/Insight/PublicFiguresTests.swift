import TestSupport
import Testing

@testable import Centre

@Suite struct `What the public may count` {
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        ("2026-01-01", "2026-01-31", 1), ("2026-02-01", "2026-02-28", 1),
        ("2024-02-01", "2024-02-29", 1), ("2026-01-01", "2026-03-31", 3),
        ("2025-10-01", "2025-12-31", 3), ("2025-01-01", "2025-12-31", 12),
    ])
    func `a whole month, quarter or year`(from: String, to: String, months: Int) throws {
        let period = try PublicPeriod(
            from: Self.day(from),
            to: Self.day(to),
            today: Self.day("2026-04-15")
        )
        #expect(period.length == months)
        let parts = period.parts
        #expect(parts.count == [1: 0, 3: 3, 12: 4][months])
        if let first = parts.first, let last = parts.last {
            #expect(first.first == period.first && last.last == period.last)
            for (one, next) in zip(parts, parts.dropFirst()) {
                #expect(next.first == one.last.adding(1))
            }
        }
    }

    @Test(arguments: [
        ("2026-01-02", "2026-01-31"), ("2026-01-01", "2026-01-30"), ("2026-01-01", "2026-02-28"),
        ("2025-12-01", "2026-02-28"), ("2025-02-01", "2025-04-30"), ("2025-01-01", "2025-06-30"),
        ("2026-04-01", "2026-04-30"), ("2025-04-01", "2026-03-31"),
    ])
    func `nothing in between, and nothing that still goes on`(from: String, to: String) throws {
        let (first, last) = (try Self.day(from), try Self.day(to))
        let today = try Self.day("2026-04-15")
        #expect(throws: StatisticsRefusal.notWhole) {
            try PublicPeriod(from: first, to: last, today: today)
        }
    }

    @Test func `without days it is the last month that has ended`() throws {
        let period = try PublicPeriod(from: nil, to: nil, today: Self.day("2026-03-01"))
        #expect(period.first == (try Self.day("2026-02-01")))
        #expect(period.last == (try Self.day("2026-02-28")))
    }

    private func quarter(_ months: [[String: Int]]) -> [String: Int?] {
        Veil(joining: months.map(Veil.init(month:))).shown
    }

    @Test func `a quarter does not give a month's small count away`() {
        // a is withheld in one month alone: the quarter less the two others would show it.
        let shown = quarter([
            ["a": 3, "b": 4, "c": 90], ["a": 10, "b": 20, "c": 80], ["a": 11, "b": 21, "c": 70],
        ])
        #expect(isWithheld("a", in: shown))
        #expect(isWithheld("b", in: shown))
        #expect(shown["c"] == .some(240))
    }

    @Test func `what several months withhold may be told as their sum`() {
        let months = [
            ["a": 3, "b": 4, "c": 90], ["a": 4, "b": 3, "c": 80], ["a": 11, "b": 21, "c": 70],
        ]
        #expect(quarter(months) == ["a": 18, "b": 28, "c": 240])
    }

    @Test func `a year does not give away what its quarters withhold`() {
        let plain = ["a": 10, "b": 20, "c": 30]
        let small = ["a": 2, "b": 3, "c": 30]
        let first = Veil(joining: [small, small, plain].map(Veil.init(month:)))
        let second = Veil(joining: [small, plain, plain].map(Veil.init(month:)))
        let calm = Veil(joining: [plain, plain, plain].map(Veil.init(month:)))
        // Two months of a: 2 + 2 is still less than five, so the first quarter withholds it.
        #expect(isWithheld("a", in: first.shown))
        #expect(isWithheld("b", in: second.shown))
        let year = Veil(joining: [first, second, calm, calm]).shown
        #expect(year["c"] == .some(360))
        let once = Veil(joining: [calm, second, calm, calm]).shown
        #expect(isWithheld("a", in: once) && isWithheld("b", in: once))
    }

    private func isWithheld(_ name: String, in shown: [String: Int?]) -> Bool {
        if case .some(.none) = shown[name] { return true }
        return false
    }

    /// Whatever the counts, no withheld month can be worked out from quarter and months.
    @Test(arguments: 0..<200)
    func `no single withheld month follows from what is shown`(seed: Int) {
        var dice = MonthDice(seed)
        let months = (0..<3).map { _ in
            Dictionary(
                uniqueKeysWithValues: ["a", "b", "c", "d"].map { ($0, dice.number(below: 12)) }
            )
        }
        let veils = months.map(Veil.init(month:))
        let shown = Veil(joining: veils).shown
        for name in ["a", "b", "c", "d"] {
            let withheld = zip(veils, months).filter { isWithheld(name, in: $0.0.shown) }
                .map { $0.1[name] ?? 0 }
            guard !isWithheld(name, in: shown), !withheld.isEmpty else { continue }
            #expect(withheld.count > 1 && withheld.reduce(0, +) >= StatisticsDesk.smallest)
        }
        let hidden = shown.keys.filter { isWithheld($0, in: shown) }
        #expect(hidden.count != 1)
    }
}

private struct MonthDice {
    private var state: UInt64

    init(_ seed: Int) {
        state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    }

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
