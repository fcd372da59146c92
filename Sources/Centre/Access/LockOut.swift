/// After how many wrong sign-ins a login rests, and how long (GB/T 22239-2019 8.1.4.1 b).
package struct LockOut: Sendable, Equatable {
    package let failures: Int
    package let windowMinutes: Int
    package let firstLockMinutes: Int
    package let longestLockMinutes: Int

    package init(
        failures: Int = 5,
        windowMinutes: Int = 15,
        firstLockMinutes: Int = 15,
        longestLockMinutes: Int = 24 * 60
    ) {
        self.failures = failures
        self.windowMinutes = windowMinutes
        self.firstLockMinutes = firstLockMinutes
        self.longestLockMinutes = longestLockMinutes
    }

    /// Failures before this moment are forgotten.
    func windowStart(at now: Moment) -> Moment {
        now.adding(milliseconds: -Int64(windowMinutes) * 60_000)
    }

    /// Twice as long each time; a day without a lock starts anew.
    func next(after last: Lock?, at now: Moment) -> Lock {
        guard let last, now < last.until.adding(hours: 24) else {
            return lock(times: 1, at: now)
        }
        return lock(times: last.times + 1, at: now)
    }

    private func lock(times: Int, at now: Moment) -> Lock {
        let minutes = min(firstLockMinutes << min(times - 1, 16), longestLockMinutes)
        return Lock(times: times, until: now.adding(milliseconds: Int64(minutes) * 60_000))
    }

    /// A login at rest: the how-manieth time in a row, and until when.
    struct Lock: Sendable, Equatable {
        let times: Int
        let until: Moment
    }
}
