import Crypto

/// Six digits that change every thirty seconds (TOTP, RFC 6238 over RFC 4226), made by an app on
/// the officer's phone from a secret it shares with the house.
package struct OneTimeCode: Sendable {
    package let secret: [UInt8]

    static let period: Int64 = 30
    static let secretLength = 20

    package init(secret: [UInt8]) {
        self.secret = secret
    }

    package static func step(at moment: Moment) -> Int64 {
        Int64(moment.milliseconds.flooredDivision(by: 1000 * period))
    }

    package func code(at step: Int64, digits: Int = 6) -> String {
        let counter = stride(from: Int64(56), through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: step >> $0)
        }
        let key = SymmetricKey(data: secret)
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
        let offset = Int(mac[mac.count - 1] & 15)
        let word = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let number = String((word & 0x7fff_ffff) % modulus)
        return String(repeating: "0", count: digits - number.count) + number
    }

    /// The step the code belongs to, one step early or late at most.
    ///
    /// A step that was used is not taken again (RFC 6238 section 5.2).
    package func step(of code: String, at moment: Moment, after used: Int64?) -> Int64? {
        let given = Array(code.filter { !$0.isWhitespace }.utf8)
        let now = Self.step(at: moment)
        let matching = (now - 1...now + 1).filter {
            equalInConstantTime(Array(self.code(at: $0).utf8), given)
        }
        return matching.first { step in used.map { step > $0 } ?? true }
    }
}

/// What the officer's app reads, as a picture or typed.
package struct SecondFactorOffer: Sendable, Equatable {
    /// The secret in base 32 (RFC 4648 section 6).
    package let secret: String
    let login: String

    /// - Parameter issuer: the centre's name as the app shows it.
    package func address(issuer: String) -> String {
        let issuer = percentEncoded(issuer)
        let label = "\(issuer):\(percentEncoded(login))"
        return "otpauth://totp/\(label)?secret=\(secret)&issuer=\(issuer)&digits=6&period=30"
    }
}

func base32(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    return String(
        stride(from: 0, to: bits.count, by: 5).map { start in
            let five = (start..<start + 5).map { $0 < bits.count ? bits[$0] : 0 }
            return digits[five.reduce(0) { $0 << 1 | Int($1) }]
        }
    )
}

/// RFC 3986 section 2.1: all but the unreserved signs.
private func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
        let sign = Character(UnicodeScalar(byte))
        let plain = sign.isASCII && (sign.isLetter || sign.isNumber || "-._~".contains(sign))
        guard !plain else { return String(sign) }
        let hex = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0\(hex)" : "%\(hex)"
    }.joined()
}
