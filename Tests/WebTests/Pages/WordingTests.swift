import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `How the centre speaks` {
    private func say(_ language: Language) throws -> Wording {
        Wording(try Sentences.sample(), in: language)
    }

    @Test(arguments: [
        (Language.chinese, "2026年11月23日 09:30", "11月23日 09:30", "星期一"),
        (Language.english, "23 Nov 2026, 09:30", "23 Nov, 09:30", "Monday"),
    ])
    func `dates are written as the reader writes them`(
        language: Language,
        long: String,
        short: String,
        weekday: String
    ) throws {
        let say = try say(language)
        let moment = try #require(Moment(text: "2026-11-23T01:30:00Z"))
        #expect(say.moment(moment) == long)
        #expect(say.shortMoment(moment) == short)
        #expect(say.weekday(moment.day()) == weekday)
        #expect(say.machine(moment) == "2026-11-23T09:30:00+08:00")
    }

    @Test(arguments: [
        (51 * 60, "还剩 2 天 3 小时", "2 days 3 h left"), (24 * 60, "还剩 1 天", "1 day left"),
        (90, "还剩 1 小时 30 分钟", "1 h 30 min left"), (0, "还剩 1 分钟", "1 min left"),
        (-61 * 24, "已超 1 天", "1 day over"), (-5, "已超 5 分钟", "5 min over"),
    ])
    func `time that is left`(minutes: Int, chinese: String, english: String) throws {
        let now = Moment(milliseconds: 1_000_000_000)
        let due = now.adding(milliseconds: Int64(minutes) * 60_000)
        let spoken = try [say(.chinese), say(.english)].map { $0.left(until: due, now: now) }
        #expect(spoken == [chinese, english])
    }

    @Test func `numbers, money and counted things`() throws {
        let (zh, en) = (try say(.chinese), try say(.english))
        #expect(zh.number(1_234_567) == "1,234,567" && zh.number(-12) == "−12")
        #expect(zh.money(fen: 590_000_050) == "5,900,000.50 元")
        #expect(en.money(fen: 100_000) == "¥1,000")
        #expect(
            en.count("sample-rows", 1) == "1 matter" && en.count("sample-rows", 0) == "0 matters"
        )
        #expect(zh.count("sample-rows", 1) == "1 件")
        #expect(zh.list(["a", "b"]) == "a、b" && en.list(["a", "b"]) == "a, b")
    }
}
