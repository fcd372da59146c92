import Synchronization

/// Keeps callers who are not signed in to a pace: so many calls at once, then one each interval
/// (the token bucket, kept as one number a key).
///
/// Never knows more keys than it may; the longest unseen are forgotten first.
package final class RateLimiter: Sendable {
    private let interval: Int64
    private let burst: Int64
    private let keysAtMost: Int
    private let now: @Sendable () -> Moment
    private let books = Mutex(Books())

    /// When each key's bucket will be full again.
    ///
    /// Two generations: when the young one has its half of the keys, the old one goes.
    private struct Books {
        var young: [String: Int64] = [:]
        var old: [String: Int64] = [:]
    }

    package init(
        perMinute: Int,
        burst: Int,
        keysAtMost: Int = 20_000,
        now: @escaping @Sendable () -> Moment
    ) {
        interval = Int64(60_000 / max(1, perMinute))
        self.burst = Int64(max(1, burst))
        self.keysAtMost = max(2, keysAtMost)
        self.now = now
    }

    package func admit(_ key: String) throws(ComeBackLater) {
        let now = now().milliseconds
        let wait = books.withLock { self.wait(of: key, at: now, in: &$0) }
        guard wait <= 0 else {
            throw ComeBackLater(.tooManyCalls, seconds: Int((wait + 999) / 1000))
        }
    }

    package var keys: Int {
        books.withLock { books in Set(books.young.keys).union(books.old.keys).count }
    }

    private func wait(of key: String, at now: Int64, in books: inout Books) -> Int64 {
        let room = burst * interval
        let kept = books.young[key] ?? books.old[key] ?? now
        // A clock set back must not lock anybody out for the difference.
        let full = min(max(kept, now), now + room) + interval
        let wait = full - now - room
        keep(wait <= 0 ? full : full - interval, for: key, in: &books)
        return wait
    }

    private func keep(_ full: Int64, for key: String, in books: inout Books) {
        if books.young[key] == nil, books.young.count >= keysAtMost / 2 {
            books.old = books.young
            books.young = [:]
        }
        books.young[key] = full
    }
}
