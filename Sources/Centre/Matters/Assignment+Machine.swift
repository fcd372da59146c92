import Storage

extension Assignment {
    package enum Role: String, Storable, CaseIterable, Codable {
        /// 主办
        case lead
        /// 协办
        case assist
    }

    /// Where one unit's part stands (DOMAIN 3.3).
    package enum State: String, Storable, CaseIterable, Codable {
        case pending
        case signed
        case working
        case submitted
        case accepted
        case rework
        case returned
        case reassigned
        case cancelled

        /// The unit still has something to do.
        package var isLive: Bool {
            switch self {
            case .pending, .signed, .working, .rework: true
            default: false
            }
        }

        /// The part counts for the matter: it is being done or has been done.
        package var isStanding: Bool {
            isLive || self == .submitted || self == .accepted
        }
    }

    package enum Step: String, CaseIterable, Sendable {
        case sign
        case begin
        case reply
        case giveBack
        case verify
        case sendBack
        case reopen
        case reassign
        case cancel
    }

    package static let machine = Machine<State, Step>(transitions: [
        .init(.pending, .sign, .signed, by: .sign),
        .init(.pending, .giveBack, .returned, by: .giveBack),
        .init(.pending, .reassign, .reassigned, by: .designate),
        .init(.pending, .cancel, .cancelled),

        .init(.signed, .begin, .working, by: .reply),
        .init(.signed, .reply, .submitted, by: .reply),
        .init(.signed, .giveBack, .returned, by: .giveBack),
        .init(.signed, .reassign, .reassigned, by: .designate),
        .init(.signed, .cancel, .cancelled),

        .init(.working, .begin, .working, by: .reply),
        .init(.working, .reply, .submitted, by: .reply),
        .init(.working, .reassign, .reassigned, by: .designate),
        .init(.working, .cancel, .cancelled),

        .init(.submitted, .verify, .accepted, by: .verify),
        .init(.submitted, .sendBack, .rework, by: .verify),
        .init(.submitted, .cancel, .cancelled),

        .init(.rework, .sign, .working, by: .sign),
        .init(.rework, .reply, .submitted, by: .reply),
        .init(.rework, .reassign, .reassigned, by: .designate),
        .init(.rework, .cancel, .cancelled),

        .init(.accepted, .reopen, .rework),
        .init(.returned, .reassign, .reassigned, by: .designate),
    ])
}
