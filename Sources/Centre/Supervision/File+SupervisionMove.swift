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
            "step": id.description, "rung": step.kind.rawValue, "ground": step.ground,
        ]
        facts.merge(asked(step.unit)) { $1 }
        facts["words.digest"] = try paper(.supervision, said.words)
        switch (step.kind, move) {
        case (.leader, .answer):
            guard let result = said.result else { throw SupervisionRefusal.resultMissing }
            facts["result"] = result.rawValue
        case (.leader, .replace):
            facts.merge(try successor(said, in: step)) { $1 }
        case (.recheck, .hold):
            guard let finding = said.finding else { throw SupervisionRefusal.findingMissing }
            facts["finding"] = finding.rawValue
        default: break
        }
        try note(act, by: actor, assignment: step.assignment, facts)
        try tell(move, of: step)
    }

    /// Who takes the case over, and until when it is promised; the promise stays unless another is
    /// made.
    private func successor(
        _ said: SupervisionWords,
        in step: SupervisionStep
    ) throws -> [String: String] {
        guard let leader = said.leader else { throw Fault(.missing, "leader") }
        let today = turn.at.day(in: turn.town.offset)
        if let promised = said.promised, promised < today { throw SupervisionRefusal.dayPast }
        let former = step.particulars["leader"]
        guard former != leader.description else { throw SupervisionRefusal.leaderSame }
        guard step.particulars["responsible"] != leader.description else {
            throw SupervisionRefusal.leaderFromUnit
        }
        let leads = try SupervisionRecords.holdsPost(leader, .role(.director), in: turn)
        guard leads else { throw Fault(.unknownCode, "leader") }
        var facts = ["leader": leader.description]
        facts["was"] = former
        facts["day"] = said.promised?.description
        return facts
    }

    private func tell(_ move: SupervisionStep.Move, of step: SupervisionStep) throws {
        switch move {
        case .answer where step.kind != .reminder:
            try tell(.supervisionAnswered, ["rung": step.kind.rawValue])
        case .sendBack:
            let units = step.unit.map { [$0] } ?? []
            try tell(.supervisionOpened, units: units, ["rung": step.kind.rawValue])
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
            guard let unit = step.unit else { return try viewer.require(.answerForDispatch) }
            let own = Sight(viewer, using: .answerSupervision, in: turn.town).units
            guard own.contains(unit) else { throw NotFound() }
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
            let procedure = step.kind.procedure
            let right = procedure.right(for: transition.step, asksDispatch: step.asksDispatch)
            guard let right, viewer.may(right) else { return false }
            do {
                try check(viewer, mayTake: transition.step, of: step)
                return true
            } catch {
                return false
            }
        }.map(\.step)
    }
}
