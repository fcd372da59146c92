import Storage

/// Where one matter is, how it went from level to level, and what the viewer may do about it.
package struct LevelView: Codable, Sendable, Equatable {
    package struct Item: Codable, Sendable, Equatable {
        package let id: ID<LevelChange>
        package let direction: LevelChange.Direction
        package let state: LevelChange.State
        package let reason: MatterView.Named
        /// Absent where nobody led.
        package let from: MatterView.Named?
        package let to: MatterView.Named
        /// By name.
        package let proposedBy: String
        package let proposedAt: Moment
        package let words: String?
        package let decidedAt: Moment?
        /// What was said on deciding it.
        package let answer: String?
        package let steps: [LevelStep]
    }

    package let matter: ID<Matter>
    package let number: String?
    package let level: AreaLevel
    /// Who leads; absent while nobody does.
    package let lead: MatterView.Named?
    /// Where it may go up to.
    package let above: [MatterView.Named]
    /// Where it may go down to, the committee of its own village first.
    package let below: [MatterView.Named]
    package let changes: [Item]
    package let steps: [LevelStep]
}

extension File {
    func levelView(for viewer: Viewer) throws -> LevelView {
        let town = turn.town
        let changes = try LevelRecords.all(of: matter.id, in: turn.tx)
        let papers = changes.isEmpty ? [:] : try MatterPaper.all(of: self)
        let village = matter.village.flatMap(town.villageUnit)
        let mayLift = viewer.may(.proposeEscalation) || viewer.may(.decideEscalation)
        let below = town.units(.down, from: level)
        let near = below.filter { $0.id == village?.id } + below.filter { $0.id != village?.id }
        return LevelView(
            matter: matter.id,
            number: (concerns.first { $0.home == matter.id } ?? concerns.first)?.number,
            level: level,
            lead: lead.map { named($0.unit) },
            above: mayLift ? town.units(.up, from: level).map { named($0.id) } : [],
            below: viewer.may(.assign) ? near.map { named($0.id) } : [],
            changes: try changes.map { try item($0, papers, for: viewer) },
            steps: try levelSteps(of: viewer, isOpen: changes.contains { $0.state == .open })
        )
    }

    private func item(
        _ change: LevelChange,
        _ papers: [String: String],
        for viewer: Viewer
    ) throws -> LevelView.Item {
        let reason = turn.town.reason(change.reason, change.direction)
        return LevelView.Item(
            id: change.id,
            direction: change.direction,
            state: change.state,
            reason: .init(code: change.reason, name: reason?.title.zh ?? change.reason),
            from: change.from.map(named),
            to: named(change.to),
            proposedBy: try RulingRecords.name(of: change.proposedBy, in: turn.tx),
            proposedAt: change.proposedAt,
            words: papers[change.words],
            decidedAt: change.decidedAt,
            answer: change.answer.flatMap { papers[$0] },
            steps: change.state == .open ? try steps(of: change, for: viewer) : []
        )
    }

    private func steps(of change: LevelChange, for viewer: Viewer) throws -> [LevelStep] {
        var steps: [LevelStep] = []
        if viewer.may(.decideEscalation), change.proposedBy != viewer.officer {
            steps += [.approve, .decline]
        }
        if try isOffered(.withdraw, to: viewer) { steps.append(.withdraw) }
        return steps
    }

    private func levelSteps(of viewer: Viewer, isOpen: Bool) throws -> [LevelStep] {
        guard !isOpen else { return [] }
        return try [LevelStep.propose, .sendDown].filter { try isOffered($0, to: viewer) }
    }

    /// Whether the rule would take the step from this viewer.
    private func isOffered(_ step: LevelStep, to viewer: Viewer) throws -> Bool {
        guard viewer.may(step.right) else { return false }
        do {
            switch step {
            case .propose:
                try checkProposer(viewer)
                try checkLevel(.up)
            case .sendDown: try checkLevel(.down)
            default: try checkProposer(viewer)
            }
            return true
        } catch is LevelRefusal {
            return false
        }
    }

    /// Whether there is anything to see or do about the matter's level.
    func hasLevels(for viewer: Viewer) throws -> Bool {
        let changes = try LevelRecords.all(of: matter.id, in: turn.tx)
        if !changes.isEmpty { return true }
        return try !levelSteps(of: viewer, isOpen: false).isEmpty
    }
}
