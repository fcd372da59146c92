import Storage

/// What a viewer works through: which matters, in which order, from where.
package struct Worklist: Sendable, Equatable {
    package enum Order: String, CaseIterable, Sendable {
        case due
        case updated
        case created
    }

    package enum DueBand: String, CaseIterable, Sendable {
        case overdue
        /// Due within three days.
        case soon
        case later
    }

    /// Which of them all, as the wall counts them.
    package enum Among: String, CaseIterable, Sendable {
        /// In work: not over.
        case open
        /// In a unit's hands: its part waits for the unit itself.
        case inHand
        /// With a concern that was registered today.
        case today
        /// New in the last seven days.
        case week
    }

    package var stage: Matter.Stage?
    package var among: Among?
    /// By which way today's concern came; counts together with ``Among/today`` alone.
    package var channel: Concern.Channel?
    package var unit: ID<Unit>?
    package var area: Area?
    package var classCode: String?
    package var due: DueBand?
    package var search: String?
    package var order = Order.due
    package var limit = 50
    package var after: Cursor?

    package init() {}

    /// The last line of the page before: its sort key and its matter.
    package struct Cursor: Sendable, Equatable, Codable {
        package let key: Int64
        package let matter: ID<Matter>

        package init(key: Int64, matter: ID<Matter>) {
            self.key = key
            self.matter = matter
        }
    }
}

package struct WorklistLine: Codable, Sendable, Equatable {
    package let id: ID<Matter>
    package let number: String?
    package let title: String?
    package let stage: Matter.Stage
    package let `class`: MatterView.Named?
    package let area: MatterView.Named?
    package let urgency: Concern.Urgency
    package let dangerNow: Bool
    package let confidential: Bool
    package let lead: MatterView.Named?
    package let createdAt: Moment
    package let updatedAt: Moment
    package let due: Moment?
    package let overdue: Bool
}

package struct Portion<Item: Sendable, Next: Sendable>: Sendable {
    package let items: [Item]
    package let next: Next?

    package init(items: [Item], next: Next?) {
        self.items = items
        self.next = next
    }
}
