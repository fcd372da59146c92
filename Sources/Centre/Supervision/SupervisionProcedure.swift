/// How one kind of supervision step goes: its machine, the act of each move, who decides on it,
/// and the limit it has.
package struct SupervisionProcedure: Sendable {
    typealias State = SupervisionStep.State
    typealias Move = SupervisionStep.Move

    package let machine: Machine<SupervisionStep.State, SupervisionStep.Move>
    let opening: Act
    let acts: [SupervisionStep.Move: Act]
    /// Whose decision it is; it is withdrawn by the same.
    package let decider: Right
    /// The limit rule of the pack under which the unit answers.
    package let limit: String?

    init(
        _ opening: Act,
        by decider: Right,
        limit: String? = nil,
        acts: [SupervisionStep.Move: Act],
        _ transitions: [Machine<SupervisionStep.State, SupervisionStep.Move>.Transition]
    ) {
        self.opening = opening
        self.decider = decider
        self.limit = limit
        self.acts = acts
        machine = Machine(transitions: transitions)
    }

    /// The right with which a move is taken: what the centre's own dispatch is asked is answered by
    /// the dispatcher.
    func right(for move: SupervisionStep.Move, asksDispatch: Bool) -> Right? {
        let right = machine.transitions.first { $0.step == move }?.right
        return asksDispatch && right == .answerSupervision ? .answerForDispatch : right
    }

    func move(of act: Act) -> SupervisionStep.Move? {
        acts.first { $0.value == act }?.key
    }

    /// Answered in writing, then taken or sent back by somebody else.
    static let answeredAndJudged: [Machine<State, Move>.Transition] = [
        .init(.issued, .answer, .answered, by: .answerSupervision),
        .init(.answered, .accept, .settled, by: .supervise),
        .init(.answered, .sendBack, .sentBack, by: .supervise),
        .init(.sentBack, .answer, .answered, by: .answerSupervision),
    ]

    /// A step is withdrawn by whoever may decide on it, at any time and even when it is over: what
    /// was wrong stays wrong (the history stays too).
    static func withdrawn(
        from states: [State],
        by decider: Right
    ) -> [Machine<State, Move>.Transition] {
        states.map { .init($0, .withdraw, .withdrawn, by: decider) }
    }
}
