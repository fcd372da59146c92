/// What about a closing makes the centre ask the unit for its word: about the process, never about
/// people, and never added up.
package enum ClosingSign: String, CaseIterable, Sendable, Codable {
    /// The answer shares fewer letters with the request than the rule asks for.
    case replyOffTopic
    /// Closed so few minutes before the limit, or fewer.
    case closedNearLimit
    /// Opened again so few days after the closing, or fewer.
    case reopenedSoon
    /// A photograph of the unit was used before.
    case samePhoto
}

extension SupervisionProcedure {
    /// The unit answers for it, and a supervisor takes the answer or sends it back; a sign that the
    /// rule found wrongly is withdrawn.
    static let sign = Self(
        .signFound,
        by: .supervise,
        limit: "SUPERVISION-SIGN",
        acts: [
            .answer: .signAnswered, .accept: .signSettled, .sendBack: .signSentBack,
            .withdraw: .signWithdrawn,
        ],
        answeredAndJudged
            + withdrawn(from: [.issued, .answered, .sentBack, .settled], by: .supervise)
    )
}

/// A sign with what was measured.
struct FoundSign: Equatable {
    let sign: ClosingSign
    let measured: Int
    let threshold: Int
}

extension SignRule {
    /// Whether what was measured is a sign under this rule.
    package func holds(for measured: Int) -> Bool {
        switch sign {
        case .replyOffTopic: measured < threshold
        case .closedNearLimit, .reopenedSoon: (0...threshold).contains(measured)
        case .samePhoto: measured >= threshold
        }
    }

    func found(_ measured: Int?) -> FoundSign? {
        guard let measured, holds(for: measured) else { return nil }
        return FoundSign(sign: sign, measured: measured, threshold: threshold)
    }
}

extension ClosingSign {
    /// How many different letters an answer shares with what was asked; nil where there is nothing
    /// to compare.
    ///
    /// Single letters and not runs of two: good answers often use none of the resident's words, and
    /// a sign that asks every tenth unit asks nobody.
    package static func sharedLetters(asked: String, answered: String) -> Int? {
        let asked = letters(of: asked)
        let answered = letters(of: answered)
        guard !asked.isEmpty, !answered.isEmpty else { return nil }
        return asked.intersection(answered).count
    }

    private static func letters(of text: String) -> Set<Character> {
        Set(text.plainForm.filter { $0.isLetter || $0.isNumber })
    }
}
