import Storage

/// The thing to be resolved.
///
/// One or more concerns are linked to it; linking can be undone.
package struct Matter: Sendable {
    package let id: ID<Matter>
    package var stage: Stage
    /// Where a suspended matter goes back to.
    package var stageBefore: Stage?
    package var classCode: String?
    package var item: String?
    package var route: String?
    package var village: ID<Area>?
    package var grid: ID<Area>?
    package var urgency: Concern.Urgency
    package var dangerNow: Bool
    package var confidential: Bool
    let lock: LockedVault
    /// The concern whose title names the matter on lists.
    package var voice: ID<Concern>?
    /// The matter this one's concern was linked to; it rests until the link is undone.
    package var linkedInto: ID<Matter>?
    package let createdAt: Moment
    package var touchedAt: Moment
    /// The earliest due moment of its running clocks; ``Moment/never`` when none runs.
    package var dueAt = Moment.never
    /// How many units have returned it in this round.
    package var returns = 0
    /// 1 for the first handling, one more for each reopening.
    package var round = 1
    package var conference = Conference.none
    package var verifiedBy: ID<Officer>?
    package var closedBy: ID<Officer>?
    package var closedAt: Moment?
    package var closure: String?

    /// Two returns call a conference; only after it has met may a unit be designated.
    package enum Conference: String, Storable, CaseIterable, Codable {
        case none
        case called
        case held
    }
}
