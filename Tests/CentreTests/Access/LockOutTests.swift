import Testing

@testable import Centre

struct LockOutTests {
    private let rule = LockOut()
    private let now = Moment(milliseconds: 1_700_000_000_000)

    @Test(arguments: zip(1...9, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]))
    func `each lock in a row is twice as long, a day at most`(_ times: Int, _ minutes: Int64) {
        let last = times == 1 ? nil : LockOut.Lock(times: times - 1, until: now)
        let until = now.adding(milliseconds: minutes * 60_000)
        #expect(rule.next(after: last, at: now) == LockOut.Lock(times: times, until: until))
    }

    @Test func `the thousandth lock is a day as well`() {
        let lock = rule.next(after: LockOut.Lock(times: 999, until: now), at: now)
        #expect(lock.until == now.adding(hours: 24))
    }

    @Test(arguments: [(-1, 4), (0, 1)])
    func `a day without a lock starts anew`(_ milliseconds: Int64, _ times: Int) {
        let last = LockOut.Lock(times: 3, until: now)
        let later = now.adding(hours: 24).adding(milliseconds: milliseconds)
        #expect(rule.next(after: last, at: later).times == times)
    }
}
