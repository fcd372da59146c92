import TestSupport
import Testing

@testable import Centre

@Suite struct `Supervision has limits of its own` {
    static let limits: [(SupervisionStep.Kind, String, String)] = [
        (.reminder, "SUPERVISION-REMINDER", "2026-03-05T23:59:59+08:00"),
        (.letter, "SUPERVISION-LETTER", "2026-03-11T23:59:59+08:00"),
        (.rectification, "SUPERVISION-RECTIFICATION", "2026-04-03T23:59:59+08:00"),
    ]

    @Test(arguments: limits)
    func `a step runs under the rule of the pack and ends with the answer`(
        kind: SupervisionStep.Kind,
        rule: String,
        due: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let step = try await case1.open(case1.order(kind, skip: "急"))
            #expect(step.due?.text() == due)
            #expect(try await case1.clock(rule)?.state == .running)
            let answered = try await case1.move(step.id, .answer, by: case1.liaison)
            #expect(answered.due == nil)
            #expect(try await case1.clock(rule)?.state == .met)
        }
    }

    @Test(arguments: Engine.all)
    func `an answer that comes late has missed its limit, and one sent back has a new one`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let letter = try await case1.open(case1.order(.letter, skip: "急"))
            sample.clock.move(hours: 24 * 9)
            let line = try await case1.desk.page(.init(), for: case1.walk.supervisor).items.first
            #expect(line?.overdue == true && line?.waits == .unit)
            _ = try await case1.move(letter.id, .answer, by: case1.liaison)
            #expect(try await case1.clock("SUPERVISION-LETTER")?.state == .missed)
            let back = try await case1.move(letter.id, .sendBack, by: case1.walk.supervisor)
            #expect(back.waits == .unit && back.due.map { $0 > sample.clock.now } == true)
        }
    }

    @Test func `a talk is on a day that is not past, and says which`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            await #expect(throws: SupervisionRefusal.dayMissing) {
                _ = try await case1.open(case1.order(.talk, skip: "急"))
            }
            await #expect(throws: SupervisionRefusal.dayPast) {
                _ = try await case1.open(
                    case1.order(.talk, skip: "急", day: case1.today.adding(-1))
                )
            }
            let talk = try await case1.open(case1.order(.talk, skip: "急", day: case1.today))
            #expect(talk.day == case1.today && talk.due == case1.today.end())
        }
    }

    @Test func `the units' figures count what waits for them`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            _ = try await case1.open(case1.order(.reminder))
            let letter = try await case1.open(case1.order(.letter))
            _ = try await case1.move(letter.id, .answer, by: case1.liaison)
            let counts = try await case1.desk.counts(for: case1.walk.supervisor)
            #expect(
                counts == [SupervisionCount(unit: try sample.unit("justice"), open: 2, waiting: 1)]
            )
            var list = SupervisionList()
            list.limit = 1
            let first = try await case1.desk.page(list, for: case1.walk.supervisor)
            list.after = first.next
            #expect(list.after != nil)
            let second = try await case1.desk.page(list, for: case1.walk.supervisor)
            #expect(Set(first.items.map(\.id) + second.items.map(\.id)).count == 2)
            #expect(second.next == nil)
        }
    }
}
