/// One thing an officer may do.
///
/// Which roles hold it is the table below and nothing else.
package enum Right: String, CaseIterable, Sendable {
    case register
    case readMatters
    case accept
    case refuse
    case callSupplement
    case assign
    case link
    case confer
    case designate
    case sign
    case giveBack
    case reply
    case verify
    case close
    case visit
    case archive
    case supervise
    case decideSupervision
    case answerSupervision
    /// What supervision asks the centre's own dispatch while nobody was given the matter.
    case answerForDispatch
    case whistle
    case answerWhistle
    case ruleWhistle
    /// Calls the units of a matter to meetings, writes their minutes and keeps what they promised.
    case runJoint
    /// Speaks for the unit in joint handling: presence, promises, signature.
    case answerJoint
    /// Rules on an objection to the lead's draft.
    case ruleJoint
    /// May be named to rule on whose duty a matter is.
    case ruleDuty
    /// Asks that a matter goes up to a higher level.
    case proposeEscalation
    case decideEscalation
    case askExtension
    case decideExtension
    case suspend
    case disclose
    case markConflict
    case readTown
    case importConcerns
    case manageOfficers
    case manageSessions
    case loadPack
    case proposeCalendar
    case decideCalendar
    case readAudit
    case resendNotices
    case eraseContact
    /// Keeps a group matter's members, facts, representatives and bulletins.
    case keepGroup
    /// Enters what was paid out, and the employer's roster.
    case recordPayments
    /// Drafts the rota and changes it by hand.
    case keepRota
    case publishRota
    /// Speaks for the unit: who comes, when it cannot, and with whom it changes turns.
    case swapSittings
    /// The centre's own tick that a seat is taken.
    case tickSeats
}

extension Role {
    /// Centre posts see every matter that is not about them; unit posts those of their unit; area
    /// posts those of their area.
    package enum Reach: Sendable {
        case centre
        case unit
        case area
        case nothing
    }

    package var reach: Reach {
        switch self {
        case .clerk, .dispatcher, .supervisor, .director, .visitor, .archivist: .centre
        case .deskOfficer, .liaison, .mediator: .unit
        case .villageHead, .gridLeader, .gridWorker: .area
        case .adviser, .assessor, .systemAdministrator, .securityAdministrator, .auditor: .nothing
        }
    }

    /// DOMAIN 3.7, one line a role.
    ///
    /// Command (dispatch) and supervision never meet in one role, as in the two-axis grid
    /// management of the article.
    package var rights: Set<Right> {
        switch self {
        case .clerk:
            [
                .register, .readMatters, .readTown, .disclose, .importConcerns, .tickSeats,
                .keepGroup,
            ]
        case .dispatcher:
            [
                .register, .readMatters, .readTown, .accept, .refuse, .callSupplement, .assign,
                .link, .markConflict, .disclose, .importConcerns, .answerForDispatch, .whistle,
                .runJoint, .keepRota, .tickSeats, .keepGroup, .recordPayments,
                .proposeEscalation,
            ]
        case .supervisor:
            [
                .readMatters, .readTown, .verify, .close, .supervise, .proposeCalendar,
                .decideCalendar,
            ]
        case .director:
            [
                .readMatters, .readTown, .designate, .confer, .decideExtension, .suspend,
                .markConflict, .eraseContact, .decideSupervision, .proposeCalendar,
                .decideCalendar, .ruleWhistle, .ruleJoint, .ruleDuty, .keepRota, .publishRota,
                .tickSeats, .decideEscalation,
            ]
        case .liaison:
            [
                .register, .readMatters, .readTown, .sign, .giveBack, .reply, .askExtension,
                .suspend, .disclose, .proposeEscalation, .answerSupervision, .answerWhistle,
                .answerJoint,
                .swapSittings, .keepGroup, .recordPayments,
            ]
        case .deskOfficer:
            [
                .register, .readMatters, .readTown, .sign, .giveBack, .reply, .askExtension,
                .suspend, .disclose, .proposeEscalation, .answerSupervision, .answerWhistle,
                .answerJoint,
                .keepGroup, .recordPayments,
            ]
        case .mediator:
            [
                .register, .readMatters, .readTown, .sign, .giveBack, .reply, .askExtension,
                .suspend, .disclose, .proposeEscalation, .answerSupervision, .answerWhistle,
                .answerJoint,
            ]
        case .villageHead:
            [
                .register, .readMatters, .readTown, .sign, .giveBack, .reply, .askExtension,
                .suspend, .disclose, .proposeEscalation, .answerSupervision, .answerWhistle,
                .answerJoint,
            ]
        case .gridLeader, .gridWorker: [.register, .readMatters, .readTown]
        case .visitor: [.readMatters, .readTown, .visit, .disclose]
        case .archivist: [.readMatters, .readTown, .archive]
        case .adviser, .assessor: [.readTown]
        case .systemAdministrator: [.readTown, .loadPack, .proposeCalendar, .resendNotices]
        case .securityAdministrator: [.readTown, .manageOfficers, .manageSessions]
        case .auditor: [.readTown, .readAudit]
        }
    }
}
