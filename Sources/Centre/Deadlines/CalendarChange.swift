import Storage

/// A change of what limits are counted by, from its proposal to the day on which all running
/// clocks follow it.
package struct CalendarChange: Sendable, Equatable {
    package let id: ID<CalendarChange>
    /// 1, 2, 3, … in the order of proposal.
    package let number: Int
    package let content: Content
    package let reason: String
    package let state: State
    /// None for whoever works at the machine's own command line.
    package let proposedBy: ID<Officer>?
    package let proposedAt: Moment
    package let decidedBy: ID<Officer>?
    package let decidedAt: Moment?
    package let decision: String?
    package let edition: Int?
    package let inForceAt: Moment?
    /// The pack on which the preview was counted.
    package let packVersion: Int
    package let countedAt: Moment?
    package let tally: Tally

    package enum State: String, Storable, CaseIterable, Codable {
        /// The preview is being counted.
        case counting
        /// The preview is there; the change waits for the second person.
        case counted
        case declined
        /// Approved and in force; the clocks are being brought to it.
        case settling
        case settled
    }

    /// What it says.
    package enum Content: Sendable, Equatable, Codable {
        /// A year's official notice.
        case notice(HolidayNotice)
        /// Days the town decides on itself, such as a typhoon closure; the change's reason is theirs.
        case overlay(days: [Day], off: Bool)
        /// Such days taken back.
        case lift(days: [Day])
        /// New editions of limits, written as in a pack's `limits.yaml`.
        case rules(text: String)
    }

    /// What the preview and the walk have counted.
    package struct Tally: Sendable, Equatable, Codable {
        /// Clocks that ran when the count began, and how many of them were looked at.
        package var running = 0
        package var scanned = 0
        package var later = 0
        package var earlier = 0
        /// Would have been made late, and keep the day they had.
        package var kept = 0
        /// Provisional days that become final without moving.
        package var fixed = 0
        /// What the walk after the approval looked at, and how many clocks it moved.
        package var walked = 0
        package var moved = 0

        package init() {}
    }
}

extension CalendarChange.Content {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case notice
        case overlay
        case lift
        case rules
    }

    package var kind: Kind {
        switch self {
        case .notice: .notice
        case .overlay: .overlay
        case .lift: .lift
        case .rules: .rules
        }
    }
}
