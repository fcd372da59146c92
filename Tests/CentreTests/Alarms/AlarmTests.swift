import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `The moments of alarms` {
    typealias Case = (unit: LimitUnit, amount: Int, start: String, expected: [String])

    @Test(arguments: [
        // Fifteen working days over the holiday of April: 7.5 and 12 days used.
        Case(
            .workingDays,
            15,
            "2026-03-30T10:00:00+08:00",
            [
                "2026-04-10T00:00:00+08:00", "2026-04-17T00:00:00+08:00",
                "2026-04-21T00:00:00+08:00", "2026-04-22T00:00:00+08:00",
            ]
        ),
        Case(
            .naturalDays,
            10,
            "2026-03-02T10:00:00+08:00",
            [
                "2026-03-08T00:00:00+08:00", "2026-03-11T00:00:00+08:00",
                "2026-03-12T00:00:00+08:00", "2026-03-13T00:00:00+08:00",
            ]
        ),
        // One day: the mark is reached in the course of the last day.
        Case(
            .workingDays,
            1,
            "2026-03-02T10:00:00+08:00",
            [
                "2026-03-03T00:00:00+08:00", "2026-03-03T00:00:00+08:00",
                "2026-03-03T00:00:00+08:00", "2026-03-04T00:00:00+08:00",
            ]
        ),
        Case(
            .hours,
            24,
            "2026-03-02T10:00:00+08:00",
            [
                "2026-03-02T22:00:00+08:00", "2026-03-03T05:12:00+08:00",
                "2026-03-03T10:00:00+08:00", "2026-03-03T10:00:00.001+08:00",
            ]
        ),
        // 11:00 to 12:00, then from 14:30.
        Case(
            .workingHours,
            4,
            "2026-03-02T11:00:00+08:00",
            [
                "2026-03-02T15:30:00+08:00", "2026-03-02T16:42:00+08:00",
                "2026-03-02T17:30:00+08:00", "2026-03-02T17:30:00.001+08:00",
            ]
        ),
    ])
    func `are half and four fifths of the time as the clock counts it, the last day, and after`(
        _ one: Case
    ) throws {
        let clock = try clock(one.unit, one.amount, from: one.start)
        let marks = clock.marks(under: try rule(one.unit, one.amount), in: try calendar())
        #expect(marks.map(\.kind) == [.halfUsed, .mostlyUsed, .due, .overdue])
        #expect(marks.map(\.at) == (try one.expected.map { try #require(Moment(text: $0)) }))
    }

    @Test func `a day touched by a pause moves them as it moves the due day`() throws {
        let from = try Notices.moment("2026-03-04")
        let pause = Pause(from: from, until: from.adding(hours: 30), ground: "appraisal")
        let clock = try clock(.naturalDays, 10, from: "2026-03-02T10:00:00+08:00", [pause])
        let marks = clock.marks(under: try rule(.naturalDays, 10), in: try calendar())
        #expect(marks[0].at == Moment(text: "2026-03-10T00:00:00+08:00"))
        #expect(marks[2].at == Moment(text: "2026-03-14T00:00:00+08:00"))
    }

    @Test func `a clock that has ended, or has no end, asks for nothing`() throws {
        let rule = try rule(.naturalDays, 10)
        let start = try Notices.moment("2026-03-02")
        let ended = try clock(.naturalDays, 10, from: "2026-03-02T10:00:00+08:00", ended: start)
        #expect(ended.marks(under: rule, in: try calendar()).isEmpty)
        let endless = Pause(from: start.adding(hours: 24), until: .never, ground: "appraisal")
        let paused = try clock(.naturalDays, 10, from: "2026-03-02T10:00:00+08:00", [endless])
        #expect(paused.marks(under: rule, in: try calendar()).isEmpty)
    }

    @Test func `what was raised at no earlier a moment is not raised again`() {
        func moment(_ number: Int64) -> Moment { Moment(milliseconds: number) }
        let raised = [RaisedMark(kind: .halfUsed, dueAt: moment(100), at: moment(50))]
        func isSpent(_ kind: Alarm.Kind, at: Int64, due: Int64) -> Bool {
            AlarmMark(kind: kind, at: moment(at)).isSpent(raised, due: moment(due))
        }
        #expect(isSpent(.halfUsed, at: 50, due: 100))
        #expect(isSpent(.halfUsed, at: 60, due: 100))
        #expect(isSpent(.halfUsed, at: 50, due: 120))
        #expect(isSpent(.halfUsed, at: 40, due: 80))
        #expect(!isSpent(.halfUsed, at: 60, due: 120))
        #expect(!isSpent(.mostlyUsed, at: 80, due: 100))
    }

    private func calendar() throws -> WorkingCalendar {
        try SamplePack.pack().calendar
    }

    private func rule(_ unit: LimitUnit, _ amount: Int) throws -> LimitRule {
        LimitRule(
            code: "R",
            title: Bilingual(zh: "限", en: "limit"),
            subject: .matter,
            starts: [.matterAccepted],
            ends: [.matterClosed],
            amount: amount,
            unit: unit,
            basis: LegalBasis(law: Bilingual(zh: "法", en: "law"), article: "1"),
            validFrom: try #require(Day("2020-01-01"))
        )
    }

    private func clock(
        _ unit: LimitUnit,
        _ amount: Int,
        from start: String,
        _ pauses: [Pause] = [],
        ended: Moment? = nil
    ) throws -> Clock {
        let start = try #require(Moment(text: start))
        let due = try rule(unit, amount).due(after: start, pauses: pauses, in: try calendar())
        return Clock(
            rule: "R",
            version: 1,
            subject: ClockSubject(kind: .matter, id: [1]),
            matter: nil,
            startedAt: start,
            dueAt: due.moment,
            provisional: false,
            state: ended == nil ? .running : .met,
            endedAt: ended,
            pauses: pauses
        )
    }
}
