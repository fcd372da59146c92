import Storage

extension Matter {
    /// Where a matter stands.
    ///
    /// Joint handling, mediation and performance of an agreement are procedures attached to a
    /// matter, not stages of it.
    package enum Stage: String, Storable, CaseIterable, Codable {
        case registered
        case awaitingSupplement
        case declined
        case accepted
        case assigned
        case inProgress
        case suspended
        case replied
        case closed
        case reopened
        case archived
        case withdrawn
        case terminated

        /// Nothing is left to do but to file it.
        package var isOver: Bool {
            switch self {
            case .declined, .closed, .archived, .withdrawn, .terminated: true
            default: false
            }
        }
    }

    package enum Step: String, CaseIterable, Sendable {
        case callSupplement
        case supplement
        case accept
        case refuse
        case object
        case assign
        case sign
        case release
        case suspend
        case resume
        case reply
        case sendBack
        case close
        case reopen
        case archive
        case withdraw
        case terminate
    }

    /// The matter's machine.
    ///
    /// A step without a right is the resident's, or follows from a rule.
    package static let machine = Machine<Stage, Step>(transitions: [
        .init(.registered, .callSupplement, .awaitingSupplement, by: .callSupplement),
        .init(.registered, .accept, .accepted, by: .accept),
        .init(.registered, .refuse, .declined, by: .refuse),
        .init(.registered, .supplement, .registered),
        .init(.registered, .withdraw, .withdrawn),

        .init(.awaitingSupplement, .supplement, .registered),
        .init(.awaitingSupplement, .accept, .accepted, by: .accept),
        .init(.awaitingSupplement, .refuse, .declined, by: .refuse),
        .init(.awaitingSupplement, .withdraw, .withdrawn),

        .init(.declined, .object, .registered),
        .init(.declined, .archive, .archived, by: .archive),

        .init(.accepted, .assign, .assigned, by: .assign),
        .init(.accepted, .supplement, .accepted),
        .init(.accepted, .withdraw, .withdrawn),
        .init(.accepted, .terminate, .terminated, by: .close),

        .init(.assigned, .assign, .assigned, by: .assign),
        .init(.assigned, .sign, .inProgress, by: .sign),
        .init(.assigned, .release, .accepted, by: .giveBack),
        .init(.assigned, .suspend, .suspended, by: .suspend),
        .init(.assigned, .supplement, .assigned),
        .init(.assigned, .withdraw, .withdrawn),
        .init(.assigned, .terminate, .terminated, by: .close),

        .init(.inProgress, .assign, .inProgress, by: .assign),
        .init(.inProgress, .sign, .inProgress, by: .sign),
        .init(.inProgress, .reply, .replied, by: .reply),
        .init(.inProgress, .release, .accepted, by: .giveBack),
        .init(.inProgress, .suspend, .suspended, by: .suspend),
        .init(.inProgress, .supplement, .inProgress),
        .init(.inProgress, .withdraw, .withdrawn),
        .init(.inProgress, .terminate, .terminated, by: .close),

        .init(.suspended, .resume, .inProgress, by: .suspend),
        .init(.suspended, .supplement, .suspended),
        .init(.suspended, .withdraw, .withdrawn),
        .init(.suspended, .terminate, .terminated, by: .close),

        .init(.replied, .sendBack, .inProgress, by: .verify),
        .init(.replied, .close, .closed, by: .close),
        .init(.replied, .supplement, .replied),
        .init(.replied, .withdraw, .withdrawn),

        .init(.closed, .reopen, .reopened),
        .init(.closed, .archive, .archived, by: .archive),

        .init(.reopened, .assign, .assigned, by: .assign),
        .init(.reopened, .sign, .inProgress, by: .sign),
        .init(.reopened, .release, .accepted, by: .giveBack),
        .init(.reopened, .supplement, .reopened),
        .init(.reopened, .withdraw, .withdrawn),
        .init(.reopened, .terminate, .terminated, by: .close),

        .init(.withdrawn, .archive, .archived, by: .archive),
        .init(.terminated, .reopen, .reopened),
        .init(.terminated, .archive, .archived, by: .archive),
    ])
}
