import Storage

/// A suspension has a lawful ground, a document and an end; it shows in every statistic.
package struct Suspension: Sendable, Equatable {
    /// A ground of the pack.
    package let ground: String
    package let until: Moment
    package let document: String?

    package init(ground: String, until: Moment, document: String?) {
        self.ground = ground
        self.until = until
        self.document = document
    }
}

package enum SuspensionRefusal: String, Refusal, CaseIterable {
    case endPassed = "suspension-end-passed"
    case tooLong = "suspension-too-long"
    case documentMissing = "suspension-document-missing"
}

extension Suspension {
    func check(in town: Town, at now: Moment) throws {
        guard let longest = town.longestSuspension(ground) else {
            throw Fault(.unknownCode, "ground")
        }
        guard until > now else { throw SuspensionRefusal.endPassed }
        guard until <= now.adding(hours: longest * 24) else { throw SuspensionRefusal.tooLong }
        guard document?.isEmpty == false else { throw SuspensionRefusal.documentMissing }
    }
}

extension File {
    mutating func suspend(_ suspension: Suspension, by actor: Actor) throws {
        try suspension.check(in: turn.town, at: turn.at)
        let before = matter.stage
        try step(.suspend)
        matter.stageBefore = before
        let digest = try paper(.suspension, suspension.document ?? "")
        let facts = [
            "ground": suspension.ground, "until": suspension.until.text(in: turn.town.offset),
            "document.digest": digest,
        ]
        try note(.matterSuspended, by: actor, facts)
        try SuspensionRecords.put(matter.id, until: suspension.until, in: turn.tx)
    }

    mutating func resume(by actor: Actor, _ facts: [String: String] = [:]) throws {
        try step(.resume)
        if let before = matter.stageBefore { matter.stage = before }
        matter.stageBefore = nil
        try SuspensionRecords.forget(matter.id, in: turn.tx)
        try note(.matterResumed, by: actor, facts)
    }
}
