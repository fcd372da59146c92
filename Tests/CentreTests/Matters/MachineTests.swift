import Testing

@testable import Centre

/// Walks a machine from a state: everything that can be reached.
private func reachable<State, Step>(
    from start: State,
    in machine: Machine<State, Step>
) -> Set<State> {
    var seen: Set<State> = [start]
    var waiting = [start]
    while let state = waiting.popLast() {
        for transition in machine.steps(from: state) where seen.insert(transition.to).inserted {
            waiting.append(transition.to)
        }
    }
    return seen
}

@Suite struct `The three machines` {
    @Test(arguments: Matter.Stage.allCases)
    func `every stage of a matter can be reached and can reach the archive`(stage: Matter.Stage) {
        #expect(reachable(from: .registered, in: Matter.machine).contains(stage))
        #expect(reachable(from: stage, in: Matter.machine).contains(.archived))
    }

    @Test(arguments: Assignment.State.allCases)
    func `every state of a part can be reached and can reach an end`(state: Assignment.State) {
        let ends: Set<Assignment.State> = [.accepted, .returned, .reassigned, .cancelled]
        #expect(reachable(from: .pending, in: Assignment.machine).contains(state))
        #expect(!reachable(from: state, in: Assignment.machine).isDisjoint(with: ends))
    }

    @Test(arguments: Concern.State.allCases)
    func `every state of a concern can be reached and can reach an end`(state: Concern.State) {
        let ends: Set<Concern.State> = [.rated, .visited, .withdrawn]
        #expect(reachable(from: .registered, in: Concern.machine).contains(state))
        #expect(!reachable(from: state, in: Concern.machine).isDisjoint(with: ends))
    }

    @Test func `one step leads to one place`() {
        let matters = Matter.machine.transitions.map { "\($0.from)/\($0.step)" }
        let parts = Assignment.machine.transitions.map { "\($0.from)/\($0.step)" }
        let concerns = Concern.machine.transitions.map { "\($0.from)/\($0.step)" }
        for table in [matters, parts, concerns] {
            #expect(Set(table).count == table.count)
        }
    }

    @Test func `every right a step names is held by some role`() {
        let named =
            Matter.machine.transitions.compactMap(\.right)
            + Assignment.machine.transitions.compactMap(\.right)
            + Concern.machine.transitions.compactMap(\.right)
        for right in Set(named) {
            #expect(Role.allCases.contains { $0.rights.contains(right) }, "\(right)")
        }
    }

    @Test func `a resident can withdraw from every stage at which somebody still works`() {
        for stage in Matter.Stage.allCases where !stage.isOver {
            #expect(
                Matter.machine.transitions.contains { $0.from == stage && $0.step == .withdraw },
                "\(stage)"
            )
        }
    }
}
