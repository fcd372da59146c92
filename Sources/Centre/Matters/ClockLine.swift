/// One limit of a matter as staff see it, running or ended.
package struct ClockLine: Codable, Sendable, Equatable {
    package let rule: String
    /// The edition of the rule that was in force when it started.
    package let version: Int
    package let title: String
    package let subject: String
    /// The concern's number, the assignment's id or that of the part a step calls to account; the
    /// matter itself has none.
    package let of: String?
    package let startedAt: Moment
    package let due: Moment
    package let provisional: Bool
    package let state: ClockState
    package let overdue: Bool
    package let endedAt: Moment?
    package let basis: String

    /// - Parameter steps: the parts that the matter's steps of supervision call to account.
    init?(_ line: Clock, in file: File, steps: [[UInt8]: ID<Assignment>]) {
        guard let rule = file.turn.town.rule(of: line) else { return nil }
        self.rule = line.rule
        version = line.version
        title = rule.title.zh
        subject = line.subject.kind.rawValue
        switch line.subject.kind {
        case .concern:
            of = file.concerns.first { $0.id.bytes == line.subject.id }?.number
        case .assignment:
            of = file.assignments.first { $0.id.bytes == line.subject.id }?.id.description
        case .step: of = steps[line.subject.id]?.description
        case .matter: of = nil
        }
        startedAt = line.startedAt
        due = line.dueAt
        provisional = line.provisional
        state = line.state(at: file.turn.at)
        overdue = line.endedAt == nil && line.dueAt < file.turn.at
        endedAt = line.endedAt
        basis = rule.basis.citation.zh
    }
}
