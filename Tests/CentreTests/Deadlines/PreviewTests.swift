import Testing

@testable import Centre

@Suite struct `A preview of a limit` {
    @Test func `is what the limit would be`() throws {
        let calendar = try Notices.calendar()
        let start = try Notices.moment("2026-02-13")
        let rule = try ClockSamples.rule(
            "X",
            .matter,
            from: [.matterAccepted],
            to: [.matterClosed],
            5,
            pause: ["court"]
        )
        let own = try Preview(
            amount: 5,
            unit: .workingDays,
            rollOver: false,
            start: start,
            calendar: calendar
        )
        let pause = Pause(from: start, until: start.adding(hours: 100), ground: "mood")
        let ofRule = try Preview(of: rule, start: start, pauses: [pause], calendar: calendar)
        #expect(own == ofRule)
        #expect(own.due == (try Notices.day("2026-02-27").end()))
        let court = Pause(from: start, until: start.adding(hours: 30), ground: "court")
        let paused = try Preview(of: rule, start: start, pauses: [court], calendar: calendar)
        #expect(paused.due == (try Notices.day("2026-02-28").end()))
    }

    @Test(arguments: [
        (PreviewRefusal.amountOutOfRange, 0, "2026-03-02", 0, 1),
        (.amountOutOfRange, 3661, "2026-03-02", 0, 1),
        (.startOutOfRange, 5, "1949-12-31", 0, 1),
        (.startOutOfRange, 5, "2151-01-01", 0, 1),
        (.tooManyPauses, 5, "2026-03-02", 101, 1),
        (.pauseBackwards, 5, "2026-03-02", 1, 0),
        (.endless, 5, "2026-03-02", 1, 2_000_000),
    ])
    func `refuses what cannot be counted`(
        refusal: PreviewRefusal,
        amount: Int,
        start: String,
        pauses: Int,
        hours: Int
    ) throws {
        let calendar = try Notices.calendar()
        let start = try Notices.moment(start)
        let pause = Pause(from: start, until: start.adding(hours: hours), ground: "court")
        #expect(throws: refusal) {
            _ = try Preview(
                amount: amount,
                unit: .workingDays,
                rollOver: false,
                start: start,
                pauses: Array(repeating: pause, count: pauses),
                calendar: calendar
            )
        }
    }
}
