/// Something that happened, as far as clocks care.
package struct ClockEvent: Sendable, Hashable {
    package let act: Act
    package let at: Moment
    package let subject: ClockSubject
    /// The matter to which the concern or assignment belongs after the act.
    package let matter: ID<Matter>?
    /// The part that a step of supervision calls to account.
    package let part: ID<Assignment>?
    /// The entry's place in its chain, which keeps the order of what happened in one moment.
    package let position: Int
    package let facts: ClockFacts
    /// The rule that is extended, and by how much in its unit.
    package let rule: String?
    package let amount: Int?
    /// The ground of a suspension, and when it ends by itself.
    package let ground: String?
    package let until: Moment?

    package init(
        _ act: Act,
        at: Moment,
        subject: ClockSubject,
        matter: ID<Matter>? = nil,
        part: ID<Assignment>? = nil,
        position: Int = 0,
        facts: ClockFacts = ClockFacts(),
        rule: String? = nil,
        amount: Int? = nil,
        ground: String? = nil,
        until: Moment? = nil
    ) {
        self.act = act
        self.at = at
        self.subject = subject
        self.matter = matter
        self.part = part
        self.position = position
        self.facts = facts
        self.rule = rule
        self.amount = amount
        self.ground = ground
        self.until = until
    }
}

/// What the conditions of limits ask about, as it stood when the act happened.
package struct ClockFacts: Sendable, Hashable {
    package var kind: String?
    package var route: String?
    package var disputeClass: String?
    package var channel: String?
    /// `lead` or `assist`.
    package var role: String?
    package var urgency: String?

    package init(
        kind: String? = nil,
        route: String? = nil,
        disputeClass: String? = nil,
        channel: String? = nil,
        role: String? = nil,
        urgency: String? = nil
    ) {
        self.kind = kind
        self.route = route
        self.disputeClass = disputeClass
        self.channel = channel
        self.role = role
        self.urgency = urgency
    }
}
