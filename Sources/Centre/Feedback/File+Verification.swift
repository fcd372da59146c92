package enum VerificationVerdict: String, CaseIterable, Sendable {
    case accepted
    case rework
}

package enum ClosureRefusal: String, Refusal, CaseIterable {
    case notVerified = "not-verified"
    case alreadyVerified = "already-verified"
}

extension File {
    /// The centre accepts a unit's reply or sends it back; it never edits it
    /// (ARCHITECTURE 3, rule 2).
    mutating func verify(
        _ verdict: VerificationVerdict,
        remark: String,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        guard matter.stage == .replied else {
            throw StageRefusal(stage: matter.stage.rawValue, step: "verify")
        }
        guard matter.verifiedBy == nil else { throw ClosureRefusal.alreadyVerified }
        try Separation.checkVerifier(officer, handlers: handlers, dispatchers: dispatchers)
        let digest = try paper(.verification, remark)
        switch verdict {
        case .accepted:
            try checkJointSigned()
            try moveParts(in: .submitted, .verify)
            matter.verifiedBy = officer
            try note(.replyVerified, by: actor, ["remark.digest": digest])
        case .rework:
            let units = assignments.filter {
                $0.state == .submitted && $0.round == matter.round
            }.map(\.unit)
            try moveParts(in: .submitted, .sendBack)
            try tell(.reworkAsked, units: units)
            try step(.sendBack)
            try note(.replySentBack, by: actor, ["remark.digest": digest])
        }
    }

    mutating func moveParts(in state: Assignment.State, _ step: Assignment.Step) throws {
        for place in assignments.indices
        where assignments[place].state == state && assignments[place].round == matter.round {
            assignments[place].state = try Assignment.machine.next(from: state, step)
            try assignments[place].save(in: turn.tx)
        }
    }

    /// Closes a matter whose reply someone else than the handler has accepted.
    ///
    /// Every concern gets its own answer.
    mutating func close(kind: String, by officer: ID<Officer>, as actor: Actor) throws {
        guard turn.town.isClosureKind(kind) else { throw Fault(.unknownCode, "kind") }
        try checkNoWhistle()
        if matter.stage == .replied, matter.verifiedBy == nil { throw ClosureRefusal.notVerified }
        try Separation.checkVerifier(officer, handlers: handlers, dispatchers: dispatchers)
        try settleJoint(by: actor)
        try step(.close)
        matter.closedBy = officer
        matter.closedAt = turn.at
        matter.closure = kind
        let words = try publicAnswer()
        try note(.matterClosed, by: actor, ["kind": kind, "round": "\(matter.round)"])
        try noteClosingSigns(due: matter.dueAt, answered: words)
        for place in concerns.indices where !concerns[place].state.isSettled {
            try answer(place, with: words, by: actor)
        }
        try tell(.matterClosed, ["kind": kind])
    }

    /// The unit's own words for the resident, the lead's first.
    private func publicAnswer() throws -> String {
        let vault = try vault
        let parts = assignments.filter { $0.round == matter.round && $0.state == .accepted }
        let ordered = parts.filter { $0.role == .lead } + parts.filter { $0.role == .assist }
        return try ordered.compactMap(\.publicReply)
            .map { try vault.open($0, as: "assignment.public") }
            .joined(separator: "\n")
    }
}
