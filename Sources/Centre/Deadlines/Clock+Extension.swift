/// Why a limit is not extended.
///
/// An extension is asked before expiry, decided by someone else, at most what the rule allows, and
/// told to the resident with the reason (信访工作条例 Art 34).
package enum ExtensionRefusal: String, Refusal, CaseIterable {
    case notAllowed = "extension-not-allowed"
    case ended = "extension-of-ended-limit"
    case expired = "extension-after-expiry"
    case usedUp = "extension-used-up"
    case tooLong = "extension-too-long"
    case sameOfficer = "extension-decided-by-asker"
    case noSuchClock = "no-such-clock"
    case alreadyAsked = "extension-already-asked"
    case notAsked = "extension-not-asked"
    case consentMissing = "extension-without-parties-consent"

    package var field: String? {
        switch self {
        case .tooLong: "amount"
        case .notAllowed, .ended, .expired, .usedUp, .noSuchClock: "rule"
        case .consentMissing: "partiesConsent"
        case .sameOfficer, .alreadyAsked, .notAsked: nil
        }
    }
}

extension Clock {
    /// All extensions together are at most what the rule allows, and before expiry.
    package func checkExtension(
        by amount: Int,
        askedAt moment: Moment,
        under rule: LimitRule
    ) throws(ExtensionRefusal) {
        guard let allowed = rule.extension else { throw .notAllowed }
        guard isOpen else { throw .ended }
        guard moment <= dueAt else { throw .expired }
        guard extensions.count < allowed.times else { throw .usedUp }
        let left = allowed.max - extensions.reduce(0) { $0 + $1.amount }
        guard amount >= 1, amount <= left else { throw .tooLong }
    }
}
