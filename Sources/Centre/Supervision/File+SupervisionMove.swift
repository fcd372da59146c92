import Storage

extension File {
    /// Takes one step of supervision a move on.
    mutating func move(
        _ id: ID<SupervisionStep>,
        _ move: SupervisionStep.Move,
        _ said: SupervisionWords,
        by viewer: Viewer,
        as actor: Actor
    ) throws {
        guard let step = try supervision().first(where: { $0.id == id }) else { throw NotFound() }
        _ = try step.kind.procedure.machine.next(from: step.state, move)
        try check(viewer, mayTake: move, of: step)
        try turn.town.supervision.checkNoSilence(said.words)
        guard let act = step.kind.procedure.acts[move] else { throw NotFound() }
        var facts = [
            "step": id.description, "rung": step.kind.rawValue,
            "unit": turn.town.unit(step.unit)?.code ?? "", "ground": step.ground,
        ]
        facts["words.digest"] = try paper(.supervision, said.words)
        switch (step.kind, move) {
        case (.leader, .answer):
            guard let result = said.result else { throw SupervisionRefusal.resultMissing }
            facts["result"] = result.rawValue
        case (.recheck, .hold):
            guard let finding = said.finding else { throw SupervisionRefusal.findingMissing }
            facts["finding"] = finding.rawValue
        default: break
        }
        try note(act, by: actor, assignment: step.assignment, facts)
        try tell(move, of: step)
    }

    private func tell(_ move: SupervisionStep.Move, of step: SupervisionStep) throws {
        switch move {
        case .answer where step.kind != .reminder:
            try tell(.supervisionAnswered, ["rung": step.kind.rawValue])
        case .sendBack:
            try tell(.supervisionOpened, units: [step.unit], ["rung": step.kind.rawValue])
        default: break
        }
    }

    /// Who answers is of the unit; who judges had no part in it.
    func check(
        _ viewer: Viewer,
        mayTake move: SupervisionStep.Move,
        of step: SupervisionStep
    ) throws {
        if move == .answer {
            let own = Sight(viewer, using: .answerSupervision, in: turn.town).units
            guard own.contains(step.unit) else { throw NotFound() }
            return
        }
        try checkApart(viewer, from: step.unit)
        guard move == .accept || move == .sendBack || step.kind == .recheck else { return }
        switch step.kind {
        case .rectification where step.openedBy == viewer.officer:
            throw SupervisionRefusal.judgedByDecider
        case .leader where step.ledBy.contains(viewer.officer):
            throw SupervisionRefusal.judgedByLeader
        case .recheck where verifiers.contains(viewer.officer):
            throw SupervisionRefusal.closer
        default: break
        }
    }

    /// The moves that the machine allows, the viewer has the right to, and nothing stands against.
    func moves(of step: SupervisionStep, for viewer: Viewer) -> [SupervisionStep.Move] {
        step.kind.procedure.machine.steps(from: step.state).filter { transition in
            guard let right = transition.right, viewer.may(right) else { return false }
            do {
                try check(viewer, mayTake: transition.step, of: step)
                return true
            } catch {
                return false
            }
        }.map(\.step)
    }
}
