import Storage

/// An extension as a unit asks for it: which limit, by how much in the limit's own unit, why.
package struct ExtensionRequest: Sendable, Equatable {
    package let rule: String
    package let amount: Int
    package let reason: String

    package init(rule: String, amount: Int, reason: String) {
        self.rule = rule
        self.amount = amount
        self.reason = reason
    }
}

package struct ExtensionDecision: Sendable, Equatable {
    package let granted: Bool
    /// Less than was asked, if the director so decides; nil grants what was asked.
    package let amount: Int?
    package let reason: String
    /// The SHA-256 of the paper on which the parties agreed, in small hexadecimal digits.
    package let partiesConsent: String?

    package init(
        granted: Bool,
        amount: Int?,
        reason: String,
        partiesConsent: String? = nil
    ) {
        self.granted = granted
        self.amount = amount
        self.reason = reason
        self.partiesConsent = partiesConsent
    }
}

extension File {
    mutating func askExtension(
        _ request: ExtensionRequest,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        guard turn.town.rule(request.rule) != nil else { throw Fault(.unknownCode, "rule") }
        let clock = try openClock(request.rule)
        guard let rule = turn.town.rule(of: clock) else { throw Fault(.unknownCode, "rule") }
        try clock.checkExtension(by: request.amount, askedAt: turn.at, under: rule)
        guard try openRequest() == nil else { throw ExtensionRefusal.alreadyAsked }
        let box = try vault.seal(request.reason, as: "extension.reason")
        let id: ID<Clock> = turn.newID()
        try turn.tx.run(
            """
            INSERT INTO extensions (id, matter, subject, rule, amount, reason_box, asked_by,
                asked_at)
            VALUES (\(id), \(matter.id), \(clock.subject.id), \(rule.code), \(request.amount),
                \(box), \(officer), \(turn.at))
            """
        )
        let facts = [
            "rule": rule.code, "amount": "\(request.amount)", "reason.digest": sealedDigest(box),
        ]
        try note(.extensionAsked, by: actor, facts)
    }

    mutating func decideExtension(
        _ decision: ExtensionDecision,
        by officer: ID<Officer>,
        as actor: Actor
    ) throws {
        guard let request = try openRequest() else { throw ExtensionRefusal.notAsked }
        let asker: ID<Officer> = try request["asked_by"]
        guard asker != officer else { throw ExtensionRefusal.sameOfficer }
        let asked: Int = try request["amount"]
        let amount = decision.amount ?? asked
        let rule: String = try request["rule"]
        guard amount >= 1, amount <= asked else { throw ExtensionRefusal.tooLong }
        try decision.checkConsent(to: turn.town.rule(rule))
        let id: ID<Clock> = try request["id"]
        try turn.tx.run(
            """
            UPDATE extensions SET granted = \(decision.granted), granted_amount = \(amount),
                decided_by = \(officer), decided_at = \(turn.at)
            WHERE id = \(id)
            """
        )
        let digest = try paper(.extensionReason, decision.reason)
        var facts: [String: String] = [
            "rule": rule, "amount": "\(amount)", "reason.digest": digest,
        ]
        facts["consent.digest"] = decision.granted ? decision.partiesConsent : nil
        try note(decision.granted ? .extensionGranted : .extensionDeclined, by: actor, facts)
        // The new day goes to every resident concerned.
        if decision.granted { try tell(.extensionGranted, ["rule": rule, "amount": "\(amount)"]) }
    }

    private func openClock(_ code: String) throws -> Clock {
        let known = try clocks().filter { $0.rule == code }
        guard let clock = known.last(where: \.isOpen) ?? known.last else {
            throw ExtensionRefusal.noSuchClock
        }
        return clock
    }

    private func openRequest() throws -> Row? {
        try turn.tx.row(
            """
            SELECT id, rule, amount, asked_by FROM extensions
            WHERE matter = \(matter.id) AND decided_at IS NULL ORDER BY id DESC LIMIT 1
            """
        )
    }
}

extension ExtensionDecision {
    /// Where the parties themselves decide on more time, a leader's word is not enough
    /// (人民调解工作若干规定 Art 36).
    fileprivate func checkConsent(to rule: LimitRule?) throws(ExtensionRefusal) {
        guard granted, rule?.extension?.consent == .parties, partiesConsent == nil else { return }
        throw .consentMissing
    }
}
