import Foundation
import Testing

@testable import Centre

@Suite struct `The working calendar` {
    @Test(arguments: [
        ("2026-02-16", false, DayKind.holiday("春节")),
        ("2026-02-14", true, .makeUp("调休")),
        ("2026-01-04", true, .makeUp("调休")),
        ("2026-03-07", false, .weekend),
        ("2026-03-09", true, .workday),
        ("2026-12-31", true, .workday),
        ("2027-01-01", false, .holiday("元旦")),
        ("2027-05-01", false, .holiday("劳动节")),
        ("2027-10-03", false, .holiday("国庆节")),
        ("2027-10-04", true, .workday),
        ("2023-05-02", false, .holiday("劳动节")),
    ])
    func `knows what each day is`(date: String, works: Bool, kind: DayKind) throws {
        let calendar = try Notices.calendar()
        let day = try Notices.day(date)
        #expect(calendar.isWorking(day) == works)
        #expect(calendar.kind(of: day) == kind)
    }

    @Test func `the town's own closure goes before the notice, and a call to work too`() throws {
        let typhoon = try Notices.day("2026-09-24")
        let called = try Notices.day("2026-10-05")
        let calendar = try Notices.calendar(overlay: [
            .init(day: typhoon, off: true, reason: "台风停工"),
            .init(day: called, off: false, reason: "抢险"),
        ])
        #expect(!calendar.isWorking(typhoon))
        #expect(calendar.isWorking(called))
        #expect(calendar.kind(of: typhoon) == .overlay(true, "台风停工"))
    }

    @Test func `a notice covers its year and not the Decembers and Januaries it names`() throws {
        var days = try Notices.days()
        days.append(.init(day: try Notices.day("2027-01-02"), name: "元旦", off: true))
        days.append(.init(day: try Notices.day("2023-12-31"), name: "元旦", off: true))
        let calendar = WorkingCalendar(days: days)
        #expect(calendar.firstOfficial == (try Notices.day("2024-01-01")))
        #expect(calendar.lastOfficial == (try Notices.day("2026-12-31")))
        #expect(!calendar.isOfficial(try Notices.day("2027-01-02")))
    }

    @Test func `without any notice nothing is official`() throws {
        let calendar = WorkingCalendar(days: [])
        for date in ["1969-12-31", "1970-01-01", "2026-06-01"] {
            #expect(!calendar.isOfficial(try Notices.day(date)))
        }
        #expect(calendar.isWorking(try Notices.day("2026-06-01")))
    }

    @Test func `office hours that touch are one stretch, and impossible ones are left out`() {
        let hours = [(870, 1050), (510, 600), (600, 720), (1200, 1100), (-5, 10)]
        let calendar = WorkingCalendar(
            days: [],
            officeHours: hours.map { .init(from: $0.0, to: $0.1) }
        )
        #expect(calendar.officeHours == WorkingCalendar.customaryHours)
        #expect(
            WorkingCalendar(days: [], officeHours: []).officeHours
                == WorkingCalendar.customaryHours
        )
    }

    @Test func `a sound calendar has no findings`() throws {
        let found = WorkingCalendar.check(
            days: try Notices.days(),
            overlay: [],
            officeHours: WorkingCalendar.customaryHours
        )
        #expect(found.isEmpty)
    }

    @Test func `each fault of a calendar is found by its word`() throws {
        let monday = try Notices.day("2026-03-09")
        let found = WorkingCalendar.check(
            days: [
                .init(day: monday, name: "", off: false), .init(day: monday, name: "x", off: true),
                .init(day: try Notices.day("2024-05-01"), name: "劳动节", off: true),
            ],
            overlay: [
                .init(day: monday, off: true, reason: ""),
                .init(day: monday, off: true, reason: "x"),
            ],
            officeHours: [.init(from: 500, to: 700), .init(from: 600, to: 1500)]
        )
        #expect(Set(found) == Set(CalendarFinding.allCases.map(\.rawValue)))
    }

    struct Oracle: Decodable {
        let days: [Row]
        struct Row: Decodable {
            let name: String
            let date: Day
            let isOffDay: Bool
        }
    }

    @Test func `agrees with an outside calendar on every day from 2018 to 2026`() throws {
        guard let table = Notices.sharedData("calendar/workdays_2018_2026.csv") else { return }
        var rows: [WorkingCalendar.NoticedDay] = []
        for year in 2018...2026 {
            let name = "calendar/holiday-cn-\(year).json"
            guard let data = Notices.sharedData(name) else { return }
            let notice = try JSONDecoder().decode(Oracle.self, from: data)
            rows += notice.days.map { .init(day: $0.date, name: $0.name, off: $0.isOffDay) }
        }
        let whole = WorkingCalendar(days: rows)
        let own = try Notices.calendar()
        let lines = String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.count == 3288)
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let day = try Notices.day(String(fields[0]))
            let kind = whole.kind(of: day)
            #expect(day.weekday == Int(fields[1]))
            #expect(whole.isWorking(day) == (fields[2] == "1"), "\(day)")
            #expect((kind.word == "day-make-up") == (fields[4] == "1"), "\(day)")
            if own.isOfficial(day) { #expect(own.isWorking(day) == (fields[2] == "1"), "\(day)") }
        }
        #expect(whole.lastOfficial == (try Notices.day("2026-12-31")))
    }
}
