extension Act {
    /// A unit that gives its part back in time has kept the limits that end on it; a withdrawal
    /// keeps none, whether they name it or not.
    var answersItsLimit: Bool { self == .assignmentReturned }

    /// A step of supervision is taken back: what it set was no limit, kept or missed.
    var withdrawsStep: Bool { Self.withdrawalsOfSteps.contains(self) }

    static let withdrawalsOfSteps = Set(
        SupervisionStep.Kind.allCases.compactMap { $0.procedure.acts[.withdraw] }
    )

    var pausesClocks: Bool { self == .matterSuspended || self == .supplementCalled }

    var resumesClocks: Bool { self == .matterResumed || endsWaitingForSupplement }

    /// What was missing came, or the centre decided without it.
    var endsWaitingForSupplement: Bool {
        switch self {
        case .concernSupplemented, .matterAccepted, .matterRefused: true
        default: false
        }
    }
}

extension LimitRule {
    /// The acts that can change a clock of these rules; after any other the clocks stand as they
    /// stood and need no replay.
    package static func movingActs(of rules: [LimitRule]) -> Set<Act> {
        var acts: Set<Act> = [
            .concernLinked, .concernUnlinked, .extensionGranted, .dueKept, .concernWithdrawn,
            .matterWithdrawn, .matterTerminated, .assignmentReturned, .assignmentCancelled,
        ]
        acts.formUnion(Act.allCases.filter { $0.pausesClocks || $0.resumesClocks })
        acts.formUnion(Act.withdrawalsOfSteps)
        for rule in rules { acts.formUnion(rule.starts + rule.ends) }
        return acts
    }
}

extension ClockEvent {
    /// Whether nothing is left of the subject that could be late: its clocks are cancelled.
    ///
    /// A refusal or a closing cancels nothing, for the duties that outlast them (to tell the
    /// resident, to visit) have to be done.
    func cancelsClocks(of other: ClockSubject) -> Bool {
        switch act {
        case .matterWithdrawn, .matterTerminated: true
        case .concernWithdrawn: other == subject && subject.kind == .concern
        case .assignmentReturned, .assignmentCancelled:
            other == subject && subject.kind == .assignment
        case _ where act.withdrawsStep: other == subject && subject.kind == .step
        default: false
        }
    }
}

extension Pause {
    /// The ground of the time in which the centre waits for what a resident was asked to add.
    ///
    /// A rule stands still for it when it lists it among its pause grounds.
    package static let supplement = "supplement"
}
