/// Which gateways the house has, and when they are used: what the settings say, without a secret.
package struct MessagePlan: Sendable, Equatable {
    /// The host of each unit's robot, by the unit's code.
    package let robots: [String: String]
    /// The host that sends to residents' phones.
    package let sms: String?
    package let quiet: QuietHours

    package init(robots: [String: String], sms: String?, quiet: QuietHours = .usual) {
        self.robots = robots
        self.sms = sms
        self.quiet = quiet
    }

    /// Nothing goes out, and nothing is written down to go out.
    package static let none = MessagePlan(robots: [:], sms: nil)

    package var isEmpty: Bool { robots.isEmpty && sms == nil }
}

extension Notice.Kind {
    /// What a resident is written to a phone: few things, and each at most once a step.
    var goesToPhones: Bool {
        switch self {
        case .matterAccepted, .extensionGranted, .dueMoved, .matterClosed, .matterTerminated,
            .matterEscalated, .matterSentDown:
            true
        default: false
        }
    }

    /// An emergency does not wait for the morning: danger, and a whistle whose answer is counted
    /// through the night.
    func isUrgent(_ facts: [String: String], in town: Town) -> Bool {
        if self == .dangerNow { return true }
        guard self == .whistleCalled || self == .whistleSilent else { return false }
        let kind = facts["whistleKind"].flatMap(town.whistles.kind)
        return kind?.answer.measure == .minutes
    }
}
