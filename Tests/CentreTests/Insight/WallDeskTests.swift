import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The wall's counts` {
    private func snapshot(_ sample: SampleCentre) async throws -> WallSnapshot {
        try await WallDesk(house: sample.house).snapshot()
    }

    @Test(arguments: Engine.all)
    func `follow a matter from the window to its end`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let empty = try await snapshot(sample)
            #expect(empty.today.registered == 0 && empty.stages.isEmpty && empty.due.total == 0)
            #expect(empty.pulse.weeks == 0)

            var walk = try await Walk(sample)
            let fresh = try await snapshot(sample)
            #expect(fresh.today.registered == 1)
            #expect(fresh.today.channels == [.init(code: "walkin", count: 1)])
            #expect(fresh.today.hours[9] == 1 && fresh.today.hours.reduce(0, +) == 1)
            #expect(fresh.stages == [.registered: 1])
            #expect(fresh.due.total == 1 && fresh.units.isEmpty)

            try await walk.accept()
            try await walk.assign("justice")
            try await walk.assign("landResources", .assist)
            let assigned = try await snapshot(sample)
            #expect(assigned.stages == [.assigned: 1])
            #expect(assigned.units.map(\.code) == ["justice", "landResources"])
            #expect(assigned.units.allSatisfy { $0.due.total == 1 })
            #expect(assigned.classes.map(\.code) == ["0902"])
            #expect(assigned.joint.count == 1)
            let line = try #require(assigned.joint.nearest.first)
            #expect(line.matter == walk.id && line.classCode == "0902")
            #expect(line.lead == "justice" && line.assisting == ["landResources"])

            sample.clock.move(hours: 24 * 400)
            let late = try await snapshot(sample)
            #expect(late.due.overdue == 1 && late.due.soon == 0 && late.due.later == 0)
            #expect(late.units.allSatisfy { $0.due.overdue == 1 })
            #expect(late.today.registered == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `leave out a matter that is about a unit of the house`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let walk = try await Walk(sample)
            let unit = try sample.unit("justice")
            try await sample.house.database.write { tx in
                try tx.run(
                    """
                    INSERT INTO matter_conflicts (matter, kind, subject)
                    VALUES (\(walk.id), 'unit', \(unit))
                    """
                )
            }
            let shown = try await snapshot(sample)
            #expect(shown.today.registered == 0 && shown.stages.isEmpty)
            #expect(shown.due.total == 0 && shown.classes.isEmpty && shown.pulse.classes.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `agree with the lists behind them`(engine: Engine) async throws {
        try await withSeededCentre(engine, matters: 400) { sample in
            let shown = try await snapshot(sample)
            for band in Worklist.DueBand.allCases {
                var list = Worklist()
                list.due = band
                #expect(try await count(list, sample) == shown.due.count(in: band), "\(band)")
            }
            for (stage, count) in shown.stages {
                var list = Worklist()
                list.stage = stage
                #expect(try await self.count(list, sample) == count, "\(stage)")
            }
            for share in shown.classes.prefix(5) {
                var list = Worklist()
                list.classCode = share.code
                list.due = .overdue
                guard share.code != nil else { continue }
                #expect(try await count(list, sample) == share.due.overdue)
            }
            #expect(shown.villages.map(\.due.total).reduce(0, +) == shown.due.total)
            #expect(shown.grids.map(\.due.total).reduce(0, +) == shown.due.total)
        }
    }

    private func count(_ list: Worklist, _ sample: SampleCentre) async throws -> Int {
        var list = list
        list.limit = 200
        let supervisor = try sample.officer(.supervisor)
        var count = 0
        repeat {
            let page = try await sample.matters.worklist(list, for: supervisor)
            count += page.items.count
            list.after = page.next
        } while list.after != nil
        return count
    }

    @Test(arguments: Engine.all)
    func `are read from the indexes of what is open`(engine: Engine) async throws {
        try await withSeededCentre(engine, matters: 600) { sample in
            try await sample.house.database.write { tx in try tx.script("ANALYZE") }
            let plans = try await sample.house.look { turn in
                // A few hundred rows are read faster whole; the question is what the indexes can.
                if engine == .postgres { try turn.tx.script("SET LOCAL enable_seqscan = off") }
                let explaining = Explaining(turn.tx)
                let watched = turn.explained(by: explaining)
                let records = WallRecords(turn: watched)
                _ = try records.running()
                _ = try records.stages()
                _ = try records.units()
                _ = try records.today(from: turn.at)
                _ = try records.classes(weeks: 8)
                return explaining.plans
            }
            let indexes = [
                "matters_running", "matters_open", "assignments_live", "concerns_by_day",
                "matters_by_creation",
            ]
            #expect(plans.count == indexes.count)
            // So few rows the other engine rather reads whole.
            for (plan, index) in zip(plans, indexes) where engine == .sqlite {
                #expect(plan.contains(index), "\(plan)")
            }
        }
    }
}

extension DueCount {
    fileprivate func count(in band: Worklist.DueBand) -> Int {
        switch band {
        case .overdue: overdue
        case .soon: soon
        case .later: later
        }
    }
}
