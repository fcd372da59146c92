/// The unified social credit code of an organisation by GB 32100: registering authority, kind,
/// area, organisation code (GB 11714), and a check character.
package struct CreditCode: Sendable, Hashable {
    /// In upper case, without blanks.
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let weights = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ]
    private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// - Throws: a ``Fault`` on `field` for a code of another shape or with a wrong check.
    package init(reading text: String, field: String) throws(Fault) {
        let plain = text.plainNumber
        var digits: [Int] = []
        for character in plain.utf8 {
            guard let digit = Self.alphabet.firstIndex(of: character) else {
                throw Fault(.impossible, field)
            }
            digits.append(digit)
        }
        guard digits.count == 18, digits[2..<8].allSatisfy({ $0 < 10 }) else {
            throw Fault(.impossible, field)
        }
        let sum = zip(digits, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard digits[17] == (31 - sum % 31) % 31, Self.organisationFits(plain) else {
            throw Fault(.wrongCheckDigit, field)
        }
        self.text = plain
    }

    /// GB 11714 counts letters from 10 on, without leaving any out.
    private static func organisationFits(_ plain: String) -> Bool {
        let code = Array(plain.utf8)[8..<17].map { character in
            character <= 57 ? Int(character) - 48 : Int(character) - 55
        }
        let sum = zip(code, organisationWeights).reduce(0) { $0 + $1.0 * $1.1 }
        let check = 11 - sum % 11
        return switch check {
        case 10: code[8] == 33
        case 11: code[8] == 0
        default: code[8] == check
        }
    }
}
