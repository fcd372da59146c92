import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Silence of a called unit` {
    @Test(arguments: Engine.all)
    func `goes up to the deputy, then to the director, each once`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let table = try await Whistled(sample)
            let blown = try await table.blow(table.order(kind: "emergency"))
            let desk = table.desk
            #expect(try await desk.raise().raised == 0)
            sample.clock.move(to: blown.calls[0].due)
            let first = try await desk.raise()
            #expect(first.raised == 2)
            #expect(try await desk.raise().raised == 0)
            try await table.move(
                blown.call("police").id,
                .come,
                nil,
                by: table.liaison("police")
            )
            sample.clock.move(to: blown.calls[0].due.adding(milliseconds: 15 * 60_000))
            #expect(try await desk.raise().raised == 1)
            sample.clock.move(hours: 48)
            #expect(try await desk.raise().raised == 0)
            let told = try await table.notices(.whistleSilent).map {
                "\($0["unit"] ?? "") \($0["rung"] ?? "")"
            }
            #expect(
                told.sorted() == ["housing deputy", "housing director", "police deputy"]
            )
            let (replayed, kept) = (try await table.told(), try await table.kept())
            #expect(kept == Whistled.lines(replayed))
        }
    }

    @Test func `that was answered before the house looked is entered all the same`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let table = try await Whistled(sample)
            let blown = try await table.blow(table.order(kind: "emergency"))
            sample.clock.move(hours: 1)
            let late = try await table.move(
                blown.call("police").id,
                .come,
                nil,
                by: table.liaison("police")
            )
            #expect(
                try late.call("police").history.map(\.act).filter { $0 == .whistleRisen }.count == 2
            )
            #expect(try late.call("housing").rung == .director)
            #expect(try await table.notices(.whistleSilent).isEmpty)
            #expect(try await table.desk.raise().raised == 0)
            let month = WhistleMonth(of: sample.clock.now.day())
            let figures = try await table.desk.figures(of: month, for: table.walk.director)
            let police = try #require(figures.first { $0.unit.code == "police" })
            #expect(police.calls(.called) == 1 && police.calls(.silent) == 1)
            #expect(police.calls(.answeredInTime) == 0)
        }
    }

    /// The deputy is a director posted where the pack says; without one the next rung hears.
    @Test(arguments: [true, false])
    func `is told to the deputy, or at once to the director where there is none`(
        hasDeputy: Bool
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let director = try await sample.enrolled(.director, "centre", named: "主任")
            var deputy: Viewer?
            if hasDeputy {
                deputy = try await sample.enrolled(.director, "politicalLegal", named: "副主任")
            }
            let table = try await Whistled(sample)
            let blown = try await table.blow(table.order(kind: "emergency"))
            sample.clock.move(to: blown.calls[0].due)
            try await table.desk.raise()
            while try await OutboxDesk(house: sample.house).deliver().taken > 0 {}
            let told: [ID<Officer>] = try await sample.house.look { turn in
                try turn.tx.rows(
                    "SELECT DISTINCT officer FROM notices WHERE kind = 'whistleSilent'"
                ).map { try $0[0] }
            }
            #expect(told == [deputy?.officer ?? director.officer])
        }
    }

    @Test func `boards, figures and rising silence walk along their indexes`() async throws {
        try await withCentre(.sqlite) { sample in
            let dispatcher = try sample.officer(.dispatcher)
            let police = try sample.officer(.liaison, "police")
            let month = WhistleMonth(of: sample.clock.now.day())
            let plans = try await sample.house.look { turn in
                let (centre, unit) = (
                    Sight(dispatcher, using: .whistle, in: turn.town),
                    Sight(police, using: .answerWhistle, in: turn.town)
                )
                let list = WhistleList()
                let counting = WhistleCounting(month: month, sight: centre, turn: turn)
                let calls = WhistleCallList(
                    month: month,
                    unit: try sample.unit("police"),
                    measure: .declined
                )
                let queries: [(SQL, String)] = [
                    (WhistleRecords.silence(at: turn.at, limit: 50), "whistle_calls_rising"),
                    (WhistleQuery(list: list, sight: centre).sql, "whistles_in_order"),
                    (WhistleQuery(list: list, sight: unit).sql, "whistle_calls_of_unit"),
                    (counting.sums, "whistle_calls_in_time"),
                    (counting.lines(calls), "whistle_calls_of_unit_in_time"),
                ]
                return try queries.map { query, index in
                    (try explained(query, in: turn.tx), index)
                }
            }
            for (plan, index) in plans {
                #expect(plan.contains(index), "\(plan)")
                #expect(!plan.contains("SCAN c ") && !plan.contains("SCAN w "), "\(plan)")
            }
        }
    }

    private func explained(_ query: SQL, in tx: Transaction) throws -> String {
        try tx.rows("\(tx.dialect.explain) \(query)").map { "\($0.values)" }
            .joined(separator: " ")
    }
}
