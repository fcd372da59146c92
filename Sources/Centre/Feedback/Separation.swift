/// Nobody closes alone: handler, verifier and return visitor are three people
/// (ARCHITECTURE 3, rule 1).
package enum Separation: String, Refusal, CaseIterable {
    case handlerVerifies = "handler-verifies"
    case handlerVisits = "handler-visits"
    case verifierVisits = "verifier-visits"
    case dispatcherVerifies = "dispatcher-verifies"
    case handlerTerminates = "handler-terminates"
    case dispatcherTerminates = "dispatcher-terminates"

    /// - Parameter dispatchers: who gave the parts out; they do not judge their own dispatch.
    static func checkVerifier(
        _ officer: ID<Officer>,
        handlers: Set<ID<Officer>>,
        dispatchers: Set<ID<Officer>>
    ) throws(Separation) {
        guard !handlers.contains(officer) else { throw .handlerVerifies }
        guard !dispatchers.contains(officer) else { throw .dispatcherVerifies }
    }

    /// Ending a matter before it is done is the word of somebody who neither handled it nor gave
    /// it out.
    static func checkTerminator(
        _ officer: ID<Officer>,
        handlers: Set<ID<Officer>>,
        dispatchers: Set<ID<Officer>>
    ) throws(Separation) {
        guard !handlers.contains(officer) else { throw .handlerTerminates }
        guard !dispatchers.contains(officer) else { throw .dispatcherTerminates }
    }

    static func checkVisitor(
        _ officer: ID<Officer>,
        handlers: Set<ID<Officer>>,
        verifiers: Set<ID<Officer>>
    ) throws(Separation) {
        guard !handlers.contains(officer) else { throw .handlerVisits }
        guard !verifiers.contains(officer) else { throw .verifierVisits }
    }
}

extension File {
    /// Everyone who worked on the substance: who signed for a part or replied.
    var handlers: Set<ID<Officer>> {
        Set(assignments.flatMap { [$0.signedBy, $0.repliedBy].compactMap(\.self) })
    }

    var dispatchers: Set<ID<Officer>> {
        Set(assignments.map(\.assignedBy))
    }

    var verifiers: Set<ID<Officer>> {
        Set([matter.verifiedBy, matter.closedBy].compactMap(\.self))
    }
}
