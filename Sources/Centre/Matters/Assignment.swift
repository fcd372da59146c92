import Storage

/// One unit's part in a matter, with its own small machine and its own clock.
package struct Assignment: Sendable {
    package let id: ID<Assignment>
    package let matter: ID<Matter>
    package let unit: ID<Unit>
    package let role: Role
    package var state: State
    package var round: Int
    /// The director decided that this unit does it: it cannot be returned again.
    package let designated: Bool
    package let assignedBy: ID<Officer>
    package let assignedAt: Moment
    package var instruction: [UInt8]?
    /// The routing rule that named the unit, with its version, such as `WAGES/2`.
    package let rule: String?
    /// Why this unit, in one plain line.
    package let why: String
    package var signedBy: ID<Officer>?
    package var signedAt: Moment?
    package var outcome: Outcome?
    package var reply: [UInt8]?
    package var publicReply: [UInt8]?
    package var repliedBy: ID<Officer>?
    package var repliedAt: Moment?
    package var returnReason: String?
    package var returnBasis: [UInt8]?
    package var betterUnit: ID<Unit>?
    package var returnedBy: ID<Officer>?
    package var returnedAt: Moment?
    package var dueAt: Moment

    /// What a unit answers (信访工作条例 Art 32), and the neutral ends beside it.
    package enum Outcome: String, Storable, CaseIterable, Codable {
        case supported
        case explained
        case unsupported
        case settled
        case transferred
        case unverified
    }
}
