/// Why a password is not taken.
///
/// Length counts, not a mixture of signs (DOMAIN 6.3).
package enum PasswordRefusal: String, Refusal, CaseIterable {
    case tooShort = "password-too-short"
    case tooLong = "password-too-long"
    case tooCommon = "password-too-common"
    case holdsLogin = "password-holds-login"

    package var grade: RefusalGrade { .malformed }
    package var field: String? { "password" }

    package var particulars: [String: String] {
        switch self {
        case .tooShort: ["least": "\(NewPassword.length.lowerBound)"]
        case .tooLong: ["most": "\(NewPassword.length.upperBound)"]
        case .tooCommon, .holdsLogin: [:]
        }
    }
}

/// A password that keeps the rules, for one login.
struct NewPassword: Sendable {
    let text: String

    static let length = 12...128

    init(_ text: String, login: String) throws(PasswordRefusal) {
        guard text.count >= Self.length.lowerBound else { throw .tooShort }
        guard text.count <= Self.length.upperBound else { throw .tooLong }
        let small = text.lowercased()
        guard !Self.isCommon(small) else { throw .tooCommon }
        // A login of two or three letters is part of many good passwords.
        guard login.count < 4 || !small.contains(login.lowercased()) else { throw .holdsLogin }
        self.text = text
    }

    private static func isCommon(_ small: String) -> Bool {
        Set(small).count < 5 || commonest.contains(small) || commonest.contains(halved(small))
    }

    /// `password1234password1234` is `password1234` twice.
    private static func halved(_ text: String) -> String {
        let half = String(text.prefix(text.count / 2))
        return half + half == text ? half : text
    }

    /// Those of twelve signs and more on the published lists of leaked passwords.
    private static let commonest: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456",
        "12345678910", "123456789123", "123456123456", "987654321098", "098765432109",
        "012345678901", "0123456789012", "password1234", "password12345", "password123456",
        "password123!", "passwordpassword", "passw0rd1234", "p@ssw0rd1234", "qwertyuiop12",
        "qwertyuiop123", "qwertyuiopas", "qwertyuiopasdfghjkl", "qwerty123456", "qwerty1234567",
        "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "q1w2e3r4t5y6",
        "asdfghjkl123", "zxcvbnm12345", "abcdefghijkl", "abcdefghijklm", "abcd12345678",
        "abc123456789", "a12345678910", "a1234567890b", "aa1234567890", "woaini123456",
        "woaini1314520", "woaini5201314", "5201314woaini", "iloveyou1234", "administrator",
        "admin1234567", "admin123456789", "administrator123", "changeme1234", "letmein12345",
        "welcome12345", "welcome123456", "maplebridge1", "maplebridge123",
    ]
}
