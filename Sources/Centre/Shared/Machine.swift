/// A small machine as a readable table: from where, by which step, to where.
package struct Machine<State: Hashable & Sendable, Step: Hashable & Sendable>: Sendable {
    package struct Transition: Sendable {
        package let from: State
        package let step: Step
        package let to: State
        /// Which right the officer needs; nil where the resident or a rule takes the step.
        package let right: Right?

        init(_ from: State, _ step: Step, _ to: State, by right: Right? = nil) {
            self.from = from
            self.step = step
            self.to = to
            self.right = right
        }
    }

    package let transitions: [Transition]

    package func steps(from state: State) -> [Transition] {
        transitions.filter { $0.from == state }
    }

    package func next(from state: State, _ step: Step) throws(StageRefusal) -> State {
        for transition in transitions where transition.from == state && transition.step == step {
            return transition.to
        }
        throw StageRefusal(stage: "\(state)", step: "\(step)")
    }
}

/// The step is not possible at this stage.
package struct StageRefusal: Refusal, Equatable {
    package let stage: String
    package let step: String

    package var word: String { "stage-refused" }
    package var particulars: [String: String] { ["stage": stage, "step": step] }
}
