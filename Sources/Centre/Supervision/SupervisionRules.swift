/// What the town has published about supervision: the grounds of each step, the open rules by which
/// a closing is asked about, the terms of a listing.
package struct SupervisionRules: Sendable, Equatable {
    package let grounds: [SupervisionGround]
    package let signs: [SignRule]
    package let listing: ListingTerms
    package let recheck: RecheckTerms
    /// Formulas that promise a person's silence; no plan, record or result may contain one.
    package let refusedFormulas: [String]

    /// Of a pack that was written before there was supervision.
    static let none = Self(
        grounds: [],
        signs: [],
        listing: ListingTerms(months: [3, 6], watchDays: 90, number: "{yyyy}-{serial}"),
        recheck: RecheckTerms(mostDays: 92, mostMatters: 20_000, mostDrawn: 50),
        refusedFormulas: []
    )
}

/// A ground on which one or more kinds of step may be taken, with what it rests on.
package struct SupervisionGround: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis
    package let kinds: [SupervisionStep.Kind]
    /// A listing may rest on it.
    package let lists: Bool
    /// Whether the law was read, and not only remembered.
    package let isChecked: Bool
}

/// An open rule: what is measured at a closing or a reopening, from where on the unit is asked, and
/// why.
///
/// It is about how a matter was closed, never about anybody.
package struct SignRule: Sendable, Equatable {
    package let sign: ClosingSign
    package let title: Bilingual
    package let reason: Bilingual
    package let threshold: Int
}

/// How long a listing runs, and how long a place is watched after its removal.
package struct ListingTerms: Sendable, Equatable {
    package let months: [Int]
    package let watchDays: Int
    /// With `{yyyy}` and `{serial}`.
    package let number: String
}

/// How far a draw may reach.
package struct RecheckTerms: Sendable, Equatable {
    package let mostDays: Int
    package let mostMatters: Int
    package let mostDrawn: Int
}

extension SupervisionRules {
    package func grounds(of kind: SupervisionStep.Kind) -> [SupervisionGround] {
        grounds.filter { $0.kinds.contains(kind) }
    }

    package func ground(_ code: String) -> SupervisionGround? {
        grounds.first { $0.code == code }
    }

    package func rule(of sign: ClosingSign) -> SignRule? { signs.first { $0.sign == sign } }

    /// The title of a step's ground, or of the rule by which a sign was found.
    package func title(_ code: String) -> Bilingual? {
        ground(code)?.title ?? ClosingSign(rawValue: code).flatMap(rule(of:))?.title
    }

    /// No words promise that somebody keeps quiet.
    func checkNoSilence(_ words: String) throws(SilenceRefusal) {
        let plain = words.filter { !$0.isWhitespace }
        for formula in refusedFormulas where plain.contains(formula) {
            throw SilenceRefusal(formula: formula)
        }
    }
}
