/// The check character of ISO 7064 MOD 11-2: it finds every single wrong digit and every two
/// swapped neighbours.
///
/// GB 11643 and the centre's own numbers use it.
package enum CheckCharacter {
    /// - Returns: nil when something else than digits is given.
    package static func mod11(of digits: some StringProtocol) -> Character? {
        var rest = 0
        for digit in digits.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            rest = (rest + Int(digit - UInt8(ascii: "0"))) * 2 % 11
        }
        let check = (12 - rest) % 11
        return check == 10 ? "X" : Character("\(check)")
    }
}

extension String {
    /// Without blanks and dashes, in upper case, with the full-width forms of a Chinese keyboard
    /// made plain: the shape in which numbers are compared.
    var plainNumber: String {
        var plain = ""
        for scalar in unicodeScalars {
            switch scalar {
            case " ", "-", "\u{3000}", "\u{00A0}", "\u{2010}"..."\u{2014}", "\u{FF0D}", "\t":
                continue
            case "\u{FF01}"..."\u{FF5E}":
                guard let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else { continue }
                plain.unicodeScalars.append(narrow)
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain.uppercased()
    }
}
