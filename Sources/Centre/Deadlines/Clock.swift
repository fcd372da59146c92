import Storage

/// One limit that runs for a concern, a matter or an assignment, always derived from what
/// happened and never counted up: see ``replay(_:rules:calendar:at:)``.
package struct Clock: Sendable, Equatable {
    /// The rule's code, and its version at the start.
    package let rule: String
    package let version: Int
    package let subject: ClockSubject
    /// The matter the subject belongs to; the matter itself for a matter.
    package let matter: ID<Matter>?
    package let startedAt: Moment
    package let dueAt: Moment
    package let provisional: Bool
    /// As of the moment of the replay; from the due index a paused clock comes as running.
    package let state: ClockState
    package let endedAt: Moment?
    package let pauses: [Pause]
    package let extensions: [Extension]
    /// The day it had before a change of the calendar, where that change would have made it late.
    package let keptUntil: Moment?

    /// More time, in the rule's unit, added to the whole.
    package struct Extension: Sendable, Equatable {
        package let amount: Int
        package let grantedAt: Moment

        package init(amount: Int, grantedAt: Moment) {
            self.amount = amount
            self.grantedAt = grantedAt
        }
    }

    package init(
        rule: String,
        version: Int,
        subject: ClockSubject,
        matter: ID<Matter>?,
        startedAt: Moment,
        dueAt: Moment,
        provisional: Bool,
        state: ClockState,
        endedAt: Moment? = nil,
        pauses: [Pause] = [],
        extensions: [Extension] = [],
        keptUntil: Moment? = nil
    ) {
        self.rule = rule
        self.version = version
        self.subject = subject
        self.matter = matter
        self.startedAt = startedAt
        self.dueAt = dueAt
        self.provisional = provisional
        self.state = state
        self.endedAt = endedAt
        self.pauses = pauses
        self.extensions = extensions
        self.keptUntil = keptUntil
    }

    /// Running or paused.
    package var isOpen: Bool { endedAt == nil }

    /// A pause ends by itself, so that an open clock is paused or running at a moment and not for
    /// good.
    package func state(at now: Moment) -> ClockState {
        guard isOpen else { return state }
        return pauses.contains { $0.from <= now && now < $0.until } ? .paused : .running
    }

    package func isOverdue(at now: Moment) -> Bool { isOpen && dueAt < now }
}

/// How a limit stands.
package enum ClockState: String, Storable, CaseIterable, Codable {
    case running
    case paused
    /// Ended in time.
    case met
    /// Ended after it was due.
    case missed
    /// Withdrawn, terminated or returned: there is nothing left to be late with.
    case cancelled
}

/// What a clock runs for: sixteen bytes of an id, and whose id it is.
package struct ClockSubject: Sendable, Hashable {
    package let kind: LimitSubject
    package let id: [UInt8]

    package init(kind: LimitSubject, id: [UInt8]) {
        self.kind = kind
        self.id = id
    }

    package static func concern(_ id: ID<Concern>) -> Self { Self(kind: .concern, id: id.bytes) }
    package static func matter(_ id: ID<Matter>) -> Self { Self(kind: .matter, id: id.bytes) }
    package static func assignment(_ id: ID<Assignment>) -> Self {
        Self(kind: .assignment, id: id.bytes)
    }

    static func step(_ id: ID<SupervisionStep>) -> Self { Self(kind: .step, id: id.bytes) }

    /// The matter itself, where the subject is one.
    var matter: ID<Matter>? {
        guard kind == .matter else { return nil }
        do { return try ID(bytes: id) } catch { return nil }
    }
}
