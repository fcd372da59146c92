import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Second looks` {
    @Test func `the draw is what anybody computes from the published words`() {
        let numbers = ["MZ20260000014", "MZ20260000022", "MZ20260000030", "MZ20260000049"]
        let draw = RecheckDraw(seed: "2026-03-04", size: 2)
        let drawn = draw.chosen(from: numbers)
        #expect(drawn.count == 2 && Set(drawn).isSubset(of: numbers))
        #expect(draw.chosen(from: numbers.reversed() + numbers) == drawn)
        let whole = RecheckDraw(seed: "2026-03-04", size: 9).chosen(from: numbers)
        #expect(Array(whole.prefix(2)) == drawn)
        let digest = RecheckDraw.digest(of: numbers.reversed())
        #expect(digest == RecheckDraw.digest(of: numbers))
        // printf 'a\nb' | sha256sum
        #expect(
            RecheckDraw.digest(of: ["b", "a", "b"])
                == "7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78"
        )
    }

    static let orders: [(String, String, Int, RecheckRefusal?)] = [
        ("2026-03-01", "2026-03-03", 5, nil), ("2026-03-03", "2026-03-03", 1, nil),
        ("2026-03-01", "2026-03-04", 5, .daysNotOver),
        ("2026-03-03", "2026-03-01", 5, .endsBeforeItBegins),
        ("2025-12-02", "2026-03-03", 5, nil), ("2025-12-01", "2026-03-03", 5, .spanTooLong),
        ("2026-03-01", "2026-03-03", 51, .sizeTooLarge),
    ]

    @Test(arguments: orders)
    func `a draw is of days that are over and of a size that can be looked at`(
        from: String,
        to: String,
        size: Int,
        refusal: RecheckRefusal?
    ) throws {
        let order = RecheckOrder(
            seed: "s",
            size: size,
            from: try #require(Day(from)),
            to: try #require(Day(to))
        )
        let terms = RecheckTerms(mostDays: 92, mostMatters: 100, mostDrawn: 50)
        let today = try #require(Day("2026-03-04"))
        if let refusal {
            #expect(throws: refusal) { try order.check(terms, today: today) }
        } else {
            try order.check(terms, today: today)
        }
    }

    @Test(arguments: Engine.all)
    func `closed matters are drawn, looked at by somebody else, and the draw can be repeated`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let desk = RecheckDesk(house: sample.house)
            var closed: [Walk] = []
            for _ in 0..<3 {
                var walk = try await Walk(sample)
                try await walk.toClosed()
                closed.append(walk)
            }
            let day = sample.clock.now.day()
            sample.clock.move(hours: 30)
            let supervisor = try sample.officer(.supervisor, named: "other")
            let order = RecheckOrder(seed: "福彩 12 03 27", size: 2, from: day, to: day)
            let draw = try await desk.draw(order, by: supervisor, operation: sample.operation())
                .answer
            #expect(draw.population == 3 && draw.chosen.count == 2)
            let expected = order.draw.chosen(from: closed.map(\.number))
            #expect(draw.chosen.map(\.number) == expected)
            let rehearsed = try await desk.rehearse(order)
            #expect(rehearsed.chosen == expected && rehearsed.population == 3)
            #expect(rehearsed.digest == draw.digest)
            #expect(rehearsed.chosenDigest == draw.chosenDigest)
            #expect(order.draw.outcome(from: closed.map(\.number)) == rehearsed)
            let first = try #require(draw.chosen.first)
            let steps = SupervisionDesk(house: sample.house)
            let words = SupervisionWords("电话核实,已经解决", finding: .sound)
            await #expect(throws: SupervisionRefusal.closer) {
                _ = try await steps.move(
                    first.step,
                    .hold,
                    words,
                    by: closed[0].supervisor,
                    operation: sample.operation()
                )
            }
            await #expect(throws: SupervisionRefusal.findingMissing) {
                _ = try await steps.move(
                    first.step,
                    .hold,
                    SupervisionWords("看过"),
                    by: supervisor,
                    operation: sample.operation()
                )
            }
            let done = try await steps.move(
                first.step,
                .hold,
                words,
                by: supervisor,
                operation: sample.operation()
            ).answer
            #expect(done.state == .settled && done.history.last?.finding == "sound")
            // What became of a matter since does not change what was closed on that day.
            let other = try #require(closed.first { $0.number != first.number })
            var reopened = other
            try await reopened.visit(solved: .no)
            let again = try await desk.repeat(draw.id, for: supervisor)
            #expect(again.agrees && again.population == 3)
            try await sample.house.database.write { tx in
                try tx.run("UPDATE recheck_draws SET seed = 'other'")
            }
            #expect(try await !desk.repeat(draw.id, for: supervisor).agrees)
        }
    }

    /// It is drawn from what nobody can add to any more.
    @Test func `a rehearsal keeps the rules of a draw`() async throws {
        try await withCentre(.sqlite) { sample in
            let today = sample.clock.now.day()
            await #expect(throws: RecheckRefusal.daysNotOver) {
                _ = try await RecheckDesk(house: sample.house).rehearse(
                    RecheckOrder(seed: "s", size: 1, from: today, to: today)
                )
            }
        }
    }

    @Test func `without a closing nothing is drawn`() async throws {
        try await withCentre(.sqlite) { sample in
            let day = sample.clock.now.day().adding(-1)
            await #expect(throws: RecheckRefusal.nothingClosed) {
                _ = try await RecheckDesk(house: sample.house).draw(
                    RecheckOrder(seed: "s", size: 1, from: day, to: day),
                    by: try sample.officer(.supervisor),
                    operation: sample.operation()
                )
            }
        }
    }
}
