import Foundation
import TestSupport
import Testing

@testable import Centre

extension HolidayNotice {
    /// Invented, and shaped like the real ones: a spring festival with two make-up days.
    static let sample = HolidayNotice(
        year: 2027,
        papers: ["https://www.gov.cn/zhengce/content/example.htm"],
        days: [("元旦", "2027-01-01", true), ("元旦", "2027-01-02", true), ("元旦", "2027-01-03", true)]
            .map(day)
            + (5...12).map { day("春节", "2027-02-\($0 < 10 ? "0" : "")\($0)", true) }
            + [("春节", "2027-01-30", false), ("春节", "2027-02-14", false)].map(day)
            + [("劳动节", "2027-05-01", true), ("国庆节", "2027-10-01", true)].map(day)
    )

    fileprivate static func day(
        _ name: String,
        _ date: String,
        _ off: Bool
    ) -> HolidayNotice.NoticeDay {
        HolidayNotice.NoticeDay(name: name, date: Day(date) ?? Day(number: 0), isOffDay: off)
    }
}

@Suite struct `A year's notice` {
    @Test(arguments: [
        (
            HolidayNotice(year: 2027, papers: [], days: HolidayNotice.sample.days),
            HolidayNoticeRefusal.linkMissing
        ),
        (
            HolidayNotice(
                year: 2027,
                papers: ["https://gov.cn.example/x"],
                days: HolidayNotice.sample.days
            ),
            .linkMissing
        ),
        (HolidayNotice(year: 2027, papers: HolidayNotice.sample.papers, days: []), .notPublished),
        (
            HolidayNotice(
                year: 1999,
                papers: HolidayNotice.sample.papers,
                days: HolidayNotice.sample.days
            ), .yearImpossible
        ),
        (
            HolidayNotice(
                year: 2026,
                papers: HolidayNotice.sample.papers,
                days: HolidayNotice.sample.days
            ), .notPublished
        ),
        (
            HolidayNotice(
                year: 2027,
                papers: HolidayNotice.sample.papers,
                days: HolidayNotice.sample.days + HolidayNotice.sample.days
            ),
            .dayTwice
        ),
        (
            HolidayNotice(
                year: 2027,
                papers: HolidayNotice.sample.papers,
                days: HolidayNotice.sample.days + [HolidayNotice.day("x", "2028-02-01", true)]
            ), .dayOfOtherYear
        ),
        (
            HolidayNotice(
                year: 2027,
                papers: HolidayNotice.sample.papers,
                days: HolidayNotice.sample.days + [HolidayNotice.day("", "2027-06-01", true)]
            ), .dayWithoutName
        ),
    ])
    func `a notice that is none is refused`(
        notice: HolidayNotice,
        refusal: HolidayNoticeRefusal
    ) throws {
        #expect(throws: refusal) { try notice.check() }
    }

    @Test func `reads the machine file as it is published`() throws {
        for year in 2018...2026 {
            guard let data = Notices.sharedData("calendar/holiday-cn-\(year).json") else { return }
            let notice = try HolidayNotice(file: data)
            #expect(notice.year == year)
            try notice.check()
        }
        #expect(throws: HolidayNoticeRefusal.unreadable) {
            _ = try HolidayNotice(file: Data("[]".utf8))
        }
    }

    @Test func `a year imported again is that year and no other`() throws {
        guard let data = Notices.sharedData("calendar/holiday-cn-2020.json") else { return }
        let notice = try HolidayNotice(file: data)
        let calendar = try SamplePack.pack().calendar
        let again = CalendarChange.Content.notice(notice).applied(to: calendar, reason: "")
        let works = { (day: WorkingCalendar.Difference) in
            calendar.isWorking(day.day) != again.isWorking(day.day)
        }
        #expect(calendar.differences(to: again).filter(works).isEmpty)
        let less = HolidayNotice(
            year: 2020,
            papers: notice.papers,
            days: notice.days.filter { $0.date.parts.month != 10 }
        )
        let without = CalendarChange.Content.notice(less).applied(to: calendar, reason: "")
        let changed = calendar.differences(to: without).map(\.day.year)
        #expect(!changed.isEmpty && Set(changed) == [2020])
    }
}
