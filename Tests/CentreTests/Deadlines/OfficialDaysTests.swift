import Foundation
import TestSupport
import Testing

@testable import Centre

/// The outside calendar's own table of days, counted over day by day without any of our code.
private struct OfficialDays {
    /// Whether each day from 2018-01-01 on is worked, as the table says.
    let works: [Bool]
    let first: Day

    init?() throws {
        guard let table = Notices.sharedData("calendar/workdays_2018_2026.csv") else { return nil }
        let rows = String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline)
            .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        works = rows.map { $0[2] == "1" }
        first = try Notices.day(String(try #require(rows.first)[0]))
    }

    /// The last day of so many working days after the start day, by walking the table.
    func last(_ count: Int, after start: Int) -> Day {
        var left = count
        var place = start
        while left > 0 {
            place += 1
            if works[place] { left -= 1 }
        }
        return first.adding(place)
    }

    /// So many natural days on, then to the next day that is worked.
    func rolled(_ count: Int, after start: Int) -> Day {
        var place = start + count
        while !works[place] { place += 1 }
        return first.adding(place)
    }
}

@Suite struct `The official days` {
    /// 2,922 start days × 60 amounts, both ways of counting in days.
    @Test func `give every limit of 1 to 60 days from every day of 2018 to 2025 its last day`()
        throws
    {
        guard let official = try OfficialDays() else { return }
        let calendar = try SamplePack.pack().calendar
        let end = try Notices.day("2025-12-31").number - official.first.number
        var wrong: [String] = []
        for start in 0...end {
            let moment = official.first.adding(start).start().adding(hours: 9)
            for amount in 1...60 {
                let working = calendar.due(
                    after: moment,
                    amount: amount,
                    unit: .workingDays,
                    listing: false
                )
                if working.moment != official.last(amount, after: start).end() {
                    wrong.append("\(official.first.adding(start)) + \(amount) working days")
                }
                let natural = calendar.due(
                    after: moment,
                    amount: amount,
                    unit: .naturalDays,
                    rollOver: true,
                    listing: false
                )
                if natural.moment != official.rolled(amount, after: start).end() {
                    wrong.append("\(official.first.adding(start)) + \(amount) natural days")
                }
            }
        }
        #expect(wrong.count == 0, "\(wrong.prefix(5))")
        #expect(end + 1 == 2922)
    }

    /// What counting Monday to Friday, or holidays without make-up days, would get wrong: the test
    /// above is worth something only because these differ.
    @Test func `are not what Monday to Friday alone would give`() throws {
        guard let official = try OfficialDays() else { return }
        let plain = WorkingCalendar(days: [])
        let from = try Notices.day("2024-01-01").number - official.first.number
        let to = try Notices.day("2026-10-31").number - official.first.number
        var wrong = 0
        for start in from...to {
            var left = 15
            var day = official.first.adding(start)
            while left > 0 {
                day = day.adding(1)
                if !day.isWeekend { left -= 1 }
            }
            if day != official.last(15, after: start) { wrong += 1 }
        }
        #expect(to - from + 1 == 1035)
        #expect((wrong * 1000 + 517) / 1035 == 450)
        #expect(!plain.isOfficial(official.first))
    }

    @Test(arguments: [
        // The same day of a later month, or its last; then the next working day.
        ("2026-01-31", 1, false, "2026-02-28"), ("2026-01-31", 1, true, "2026-02-28"),
        ("2025-12-31", 2, false, "2026-02-28"), ("2024-08-31", 6, true, "2025-02-28"),
        ("2025-08-05", 2, true, "2025-10-09"), ("2023-11-29", 3, false, "2024-02-29"),
        ("2026-03-05", 6, false, "2026-09-05"), ("2026-03-05", 6, true, "2026-09-07"),
        ("2026-01-15", 12, false, "2027-01-15"),
    ])
    func `end a limit of months on the day of the month it began on`(
        start: String,
        months: Int,
        rollOver: Bool,
        last: String
    ) throws {
        let due = try Notices.calendar().due(
            after: Notices.moment(start),
            amount: months,
            unit: .months,
            rollOver: rollOver
        )
        #expect(due.moment == (try Notices.day(last).end()))
    }

    @Test func `leave the days of a pause out of a limit of months, day for day`() throws {
        let pause = Pause(
            from: try Notices.moment("2026-03-10"),
            until: try Notices.moment("2026-03-12"),
            ground: "court"
        )
        let due = try Notices.calendar().due(
            after: Notices.moment("2026-03-05"),
            amount: 1,
            unit: .months,
            pauses: [pause]
        )
        #expect(due.moment == (try Notices.day("2026-04-08").end()))
    }
}
