import Storage

/// What somebody is told about a matter: the resident of a concern, or one officer.
package enum Notice {
    /// What happened, as notices and the outbox name it.
    package enum Kind: String, Storable, CaseIterable, Codable {
        /// The centre has taken it on; told only where it goes to phones.
        case matterAccepted
        case extensionGranted
        case dangerNow
        case matterClosed
        case matterTerminated
        case assignmentMade
        case assignmentReturned
        case reworkAsked
        case matterReopened
        case conferenceCalled
        case suspensionEnded
        /// Half the time of a limit, or most of it, is used.
        case limitSoon
        case limitDue
        case limitMissed
        case dueMoved
        case partDueMoved
        /// A step of supervision waits for a unit.
        case supervisionOpened
        /// A unit has answered; the centre judges.
        case supervisionAnswered
        /// A whistle calls the unit.
        case whistleCalled
        /// A unit declines; the director rules.
        case whistleDeclined
        /// A unit stays away; the desk that called says what follows.
        case whistleAbsent
        /// A unit is silent past its limit.
        case whistleSilent
        /// The unit need not come any more.
        case whistleReleased
        /// Every part has ended; both sides say how it was.
        case whistleEnded
        /// The unit is called to a meeting on a matter.
        case jointMeeting
        case jointMeetingOff
        /// A promise of the unit is in the minutes.
        case pledgeMade
        /// A unit asks for another day.
        case pledgeMoveAsked
        case pledgeMoved
        /// The day of a promise has passed, and it was not kept.
        case pledgeMissed
        /// The lead's draft waits for the unit's signature.
        case signOffAsked
        /// A unit objects; the director rules.
        case signOffObjected
        /// The unit answers a watch task.
        case followUpSet
        /// An officer is named to rule on whose duty a matter is; the units hear of it.
        case rulingAsked
        case rulingGiven
        /// The unit that worked meanwhile need not go on.
        case rulingReleased
        case rulingWithdrawn
        /// A unit or the dispatch desk asks that a matter goes up a level; the director decides.
        case escalationProposed
        case escalationDeclined
        /// The matter is in the hands of a higher level now.
        case matterEscalated
        /// The matter went down to a village.
        case matterSentDown
        /// All members of a group matter are told how it goes.
        case groupTold
        /// Money was paid out to members of a group matter.
        case groupPaid
    }
}

extension Notice.Kind {
    /// Whether each resident of the matter is told.
    var tellsResidents: Bool {
        switch self {
        case .matterAccepted, .extensionGranted, .matterClosed, .matterTerminated, .dueMoved,
            .matterEscalated, .matterSentDown:
            true
        case .dangerNow, .assignmentMade, .assignmentReturned, .reworkAsked, .matterReopened,
            .conferenceCalled, .suspensionEnded, .limitSoon, .limitDue, .limitMissed,
            .partDueMoved, .supervisionOpened, .supervisionAnswered, .whistleCalled,
            .whistleDeclined, .whistleAbsent, .whistleSilent, .whistleReleased, .whistleEnded,
            .jointMeeting, .jointMeetingOff, .pledgeMade, .pledgeMoveAsked, .pledgeMoved,
            .pledgeMissed, .signOffAsked, .signOffObjected, .followUpSet, .rulingAsked,
            .rulingGiven, .rulingReleased, .rulingWithdrawn, .escalationProposed,
            .escalationDeclined, .groupTold, .groupPaid:
            false
        }
    }

    /// Whether each member of a group matter is told, some at a time.
    var tellsMembers: Bool { self == .groupTold || self == .groupPaid }

    /// Whether it goes with an answer, and so only to those who got one.
    var goesWithAnswer: Bool { self == .matterClosed || self == .matterTerminated }

    /// Whoever of the whole centre holds one of these rights is told.
    var rights: Set<Right> {
        switch self {
        case .dangerNow: [.assign, .designate]
        case .assignmentReturned, .matterReopened, .rulingGiven, .escalationDeclined: [.assign]
        case .escalationProposed: [.decideEscalation]
        case .conferenceCalled: [.assign, .confer]
        case .limitDue: [.assign]
        case .limitMissed: [.assign, .verify]
        case .matterAccepted, .extensionGranted, .matterClosed, .matterTerminated,
            .assignmentMade, .reworkAsked,
            .suspensionEnded, .limitSoon, .dueMoved, .partDueMoved, .supervisionOpened,
            .whistleCalled, .whistleSilent, .whistleReleased, .jointMeeting, .jointMeetingOff,
            .pledgeMade, .pledgeMoved, .signOffAsked, .followUpSet, .rulingAsked, .rulingReleased,
            .rulingWithdrawn, .matterEscalated, .matterSentDown, .groupTold, .groupPaid:
            []
        case .supervisionAnswered: [.supervise]
        case .whistleDeclined: [.ruleWhistle]
        case .whistleAbsent, .whistleEnded: [.whistle]
        case .pledgeMoveAsked: [.runJoint]
        case .pledgeMissed: [.runJoint, .ruleJoint]
        case .signOffObjected: [.ruleJoint]
        }
    }

    /// The roles of the whole centre that are told; a limit that no unit has to keep, and a step of
    /// supervision that asks none, is the dispatcher's.
    func roles(withoutUnit: Bool) -> [Role] {
        let isDispatchers = withoutUnit && [.limitSoon, .supervisionOpened].contains(self)
        let rights = isDispatchers ? [Right.assign] : rights
        return Role.allCases.filter { $0.reach == .centre && !$0.rights.isDisjoint(with: rights) }
    }
}

/// A notice as its officer reads it.
package struct NoticeLine: Codable, Sendable, Equatable {
    package let id: ID<Notice>
    package let kind: Notice.Kind
    package let at: Moment
    package let readAt: Moment?
    package let matter: ID<Matter>
    /// The number of the concern that names the matter.
    package let number: String?
    /// Codes: units, roles, grounds, rules.
    package let facts: [String: String]

    /// The line a page ends on; unread ones come first.
    package struct Cursor: Sendable, Equatable {
        package let isRead: Bool
        package let id: ID<Notice>

        package init(isRead: Bool, id: ID<Notice>) {
            self.isRead = isRead
            self.id = id
        }
    }
}

/// A notice as the resident of a concern reads it.
package struct ResidentNotice: Codable, Sendable, Equatable {
    package let id: ID<Notice>
    package let kind: Notice.Kind
    package let at: Moment
    package let facts: [String: String]
}
