import Storage

extension Concern {
    /// Where one resident's concern stands.
    ///
    /// Every concern gets its own answer, whatever matter it is linked to.
    package enum State: String, Storable, CaseIterable, Codable {
        case registered
        case inHand
        case answered
        case visited
        case rated
        case contested
        case withdrawn

        /// A later round of the matter changes nothing for this resident: taken back, or rated
        /// and content.
        package var isSettled: Bool { self == .withdrawn || self == .rated }
    }

    package enum Step: String, CaseIterable, Sendable {
        case take
        case answer
        case visit
        case rate
        case contest
        case withdraw
    }

    package static let machine = Machine<State, Step>(transitions: [
        .init(.registered, .take, .inHand, by: .accept),
        .init(.registered, .answer, .answered, by: .refuse),
        .init(.registered, .withdraw, .withdrawn),

        .init(.inHand, .take, .inHand, by: .accept),
        .init(.inHand, .answer, .answered, by: .close),
        .init(.inHand, .withdraw, .withdrawn),

        .init(.answered, .answer, .answered, by: .close),
        .init(.answered, .visit, .visited, by: .visit),
        .init(.answered, .rate, .rated),
        .init(.answered, .contest, .contested),
        .init(.answered, .withdraw, .withdrawn),

        .init(.visited, .answer, .answered, by: .close),
        .init(.visited, .visit, .visited, by: .visit),
        .init(.visited, .rate, .rated),
        .init(.visited, .contest, .contested),

        .init(.rated, .visit, .rated, by: .visit),
        .init(.rated, .contest, .contested),

        .init(.contested, .take, .inHand, by: .accept),
        .init(.contested, .answer, .answered, by: .close),
        .init(.contested, .withdraw, .withdrawn),
    ])
}
