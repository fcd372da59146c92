import Foundation
import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The demonstration, played` {
    /// Few, with every stage among their ends.
    private static let few: Set<String> = [
        "story-twice", "story-lamps", "lamp-a", "new-lamp", "accepted-bus", "unsigned-duct",
        "late-wall", "unverified-fee", "waiting-deed", "court-verdict", "paused-crack",
        "contested-smell", "sister-phone", "ended-lawsuit", "objected-hukou", "kindness",
        "unvisited", "late-scale",
    ]

    @Test func `the rota covers today, and labour is on duty on the day of the wages`()
        async throws
    {
        try await withDemo { sample, desk in
            let (found, findings) = DemoRota.read(try SamplePack.pack())
            #expect(findings.isEmpty)
            let rota = try #require(found)
            try await desk.play(rota)
            try await desk.play(rota)
            let hall = HallDesk(house: sample.house)
            let seats = sample.town.rota.seats.map(\.code)
            let today = try await hall.today()
            #expect(today.halves.map { $0.seats.map(\.seat) } == [seats, seats])
            #expect(today.halves.flatMap(\.seats).allSatisfy { $0.unit != nil })
            let wages = try await hall.days(from: try #require(Day("2023-09-25")), count: 1)[0]
            for part in wages.halves {
                #expect(part.seats.first { $0.seat == "T1" }?.unit == "labour")
                #expect(Set(part.seats.compactMap(\.unit)).count == seats.count)
            }
            let gaps = try await RotaDesk(house: sample.house)
                .gaps(for: try sample.officer(.director))
            #expect(gaps.isEmpty)
            let whole = try await sample.house.timeline.verify(sample.house.database)
            #expect(whole.isWhole)
        }
    }

    @Test func `every stage occurs, the timeline is whole, and a second load changes nothing`()
        async throws
    {
        try await withDemo { sample, desk in
            let outcome = try await desk.load(only: Self.few)
            #expect(outcome.played > 100)
            let stages = try await sample.told()
            #expect(Set(stages.map(\.stage)) == Set(Matter.Stage.allCases))
            let verification = try await sample.house.timeline.verify(sample.house.database)
            #expect(verification.findings.isEmpty)
            let again = try await desk.load(only: Self.few)
            #expect(again.played == 0)
            #expect(try await sample.told() == stages)
            let plan = try #require(again.plan)
            let codes = try await desk.codes(of: plan)
            #expect(codes.count == plan.concerns.count)
            let first = try #require(codes.first)
            let followed = try await sample.intake.follow(first.number, code: first.code)
            #expect(followed.title == first.title)
        }
    }

    @Test func `the unfinished estate is at one table, with promises kept and one that is open`()
        async throws
    {
        try await withDemo { sample, desk in
            _ = try await desk.load(only: ["story-estate"])
            let told = try await sample.told()
            let number = try #require(told.first?.number)
            let matter = try await sample.house.look { turn in
                try Concern.find(number: number, in: turn.tx).matter
            }
            let joint = try await JointDesk(house: sample.house)
                .joint(of: matter, for: try sample.officer(.director))
            #expect(joint.open && joint.meetings.map(\.state) == [.held, .held, .held])
            #expect(joint.meetings.allSatisfy { !$0.decisions.isEmpty && $0.minutes != nil })
            let promised = joint.meetings.flatMap(\.pledges)
            #expect(promised.filter { $0.state == .kept }.count == 3)
            #expect(promised.filter { $0.state == .open }.count == 2)
        }
    }

    @Test func `two stores on one day hold the same, also when one load was stopped`() async throws
    {
        let few: Set<String> = ["story-lamps", "lamp-a", "court-verdict", "sister-phone"]
        var told: [[Told]] = []
        for stopsEarly in [false, true] {
            try await withDemo { sample, desk in
                if stopsEarly {
                    await #expect(throws: Stopped.self) {
                        try await desk.load(only: few) { done, _ in
                            if done == 23 { throw Stopped() }
                        }
                    }
                }
                let outcome = try await desk.load(only: few)
                #expect(outcome.played > 0)
                told.append(try await sample.told())
            }
        }
        #expect(told[0] == told[1])
        #expect(!told[0].isEmpty)
    }

    @Test func `a store with a life of its own is left alone`() async throws {
        try await withDemo { sample, desk in
            let clerk = try sample.officer(.clerk)
            _ = try await sample.intake.register(.sample, by: clerk, operation: sample.operation())
            let outcome = try await desk.load(only: Self.few)
            #expect(outcome.plan == nil)
            #expect(try await sample.told().count == 1)
        }
    }
}

private struct Stopped: Error {}

/// What a concern came to, without ids and secrets.
private struct Told: Equatable {
    let number: String
    let stage: Matter.Stage
    let state: Concern.State
    let registeredAt: Moment
    let due: Moment
}

extension SampleCentre {
    fileprivate func told() async throws -> [Told] {
        try await house.look { turn in
            let rows = try turn.tx.rows(
                """
                SELECT c.number, m.stage, c.state, c.registered_at, m.due_at
                FROM concerns c JOIN matters m ON m.id = c.matter ORDER BY c.number
                """
            )
            return try rows.map { row in
                try Told(
                    number: row[0],
                    stage: row[1],
                    state: row[2],
                    registeredAt: row[3],
                    due: row[4]
                )
            }
        }
    }
}

/// Gives the test a centre with the demonstration's officers.
private func withDemo(_ body: (SampleCentre, DemoDesk) async throws -> Void) async throws {
    let pack = try SamplePack.pack()
    let (script, findings) = DemoScript.read(pack)
    guard let script else { throw PackRefusal(findings: findings) }
    try await withCentre(.sqlite, at: "2026-11-23T16:00:00+08:00") { sample in
        let access = AccessDesk(house: sample.house)
        let town = sample.town
        let people = Dictionary(grouping: pack.demo.officers, by: \.login)
        try await sample.house.database.write { tx in
            for (login, places) in people.sorted(by: { $0.key < $1.key }) {
                let newcomer = Newcomer(login: login, name: places[0].name, password: nil)
                let officer = try access.add(newcomer, by: .house, in: tx)
                for place in places {
                    guard let unit = town.unit(code: place.unit) else { throw NotFound() }
                    let now = sample.house.world.now()
                    let area = place.area.flatMap { town.area(code: $0, on: now.day()) }
                    let post = Post(
                        id: sample.house.world.newID(),
                        officer: officer.id,
                        unit: unit.id,
                        role: place.role,
                        area: area?.id,
                        validFrom: now
                    )
                    try access.give(post, by: .house, in: tx)
                }
            }
        }
        let desk = DemoDesk(house: sample.house, script: script, staff: pack.demo)
        try await body(sample, desk)
    }
}
