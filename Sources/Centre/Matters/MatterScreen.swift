/// A matter as one screen of the desk shows it, read in one look.
package struct MatterScreen: Sendable {
    /// A limit with what its day can be counted from.
    package struct Limit: Sendable {
        package let line: ClockLine
        package let clock: Clock
        /// What was raised of it, the oldest first.
        package let alarms: [AlarmTrace]
    }

    /// More time a unit has asked for and nobody has decided yet.
    package struct AskedTime: Sendable, Equatable {
        package let rule: String
        package let amount: Int
        package let reason: String
        package let askedAt: Moment
        /// The viewer asked, and so does not decide (信访工作条例 Art 34).
        package let isOwn: Bool
    }

    package let matter: MatterView
    /// Running limits first, the earliest due first; then the ended ones.
    package let limits: [Limit]
    package let timeline: Portion<TimelineLine, TimelineLine.Cursor>
    /// What officers wrote, by the digest in the entry that tells of it.
    package let papers: [String: String]
    /// Where the residents say it is, in the system of the town's borders.
    package let points: [Point]
    package let place: ID<Area>?
    /// What is at stake in money, in fen, by the concern's number.
    package let amounts: [String: Int64]
    /// The parts that the viewer's own units hold.
    package let ownParts: Set<ID<Assignment>>
    package let askedTime: AskedTime?
    package let suspendedUntil: Moment?
    /// What units are called to account for, oldest first.
    package let supervision: [SupervisionView]
    /// Who was called to the table for it, oldest first.
    package let whistles: [WhistleView]
    /// What went out of the house last, the newest first.
    package let messages: [MessageLine]
    /// Whether it is or was handled jointly.
    package let isJoint: Bool
    /// Whether its duty is or was disputed.
    package let isDisputed: Bool
    /// Whether it goes or went between levels, or the viewer may see to that.
    package let hasLevels: Bool
    /// Whether many people have lines of their own in it.
    package let isGroup: Bool
    /// What the file still lacks.
    package let incomplete: [Incompleteness]
    /// Why somebody else than the viewer does it: nobody closes alone.
    package let bars: Bars
}

extension MatterScreen {
    package struct Bars: Sendable, Equatable {
        /// From verifying and closing.
        package let verifying: Separation?
        package let terminating: Separation?
        package let visiting: Separation?
    }

    /// Which part of the timeline a screen shows.
    package struct Extent: Sendable {
        package var newestFirst = true
        package var after: TimelineLine.Cursor?
        package var limit = 20

        package init() {}
    }
}
