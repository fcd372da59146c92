import Testing

@testable import Centre

@Suite struct `Counting a limit` {
    @Test(arguments: [
        ("2024-02-08", 5, "2024-02-21"), ("2024-09-27", 5, "2024-10-10"),
        ("2025-01-24", 5, "2025-02-07"), ("2025-09-26", 3, "2025-09-30"),
        ("2025-09-30", 15, "2025-10-28"), ("2025-12-31", 5, "2026-01-08"),
        ("2026-02-13", 5, "2026-02-27"), ("2026-04-30", 2, "2026-05-07"),
        ("2026-09-18", 10, "2026-10-09"), ("2026-09-30", 15, "2026-10-27"),
    ])
    func `in working days skips holidays and counts make-up days`(
        start: String,
        amount: Int,
        last: String
    ) throws {
        let due = try Notices.calendar()
            .due(after: Notices.moment(start), amount: amount, unit: .workingDays)
        #expect(due.moment == (try Notices.day(last).end()))
        #expect(!due.provisional)
        #expect(due.days.count(where: \.counted) == amount)
        #expect(due.days.first?.why == .startDay)
        #expect(due.days.last?.day == (try Notices.day(last)))
    }

    @Test(arguments: [
        ("2026-01-20", 30, "2026-02-19", "2026-02-24"),
        ("2025-08-05", 60, "2025-10-04", "2025-10-09"),
        ("2025-09-06", 30, "2025-10-06", "2025-10-09"),
        ("2026-03-05", 30, "2026-04-04", "2026-04-07"),
        // The last day is a make-up Sunday, on which the offices work.
        ("2026-09-05", 15, "2026-09-20", "2026-09-20"),
        // A Saturday rolls over to the make-up Sunday after it, not to Monday.
        ("2025-01-10", 15, "2025-01-25", "2025-01-26"),
    ])
    func `in natural days rolls over to the next working day`(
        start: String,
        amount: Int,
        raw: String,
        last: String
    ) throws {
        let calendar = try Notices.calendar()
        let moment = try Notices.moment(start)
        let plain = calendar.due(after: moment, amount: amount, unit: .naturalDays)
        let rolled = calendar.due(
            after: moment,
            amount: amount,
            unit: .naturalDays,
            rollOver: true
        )
        #expect(plain.moment == (try Notices.day(raw).end()))
        #expect(rolled.moment == (try Notices.day(last).end()))
        #expect(rolled.days.count(where: \.counted) == amount)
        #expect((rolled.days.last?.why == .rolledOver) == (raw != last))
    }

    @Test func `ends at the last millisecond of its day, whenever on the first day it began`()
        throws
    {
        let calendar = try Notices.calendar()
        for start in ["2026-03-09 00:00", "2026-03-09 12:00", "2026-03-09 23:59"] {
            let due = calendar.due(after: try Notices.moment(start), amount: 1, unit: .naturalDays)
            #expect(due.moment.text() == "2026-03-10T23:59:59+08:00")
            #expect(due.moment.adding(milliseconds: 1) == (try Notices.day("2026-03-11").start()))
        }
    }

    @Test(arguments: [
        ("2026-03-09 09:00", 2, "2026-03-09 11:00"),
        ("2026-03-09 10:00", 2, "2026-03-09 12:00"),
        ("2026-03-09 11:00", 2, "2026-03-09 15:30"),
        ("2026-03-09 07:00", 1, "2026-03-09 09:30"),
        ("2026-03-09 13:00", 1, "2026-03-09 15:30"),
        ("2026-03-09 17:00", 4, "2026-03-10 12:00"),
        ("2026-03-09 20:00", 4, "2026-03-10 15:00"),
        ("2026-03-06 17:00", 1, "2026-03-09 09:00"),
        ("2026-02-14 17:00", 4, "2026-02-24 12:00"),
        ("2026-03-09 08:30", 13, "2026-03-10 17:30"),
    ])
    func `in working hours runs through office hours alone`(
        start: String,
        amount: Int,
        end: String
    ) throws {
        let due = try Notices.calendar()
            .due(after: Notices.moment(start), amount: amount, unit: .workingHours)
        #expect(due.moment == (try Notices.moment(end)))
    }

    @Test func `in hours runs through nights and holidays`() throws {
        let start = try Notices.moment("2026-02-14 20:00")
        let due = try Notices.calendar().due(after: start, amount: 24, unit: .hours)
        #expect(due.moment == start.adding(hours: 24))
        #expect(due.days.map(\.why) == [.elapsed, .elapsed])
        #expect(!due.provisional)
    }

    @Test(arguments: [
        (LimitUnit.workingDays, false, "2026-12-30", 1, false),
        (.workingDays, false, "2026-12-31", 1, true),
        (.naturalDays, false, "2026-12-31", 30, false),
        (.naturalDays, true, "2026-12-31", 30, true),
        (.workingHours, false, "2026-12-31", 3, false),
        (.workingHours, false, "2026-12-31", 8, true),
        (.hours, false, "2026-12-31", 48, false),
    ])
    func `is provisional once it asks for a day no notice covers`(
        unit: LimitUnit,
        rollOver: Bool,
        start: String,
        amount: Int,
        provisional: Bool
    ) throws {
        let due = try Notices.calendar().due(
            after: Notices.moment(start),
            amount: amount,
            unit: unit,
            rollOver: rollOver
        )
        #expect(due.provisional == provisional)
    }

    @Test func `a provisional day past the notices follows weekends and fixed holidays`() throws {
        let due = try Notices.calendar()
            .due(after: Notices.moment("2026-12-31"), amount: 1, unit: .workingDays)
        #expect(due.moment == (try Notices.day("2027-01-04").end()))
    }

    @Test(arguments: [
        // Begins on the 10th and ends on the 12th: three days are not counted.
        (LimitUnit.naturalDays, 5, "2026-03-10 15:00", "2026-03-12 10:00", "2026-03-17 23:59"),
        // Ends at midnight: the day that then begins is not touched.
        (.naturalDays, 5, "2026-03-10 15:00", "2026-03-12 00:00", "2026-03-16 23:59"),
        // Within one day.
        (.naturalDays, 5, "2026-03-10 15:00", "2026-03-10 16:00", "2026-03-15 23:59"),
        // On the start day, and after the end: nothing changes.
        (.naturalDays, 5, "2026-03-09 15:00", "2026-03-09 16:00", "2026-03-14 23:59"),
        (.naturalDays, 5, "2026-03-15 00:00", "2026-03-20 00:00", "2026-03-14 23:59"),
        // Over a weekend, which would not have counted anyway.
        (.workingDays, 5, "2026-03-13 15:00", "2026-03-16 10:00", "2026-03-18 23:59"),
        (.workingHours, 4, "2026-03-09 11:00", "2026-03-09 15:00", "2026-03-09 17:00"),
        (.hours, 4, "2026-03-09 11:00", "2026-03-09 15:00", "2026-03-09 17:00"),
    ])
    func `leaves out the time of a pause`(
        unit: LimitUnit,
        amount: Int,
        from: String,
        until: String,
        end: String
    ) throws {
        let pause = Pause(
            from: try Notices.moment(from),
            until: try Notices.moment(until),
            ground: "appraisal"
        )
        let due = try Notices.calendar().due(
            after: Notices.moment("2026-03-09"),
            amount: amount,
            unit: unit,
            pauses: [pause]
        )
        let seconds = due.moment.milliseconds / 60_000
        #expect(seconds == (try Notices.moment(end)).milliseconds / 60_000)
    }

    @Test func `shows why each day counted or not`() throws {
        let pause = Pause(
            from: try Notices.moment("2026-02-13 10:00"),
            until: try Notices.moment("2026-02-13 11:00"),
            ground: "appraisal"
        )
        let due = try Notices.calendar().due(
            after: Notices.moment("2026-02-12"),
            amount: 2,
            unit: .workingDays,
            pauses: [pause]
        )
        let words = due.days.map { "\($0.day) \($0.counted) \($0.why.word) \($0.why.name ?? "-")" }
        let holidays = (15...23).map { "2026-02-\($0) false day-holiday 春节" }
        #expect(
            words
                == [
                    "2026-02-12 false day-start -", "2026-02-13 false day-paused appraisal",
                    "2026-02-14 true day-make-up 调休",
                ] + holidays + ["2026-02-24 true day-working -"]
        )
    }

    @Test func `a pause without an end leaves the limit without one`() throws {
        let pause = Pause(from: try Notices.moment("2026-03-10"), until: .never, ground: "court")
        for unit in LimitUnit.allCases {
            let due = try Notices.calendar().due(
                after: Notices.moment("2026-03-09"),
                amount: 60,
                unit: unit,
                rollOver: true,
                pauses: [pause]
            )
            #expect(due.moment == .never)
        }
    }

    @Test func `a pause over the day it would roll to rolls it further`() throws {
        let pause = Pause(
            from: try Notices.moment("2026-02-24 09:00"),
            until: try Notices.moment("2026-02-25 09:00"),
            ground: "court"
        )
        let due = try Notices.calendar().due(
            after: Notices.moment("2026-01-20"),
            amount: 30,
            unit: .naturalDays,
            rollOver: true,
            pauses: [pause]
        )
        #expect(due.moment == (try Notices.day("2026-02-26").end()))
    }
}
