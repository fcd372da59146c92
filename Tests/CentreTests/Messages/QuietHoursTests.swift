import TestSupport
import Testing

@testable import Centre

@Suite struct `Quiet hours` {
    struct Row: Sendable, CustomTestStringConvertible {
        let hours: QuietHours
        let from: String
        let channel: Message.Channel
        let isUrgent: Bool
        let opens: String

        init(
            _ hours: QuietHours,
            _ from: String,
            _ channel: Message.Channel = .webhook,
            isUrgent: Bool = false,
            opens: String
        ) {
            self.hours = hours
            self.from = from
            self.channel = channel
            self.isUrgent = isUrgent
            self.opens = opens
        }

        var testDescription: String { "\(from) \(channel) → \(opens)" }
    }

    private static let night = QuietHours(from: 1260, to: 480, keepsDaysOff: true)
    private static let allDays = QuietHours(from: 1260, to: 480, keepsDaysOff: false)
    private static let noon = QuietHours(from: 720, to: 870, keepsDaysOff: false)
    private static let never = QuietHours(from: 480, to: 480, keepsDaysOff: false)

    /// 2026-03-04 is a Wednesday, 03-06 a Friday.
    static let rows = [
        Row(night, "2026-03-04T20:59:59", opens: "2026-03-04T20:59:59"),
        Row(night, "2026-03-04T21:00:00", opens: "2026-03-05T08:00:00"),
        Row(night, "2026-03-04T23:59:59", opens: "2026-03-05T08:00:00"),
        Row(night, "2026-03-05T00:00:00", opens: "2026-03-05T08:00:00"),
        Row(night, "2026-03-05T07:59:59", opens: "2026-03-05T08:00:00"),
        Row(night, "2026-03-05T08:00:00", opens: "2026-03-05T08:00:00"),
        Row(night, "2026-03-04T23:00:00", isUrgent: true, opens: "2026-03-04T23:00:00"),
        Row(night, "2026-03-06T22:00:00", opens: "2026-03-07T08:00:00"),
        Row(night, "2026-03-06T22:00:00", .sms, opens: "2026-03-09T08:00:00"),
        Row(night, "2026-03-07T10:00:00", .sms, opens: "2026-03-09T08:00:00"),
        Row(night, "2026-03-07T10:00:00", .sms, isUrgent: true, opens: "2026-03-07T10:00:00"),
        Row(night, "2026-03-07T10:00:00", opens: "2026-03-07T10:00:00"),
        Row(allDays, "2026-03-07T10:00:00", .sms, opens: "2026-03-07T10:00:00"),
        // National Day, its bridge and the weekend after it.
        Row(night, "2026-09-30T21:30:00", .sms, opens: "2026-10-08T08:00:00"),
        Row(noon, "2026-03-04T11:59:59", opens: "2026-03-04T11:59:59"),
        Row(noon, "2026-03-04T12:00:00", opens: "2026-03-04T14:30:00"),
        Row(noon, "2026-03-04T14:30:00", opens: "2026-03-04T14:30:00"),
        Row(never, "2026-03-04T08:00:00", opens: "2026-03-04T08:00:00"),
    ]

    @Test(arguments: rows)
    func `what falls in them waits until they end`(row: Row) throws {
        let calendar = try Notices.calendar()
        let opening = row.hours.opening(
            from: try #require(Moment(text: row.from + "+08:00")),
            row.channel,
            isUrgent: row.isUrgent,
            in: calendar
        )
        #expect(opening.text() == row.opens + "+08:00")
    }

    @Test(
        arguments: [
            (1, nil, 30), (2, nil, 60), (8, nil, 3600), (11, nil, 3600), (1, 90, 90), (3, 5, 120),
            (1, 1_000_000, 86_400),
        ] as [(Int, Int?, Int64)]
    )
    func `each attempt waits longer, and as long as the gateway asks within a day`(
        attempts: Int,
        wish: Int?,
        seconds: Int64
    ) {
        let now = Moment(milliseconds: 0)
        let next = Message.next(afterAttempts: attempts, wish: wish, at: now)
        #expect(next == now.adding(milliseconds: seconds * 1000))
    }

    @Test func `the twelfth attempt is the last`() {
        #expect(Message.next(afterAttempts: 12, wish: 5, at: Moment(milliseconds: 0)) == nil)
    }
}
