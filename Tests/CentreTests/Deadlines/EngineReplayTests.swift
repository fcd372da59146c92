import Storage
import TestSupport
import Testing

@testable import Centre

/// Random histories, written as entries into a store and read out of it again.
@Suite struct `A history in the store` {
    /// One thing that happens, the same on whatever engine.
    private struct Happening {
        let act: Act
        let toConcern: Bool
        let assignment: ID<Assignment>?
        let hours: Int
        let facts: [String: String]
    }

    private static let acts: [Act] = [
        .supplementCalled, .concernSupplemented, .matterAccepted, .assignmentMade,
        .assignmentSigned, .assignmentReplied, .assignmentReturned, .matterReplied,
        .replyVerified, .replySentBack, .matterSuspended, .matterResumed, .extensionGranted,
        .dueKept, .firstContact, .matterClosed, .matterReopened, .concernAnswered,
        .concernContested, .concernWithdrawn, .matterTerminated, .conferenceCalled,
    ]

    private func history(seed: UInt64, from start: Moment) throws -> [Happening] {
        var dice = SeededDice(seed: seed)
        return try (0..<Int(dice.within(5...40))).map { _ in
            let act = Self.acts[Int(dice.within(0...Int64(Self.acts.count - 1)))]
            let hours = Int(dice.within(1...1200))
            let rules = ["PM-FINISH", "FINISH-COMPLAINT", "XF-REG", "LOCAL-ASSIST"]
            let until = start.adding(hours: hours + Int(dice.within(-20...400)))
            let part: ID<Assignment> = try ID(
                bytes: [UInt8](repeating: 9, count: 15) + [UInt8(dice.within(1...3))]
            )
            return Happening(
                act: act,
                toConcern: act.rawValue.hasPrefix("concern") || act == .firstContact,
                assignment: act.rawValue.hasPrefix("assignment") ? part : nil,
                hours: hours,
                facts: [
                    "role": ["lead", "assist"][Int(dice.within(0...1))],
                    "route": ["mediation", "petition"][Int(dice.within(0...1))],
                    "class": "0902",
                    "rule": rules[Int(dice.within(0...3))],
                    "amount": "\(dice.within(1...20))",
                    "ground": ["awaitingAppraisal", "supplement"][Int(dice.within(0...1))],
                    "until": until.text(),
                    "due": "\(until.milliseconds)",
                ]
            )
        }
    }

    /// The clocks after the history, in words that know no ids.
    private func clocks(_ engine: Engine, seed: UInt64) async throws -> [String] {
        try await withCentre(engine) { sample in
            let start = sample.clock.now
            var order = WorkOrder.sample
            order.kind = .complaint
            let walk = try await Walk(sample, order: order)
            let history = try history(seed: seed, from: start)
            return try await sample.house.database.write { tx in
                let turn = sample.house.turn(in: tx)
                let file = try File.reading(walk.id, in: turn)
                let concern = try #require(file.concerns.first)
                for happening in history.sorted(by: { $0.hours < $1.hours }) {
                    try turn.house.timeline.record(
                        happening.act,
                        on: happening.toConcern ? .concern(concern.id) : .matter(walk.id),
                        by: .system("test"),
                        at: start.adding(hours: happening.hours),
                        matter: walk.id,
                        concern: happening.toConcern ? concern.id : nil,
                        assignment: happening.assignment,
                        facts: happening.facts,
                        world: turn.house.world,
                        in: tx
                    )
                }
                let found = try File.reading(walk.id, in: turn).clocks()
                let again = try File.reading(walk.id, in: turn).clocks()
                #expect(found == again)
                try Clock.store(found, of: walk.id, in: tx)
                let stored = try Clock.clocks(of: walk.id, in: tx)
                let lines = { (clocks: [Clock]) in
                    Set(
                        clocks.map {
                            "\($0.rule) \($0.subject) \($0.startedAt) \($0.dueAt) \($0.pauses)"
                                + "\($0.extensions) \(String(describing: $0.keptUntil))"
                        }
                    )
                }
                #expect(lines(stored) == lines(found))
                return found.map { clock in
                    let hours = (clock.startedAt.milliseconds - start.milliseconds) / 3_600_000
                    return "\(clock.rule) \(clock.subject.kind) \(hours) \(clock.dueAt.text()) "
                        + "\(clock.state) \(clock.pauses.count) \(clock.extensions.count)"
                }
            }
        }
    }

    @Test(.enabled(if: Engine.all.count > 1), arguments: 1...12)
    func `gives the same clocks on both engines`(seed: Int) async throws {
        var answers: [[String]] = []
        for engine in Engine.all { answers.append(try await clocks(engine, seed: UInt64(seed))) }
        #expect(answers.allSatisfy { $0 == answers[0] })
        #expect(answers[0].count > 3)
    }

    @Test func `gives the same clocks each time it is told`() async throws {
        for seed in 21...24 {
            let once = try await clocks(.sqlite, seed: UInt64(seed))
            #expect(try await clocks(.sqlite, seed: UInt64(seed)) == once)
        }
    }

    /// The figure that the index is counted anew by; printed, for a machine's time proves nothing.
    @Test func `is counted anew from the index, one clock in microseconds`() async throws {
        try await withCentre(.sqlite) { sample in
            let walk = try await Walk(sample)
            let clocks = try await sample.house.look { turn in
                try Clock.running(of: walk.id, in: turn.tx)
            }
            let day = try Notices.day("2026-03-09")
            let calendar = CalendarChange.Content.overlay(days: [day], off: true)
                .applied(to: sample.town.calendar, reason: "台风")
            let recount = Recount(in: sample.town, by: calendar, at: sample.clock.now)
            let began = ContinuousClock.now
            var moved = 0
            for _ in 0..<1000 {
                for clock in clocks {
                    if try recount.move(of: clock, siblings: { clocks }) != nil { moved += 1 }
                }
            }
            let took = ContinuousClock.now - began
            print("one clock counted anew: \(took / (1000 * clocks.count))")
            #expect(moved > 0 && moved % 1000 == 0)
        }
    }
}
