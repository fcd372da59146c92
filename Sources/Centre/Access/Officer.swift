/// A person who works here.
///
/// Ended officers stay: what they did is on the timeline.
package struct Officer: Sendable, Equatable {
    package let id: ID<Officer>
    package let login: String
    package let name: String
    package let createdAt: Moment
    package let endedAt: Moment?
    /// A code from the officer's phone is asked for besides the password (GB/T 22239 8.1.4.1).
    package let hasSecondFactor: Bool

    package init(
        id: ID<Officer>,
        login: String,
        name: String,
        createdAt: Moment,
        endedAt: Moment? = nil,
        hasSecondFactor: Bool = false
    ) {
        self.id = id
        self.login = login
        self.name = name
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.hasSecondFactor = hasSecondFactor
    }

    package func works(at moment: Moment) -> Bool {
        endedAt.map { moment < $0 } ?? true
    }
}
