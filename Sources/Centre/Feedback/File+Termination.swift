import Storage

/// The end of a matter that is not brought to its end: the ground, the document it rests on where
/// the ground asks for one, and why.
package struct Termination: Sendable, Equatable {
    /// A ground of the pack.
    package let ground: String
    package let document: String?
    /// What the residents are told beside the ground.
    package let reason: String

    package init(ground: String, document: String?, reason: String) {
        self.ground = ground
        self.document = document
        self.reason = reason
    }
}

package enum TerminationRefusal: String, Refusal, CaseIterable {
    case documentMissing = "termination-document-missing"

    package var field: String? { "document" }
}

extension File {
    /// Ends the matter on a lawful ground, by the word of a second person.
    ///
    /// Every unit still at work is told to stop, every limit ends, and every concern gets its
    /// answer with the next door (ARCHITECTURE 3, rule 9); who does not accept it contests it.
    mutating func terminate(
        _ termination: Termination,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        guard let ground = turn.town.terminationGround(termination.ground) else {
            throw Fault(.unknownCode, "ground")
        }
        if ground.isDocumented, termination.document == nil {
            throw TerminationRefusal.documentMissing
        }
        try Separation.checkTerminator(officer, handlers: handlers, dispatchers: dispatchers)
        try step(.terminate)
        matter.stageBefore = nil
        matter.closedBy = officer
        matter.closedAt = turn.at
        matter.closure = ground.code
        try SuspensionRecords.forget(matter.id, in: turn.tx)
        try noteTermination(termination, by: actor)
        let units = assignments.filter(\.state.isLive).map(\.unit)
        for place in assignments.indices where assignments[place].state.isLive {
            try cancel(place, by: actor)
        }
        try endWhistles(by: actor)
        try endJoint(by: actor)
        try endRuling(by: actor)
        try endEscalation(by: actor)
        let words = ground.answer(because: termination.reason)
        for place in concerns.indices where !concerns[place].state.isSettled {
            try answer(place, with: words, by: actor)
        }
        try tell(.matterTerminated, units: units, ["ground": ground.code])
    }

    private mutating func noteTermination(_ termination: Termination, by actor: Actor) throws {
        var facts = ["ground": termination.ground, "round": "\(matter.round)"]
        facts["reason.digest"] = try paper(.termination, termination.reason)
        facts["document.digest"] = try termination.document.map { document in
            try paper(.terminationDocument, document)
        }
        try note(.matterTerminated, by: actor, facts)
    }
}

extension TerminationGround {
    /// The ground, the reason, and where to go instead.
    fileprivate func answer(because reason: String) -> String {
        [title.zh, reason, nextDoor.body.zh, nextDoor.procedure.zh, nextDoor.limit.zh]
            .joined(separator: "\n")
    }
}
