import Centre

/// A matter as one officer has it on the screen.
struct MatterAtHand: Sendable {
    let screen: MatterScreen
    let viewer: Viewer
    let town: Town

    var matter: MatterView { screen.matter }

    /// Whether the officer can take the step now.
    ///
    /// It only spares a click: the desk decides by the same rules.
    func chance(_ step: MatterStep) -> StepChance {
        guard viewer.may(step.right), matter.linkedInto == nil else { return .none }
        switch step {
        case .accept: return machine(.accept)
        case .supplement: return machine(.callSupplement)
        case .refuse: return machine(.refuse)
        case .assign: return assigning
        case .confer: return matter.conference == .called ? .ofMatter : .none
        case .designate: return designating
        case .sign, .reply, .progress, .giveBack: return ofPart(step)
        case .verify, .close: return closing(step)
        case .visit: return visiting
        case .archive: return archiving
        case .decideExtension, .askExtension: return time(step)
        case .suspend: return machine(.suspend)
        case .resume: return machine(.resume)
        case .link: return matter.stage.isOver ? .none : .ofMatter
        case .unlink: return some(matter.concerns.filter(\.linked).map(\.number))
        case .markConflict: return matter.stage == .archived ? .none : .ofMatter
        case .terminate: return barred(screen.bars.terminating, machine(.terminate))
        case .disclose: return some(matter.concerns.filter(isDisclosed).map(\.number))
        }
    }

    /// Parts that count at present.
    var standing: [MatterView.Part] {
        matter.assignments.filter { $0.round == matter.round && $0.state.isStanding }
    }

    var lead: MatterView.Part? { standing.last { $0.role == .lead } }

    /// Limits that may still be extended.
    var extendable: [MatterScreen.Limit] {
        screen.limits.filter { limit in
            limit.clock.isOpen && !limit.line.overdue
                && (town.rule(limit.line.rule, version: limit.line.version)?.extension).map {
                    $0.times > limit.clock.extensions.count
                }
                    ?? false
        }
    }

    /// Concerns whose residents are still to be asked.
    var unvisited: [MatterView.ConcernLine] {
        matter.concerns.filter { $0.visitedAt == nil && $0.state != .withdrawn }
    }

    private func machine(_ step: Matter.Step) -> StepChance {
        Matter.machine.steps(from: matter.stage).contains { $0.step == step } ? .ofMatter : .none
    }

    private func some(_ names: [String]) -> StepChance { names.isEmpty ? .none : .open(names) }

    private func barred(_ bar: Separation?, _ chance: StepChance) -> StepChance {
        guard chance != .none, let bar else { return chance }
        return .waits(bar.word)
    }

    /// Anonymous and confidential requesters are shown by the centre alone.
    private func isDisclosed(_ concern: MatterView.ConcernLine) -> Bool {
        concern.mode == .named || viewer.reach(of: .disclose).centre
    }
}

// MARK: the steps in turn

extension MatterAtHand {
    private var assigning: StepChance {
        if matter.conference == .called { return .waits("conference-first") }
        switch matter.stage {
        case .registered, .awaitingSupplement: return .waits("wait-acceptance")
        default: return machine(.assign)
        }
    }

    private var designating: StepChance {
        let returned = matter.assignments.filter {
            $0.state == .returned && $0.round == matter.round
                && ($0.role == .assist || lead == nil)
        }
        guard let last = returned.last else { return .none }
        return matter.conference == .called ? .waits("conference-first") : .open(["\(last.id)"])
    }

    private func ofPart(_ step: MatterStep) -> StepChance {
        let own = standing.filter { screen.ownParts.contains($0.id) }
        let open = own.filter { isOpen($0, to: step) }.map { "\($0.id)" }
        guard open.isEmpty, let part = own.last else { return some(open) }
        switch (step, part.state) {
        case (.giveBack, .pending), (.giveBack, .signed): return .waits("designated-not-returned")
        case (.reply, .pending): return .waits("wait-signature")
        case (.reply, .rework) where matter.stage == .reopened: return .waits("wait-signature")
        case (.reply, .submitted): return .waits("wait-verification")
        case (.reply, _) where matter.stage == .suspended: return .waits("wait-resumption")
        default: return .none
        }
    }

    private func isOpen(_ part: MatterView.Part, to step: MatterStep) -> Bool {
        switch step {
        case .sign:
            part.state == .pending || (part.state == .rework && matter.stage == .reopened)
        case .reply:
            [.signed, .working, .rework].contains(part.state) && matter.stage == .inProgress
        case .progress:
            (part.state == .signed || part.state == .working) && !matter.stage.isOver
        case .giveBack:
            (part.state == .pending || part.state == .signed) && !part.designated
        default: false
        }
    }

    private func closing(_ step: MatterStep) -> StepChance {
        guard matter.stage == .replied else {
            let isBefore = [.assigned, .inProgress, .reopened, .suspended].contains(matter.stage)
            return isBefore && step == .verify ? .waits("wait-reply") : .none
        }
        guard matter.verified == (step == .close) else {
            return step == .close ? .waits("not-verified") : .none
        }
        return barred(screen.bars.verifying, .ofMatter)
    }

    private var visiting: StepChance {
        guard matter.stage == .closed else {
            return matter.stage.isOver ? .none : .waits("wait-closing")
        }
        return barred(screen.bars.visiting, some(unvisited.isEmpty ? [] : [""]))
    }

    private var archiving: StepChance {
        guard machine(.archive) != .none else {
            return matter.stage == .archived ? .none : .waits("wait-closing")
        }
        guard screen.incomplete.isEmpty else {
            let missing = screen.incomplete.map(\.rawValue).joined(separator: ", ")
            return .waits("file-incomplete", ["missing": missing])
        }
        return .ofMatter
    }

    private func time(_ step: MatterStep) -> StepChance {
        guard let asked = screen.askedTime else {
            return step == .askExtension && !matter.stage.isOver && !extendable.isEmpty
                ? .ofMatter : .none
        }
        if step == .askExtension { return .waits("extension-already-asked") }
        return asked.isOwn ? .waits("extension-decided-by-asker") : .ofMatter
    }
}
