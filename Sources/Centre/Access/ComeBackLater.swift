/// A no that time alone turns into a yes (RFC 6585 section 4).
package struct ComeBackLater: Refusal, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        case accountLocked = "account-locked"
        case signInBusy = "sign-in-busy"
        case tooManyCalls = "too-many-calls"
    }

    package let reason: Reason
    /// Whole seconds, at least one: the answer's `Retry-After`.
    package let retryAfter: Int
    package let until: Moment?

    package init(_ reason: Reason, seconds: Int) {
        self.reason = reason
        retryAfter = max(1, seconds)
        until = nil
    }

    package init(_ reason: Reason, until: Moment, now: Moment) {
        self.reason = reason
        self.until = until
        let wait = until.milliseconds - now.milliseconds
        retryAfter = max(1, Int((wait + 999) / 1000))
    }

    package var word: String { reason.rawValue }

    package var particulars: [String: String] {
        var particulars = ["retryAfter": "\(retryAfter)"]
        if let until { particulars["until"] = until.text() }
        return particulars
    }
}
