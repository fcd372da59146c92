import Synchronization
import Testing

@testable import Centre

struct RateLimiterTests {
    private let clock = MovedClock(at: 1_700_000_000_000)

    @Test func `so many calls at once, then one each interval`() throws {
        let limiter = limiter(perMinute: 6, burst: 3)
        #expect(admitted(4, by: limiter) == 3)
        clock.move(seconds: 9)
        #expect(throws: ComeBackLater(.tooManyCalls, seconds: 1)) { try limiter.admit("a") }
        clock.move(seconds: 1)
        #expect(admitted(2, by: limiter) == 1)
        clock.move(seconds: 3600)
        #expect(admitted(9, by: limiter) == 3)
    }

    @Test func `a refused call says when and costs nothing`() {
        let limiter = limiter(perMinute: 1, burst: 1)
        #expect(admitted(1, by: limiter) == 1)
        for _ in 0..<10 {
            #expect(throws: ComeBackLater(.tooManyCalls, seconds: 60)) {
                try limiter.admit("a")
            }
        }
        clock.move(seconds: 60)
        #expect(admitted(1, by: limiter) == 1)
    }

    @Test func `keys do not hinder each other`() {
        let limiter = limiter(perMinute: 1, burst: 1)
        #expect(admitted(1, by: limiter, key: "a") == 1)
        #expect(admitted(1, by: limiter, key: "b") == 1)
    }

    @Test func `a clock set back a year locks nobody out`() {
        let limiter = limiter(perMinute: 6, burst: 2)
        #expect(admitted(2, by: limiter) == 2)
        clock.move(seconds: -31_536_000)
        #expect(admitted(1, by: limiter) == 0)
        clock.move(seconds: 10)
        #expect(admitted(1, by: limiter) == 1)
    }

    @Test func `a flood of keys does not grow it, and the newest are remembered`() {
        let limiter = limiter(perMinute: 1, burst: 1, keysAtMost: 100)
        for number in 0..<10_000 {
            #expect(admitted(1, by: limiter, key: "k\(number)") == 1)
            #expect(limiter.keys <= 100)
        }
        for number in 9_950..<10_000 {
            #expect(admitted(1, by: limiter, key: "k\(number)") == 0)
        }
    }

    private func limiter(perMinute: Int, burst: Int, keysAtMost: Int = 100) -> RateLimiter {
        RateLimiter(
            perMinute: perMinute,
            burst: burst,
            keysAtMost: keysAtMost,
            now: { [clock] in clock.now }
        )
    }

    private func admitted(_ calls: Int, by limiter: RateLimiter, key: String = "a") -> Int {
        (0..<calls).count { _ in
            do {
                try limiter.admit(key)
                return true
            } catch {
                return false
            }
        }
    }
}
