import Storage

/// What goes out of the house (外发信息): a unit's robot or a resident's phone is told that there is
/// something new, and where to read it.
package enum Message {
    package enum Channel: String, Storable, CaseIterable, Codable {
        /// The robot in a unit's group chat.
        case webhook
        case sms
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case waiting
        case sent
        /// The gateway, or the house itself, does not do it, however often it is asked.
        case refused
        /// Tried as often as it is tried.
        case givenUp
    }

    /// Why it did not go out: a word, never what the gateway wrote, which may repeat the message.
    package enum Failure: String, Storable, CaseIterable, Codable {
        case unreachable
        case tooSlow
        /// The gateway asks to come again later.
        case busy
        /// The gateway is broken, or answers what nobody understands.
        case broken
        case rejected
        /// There is no such gateway any more.
        case unconfigured
        /// Whom it was for is not there any more.
        case gone
        /// The resident left no mobile phone.
        case noPhone
        /// It was taken and nobody said what became of it.
        case interrupted
    }

    /// What became of one attempt.
    package enum Outcome: Sendable, Equatable {
        /// With the gateway's own name for it, where it gives one.
        case sent(receipt: String?)
        case refused(Failure)
        /// - Parameter seconds: how long the gateway asks to be left alone.
        case later(Failure, after: Int? = nil)
    }
}

extension Message {
    static let mostAttempts = 12

    /// For so long an attempt is one worker's own.
    ///
    /// One that was killed meanwhile is followed by another worker, with the same key.
    static let lease: Int64 = 120_000

    /// A gateway may ask for patience, within reason.
    static let longestWait = 86_400

    /// When to try again: half a minute, one, two, … up to an hour, and never before the gateway
    /// wants it; nil when it is given up.
    static func next(afterAttempts attempts: Int, wish: Int?, at now: Moment) -> Moment? {
        guard attempts < mostAttempts else { return nil }
        let own = min(3600, 30 << min(7, max(0, attempts - 1)))
        let seconds = max(own, min(wish ?? 0, longestWait))
        return now.adding(milliseconds: Int64(seconds) * 1000)
    }
}

/// One message as its matter shows it.
package struct MessageLine: Codable, Sendable, Equatable {
    package let id: ID<Message>
    package let channel: Message.Channel
    /// Nothing where it is a resident's.
    package let unit: ID<Unit>?
    package let kind: Notice.Kind
    package let state: Message.State
    package let orderedAt: Moment
    /// When it is tried next; nothing once it has ended.
    package let nextAt: Moment?
    package let endedAt: Moment?
    package let attempts: Int
    package let failure: Message.Failure?
}
