/// What is still missing before a matter can be filed.
///
/// Every line is a code with a sentence.
package enum Incompleteness: String, CaseIterable, Sendable, Codable {
    case receiptMissing = "receipt-missing"
    case decisionMissing = "decision-missing"
    case replyMissing = "reply-missing"
    case verificationMissing = "verification-missing"
    case answerMissing = "answer-missing"
    case visitMissing = "visit-missing"
    case answerContested = "answer-contested"
    case procedureOpen = "procedure-open"
}

package struct ArchiveRefusal: Refusal, Equatable {
    package let missing: [Incompleteness]

    package var word: String { "file-incomplete" }
    package var particulars: [String: String] {
        ["missing": missing.map(\.rawValue).joined(separator: ", ")]
    }
}

extension File {
    /// The completeness list of the file, by the way the matter ended.
    func completeness() -> [Incompleteness] {
        var missing: [Incompleteness] = []
        let standing = concerns.filter { $0.state != .withdrawn }
        if concerns.isEmpty { missing.append(.receiptMissing) }
        if matter.stage == .closed {
            let parts = assignments.filter { $0.round == matter.round }
            if matter.route == nil { missing.append(.decisionMissing) }
            if !parts.contains(where: { $0.role == .lead && $0.state == .accepted }) {
                missing.append(.replyMissing)
            }
            if matter.verifiedBy == nil { missing.append(.verificationMissing) }
            if standing.contains(where: { $0.visitedAt == nil }) { missing.append(.visitMissing) }
        }
        if matter.stage != .withdrawn, standing.contains(where: { $0.answeredAt == nil }) {
            missing.append(.answerMissing)
        }
        if standing.contains(where: { $0.state == .contested }) {
            missing.append(.answerContested)
        }
        return missing
    }

    mutating func archive(by actor: Actor) throws {
        let next = try Matter.machine.next(from: matter.stage, .archive)
        let missing = completeness()
        guard missing.isEmpty else { throw ArchiveRefusal(missing: missing) }
        matter.stage = next
        try endRuling(by: actor)
        try endEscalation(by: actor)
        try note(.matterArchived, by: actor, ["concerns": "\(concerns.count)"])
    }
}
