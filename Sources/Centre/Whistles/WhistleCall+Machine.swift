extension WhistleCall {
    package enum Move: String, CaseIterable, Sendable, Codable {
        case see
        case come
        /// With a reason, to the director.
        case decline
        /// The unit says it is there.
        case arrive
        /// The centre's desk ticks it.
        case markPresent
        /// The unit does not come, or has to leave, and says why.
        case stayAway
        case markAbsent
        case finish
        /// Its refusal or absence is accepted.
        case excuse
        /// The call stands.
        case uphold
        case withdraw
        /// Silence goes up a rung; the house itself.
        case rise

        /// Whether it says if the unit comes; being there says so too.
        var isAnswer: Bool {
            switch self {
            case .come, .decline, .arrive, .markPresent, .stayAway: true
            case .see, .markAbsent, .finish, .excuse, .uphold, .withdraw, .rise: false
            }
        }
    }

    /// The machine of one unit's part.
    ///
    /// A unit that came after all is present, whatever was noted before; a refusal is ruled on by
    /// the director, an absence by the desk that called.
    package static let machine = Machine<State, Move>(
        transitions: [
            .init(.called, .see, .seen, by: .answerWhistle),

            .init(.called, .come, .coming, by: .answerWhistle),
            .init(.seen, .come, .coming, by: .answerWhistle),

            .init(.called, .decline, .declined, by: .answerWhistle),
            .init(.seen, .decline, .declined, by: .answerWhistle),

            .init(.present, .finish, .done, by: .answerWhistle),

            .init(.declined, .excuse, .excused, by: .ruleWhistle),
            .init(.declined, .uphold, .called, by: .ruleWhistle),
            .init(.absent, .excuse, .excused, by: .whistle),
            .init(.absent, .uphold, .called, by: .whistle),

            .init(.called, .rise, .called),
            .init(.seen, .rise, .seen),
        ]
            + from([.called, .seen, .coming, .absent], .arrive, .present, by: .answerWhistle)
            + from([.called, .seen, .coming, .absent], .markPresent, .present, by: .whistle)
            + from([.called, .seen, .coming, .present], .stayAway, .absent, by: .answerWhistle)
            + from([.called, .seen, .coming, .present], .markAbsent, .absent, by: .whistle)
            + from(
                [.called, .seen, .coming, .present, .declined, .absent],
                .withdraw,
                .withdrawn,
                by: .whistle
            )
    )

    private static func from(
        _ states: [State],
        _ move: Move,
        _ end: State,
        by right: Right
    ) -> [Machine<State, Move>.Transition] {
        states.map { .init($0, move, end, by: right) }
    }
}
