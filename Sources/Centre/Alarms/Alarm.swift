import Storage

/// A clock that asks for attention, raised once for each kind and each due moment it had.
package struct Alarm: Sendable, Equatable {
    /// What is said of the clock.
    package enum Kind: String, Storable, CaseIterable, Codable {
        case halfUsed
        case mostlyUsed
        /// The last day has begun; the last moment, where a limit counts hours.
        case due
        /// A limit of the centre or of a unit has passed.
        case overdue
        /// Nobody has spoken to the resident in time.
        case noFirstContact
        /// A date that was promised to the resident has passed.
        case promiseMissed
    }

    package enum State: String, Storable, CaseIterable, Codable {
        case open
        /// The clock has ended, or has another due moment.
        case answered
    }

    package let id: ID<Alarm>
    package let clock: ClockKey
    package let subject: LimitSubject
    package let kind: Kind
    /// The due moment it was raised for.
    package let dueAt: Moment
    /// When it was to be raised.
    package let at: Moment
    /// When it was: later, where the house was closed.
    package let raisedAt: Moment
    package let answeredAt: Moment?
    package let matter: ID<Matter>
    /// Who has to act; nil where it is the centre itself.
    package let unit: ID<Unit>?
}

extension Alarm.Kind {
    /// Whether the limit has passed.
    package var isLate: Bool {
        switch self {
        case .overdue, .noFirstContact, .promiseMissed: true
        case .halfUsed, .mostlyUsed, .due: false
        }
    }

    /// The later it is, the graver.
    package var gravity: Int {
        switch self {
        case .halfUsed: 0
        case .mostlyUsed: 1
        case .due: 2
        case .overdue, .noFirstContact, .promiseMissed: 3
        }
    }
}

/// Which clock: of one subject no rule starts twice at a moment.
package struct ClockKey: Sendable, Hashable {
    package let subject: [UInt8]
    package let rule: String
    package let startedAt: Moment

    package init(subject: [UInt8], rule: String, startedAt: Moment) {
        self.subject = subject
        self.rule = rule
        self.startedAt = startedAt
    }
}

extension Clock {
    package var place: ClockKey {
        ClockKey(subject: subject.id, rule: rule, startedAt: startedAt)
    }
}
