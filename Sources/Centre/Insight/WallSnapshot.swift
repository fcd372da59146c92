/// The centre at one moment in counts, for the wall: never a person, never a word of a concern.
///
/// A matter that is about an officer or a unit of the house is in none of them: whoever it is about
/// would see it there (信访工作条例 Art 30, 46).
package struct WallSnapshot: Codable, Sendable, Equatable {
    package let at: Moment
    /// The edition of the town whose codes these are.
    package let packVersion: Int
    package let today: Today
    /// Matters in work by stage; stages without any are left out.
    package let stages: [Matter.Stage: Int]
    /// Matters with a running limit, all together.
    package let due: DueCount
    /// By unit, in the town's order: what waits for the unit's own hand.
    package let units: [Share]
    package let classes: [Share]
    package let villages: [Share]
    package let grids: [Share]
    package let pulse: Pulse
    package let joint: JointWork
    /// nil while there is no group matter in work.
    package let groups: GroupWork?
    /// Who sits at the hall in this half of the day; empty when it is closed.
    package let hall: [HallDay.Place]

    /// What was registered since midnight.
    package struct Today: Codable, Sendable, Equatable {
        package let registered: Int
        package let channels: [Tally]
        /// By hour of the day, from nought to twenty-three.
        package let hours: [Int]
    }

    package struct Tally: Codable, Sendable, Equatable {
        package let code: String
        package let count: Int
    }

    /// One code's part; a missing code is what has none yet.
    package struct Share: Codable, Sendable, Equatable {
        package let code: String?
        package let due: DueCount
    }

    /// How the classes of new matters beat, computed at its own, slower pace.
    package struct Pulse: Codable, Sendable, Equatable {
        package let at: Moment
        /// How many weeks before this one can be compared with.
        package let weeks: Int
        package let classes: [ClassPulse]
    }

    /// Group matters in work, all together.
    package struct GroupWork: Codable, Sendable, Equatable {
        package let matters: Int
        package let members: Int
        package let settled: Int
        package let owed: Money
        package let paid: Money
    }

    /// Matters in which units assist the leading one.
    package struct JointWork: Codable, Sendable, Equatable {
        package let count: Int
        package let nearest: [Line]

        /// A confidential matter is counted and has no line.
        package struct Line: Codable, Sendable, Equatable {
            package let matter: ID<Matter>
            package let classCode: String?
            package let village: String?
            package let lead: String?
            package let assisting: [String]
            package let due: Moment?
        }
    }
}

/// Matters with a running limit, by how near the earliest is (``Worklist/DueBand``).
package struct DueCount: Codable, Sendable, Equatable {
    package private(set) var overdue = 0
    package private(set) var soon = 0
    package private(set) var later = 0

    package init() {}

    package var total: Int { overdue + soon + later }

    mutating func add(_ count: Int, in band: Worklist.DueBand) {
        switch band {
        case .overdue: overdue += count
        case .soon: soon += count
        case .later: later += count
        }
    }

    static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.overdue += right.overdue
        sum.soon += right.soon
        sum.later += right.later
        return sum
    }
}
