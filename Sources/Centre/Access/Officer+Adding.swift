/// Why an officer is not taken in, or not let go.
package enum OfficerRefusal: String, Refusal, CaseIterable {
    case loginTaken = "login-taken"
    case loginMalformed = "login-malformed"
    case endedAlready = "officer-ended-already"
    /// Nobody ends himself: a centre without its last security administrator is locked out.
    case ownAccount = "own-account"

    package var grade: RefusalGrade {
        switch self {
        case .loginTaken, .endedAlready: .collision
        case .loginMalformed: .malformed
        case .ownAccount: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .loginTaken, .loginMalformed: "login"
        case .endedAlready, .ownAccount: nil
        }
    }
}

extension Officer {
    /// The login as it is kept and compared: small letters, no blanks around it.
    package static func normal(login: String) -> String {
        let visible = login.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        return String(visible.reversed()).lowercased()
    }

    /// 2 to 64 letters, digits, dots, hyphens and underscores, beginning with a letter.
    static func checked(login: String) throws -> String {
        let login = normal(login: login)
        guard !login.isEmpty else { throw Fault(.empty, "login") }
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-_")
        guard (2...64).contains(login.count), login.allSatisfy(allowed.contains),
            let first = login.first, first.isLetter
        else { throw OfficerRefusal.loginMalformed }
        return login
    }

    static func checked(name: String) throws -> String {
        guard !name.allSatisfy(\.isWhitespace) else { throw Fault(.empty, "name") }
        guard name.count <= 80 else { throw Fault(.tooLong, "name", ["most": "80"]) }
        let isControl: (Unicode.Scalar) -> Bool = { $0.properties.generalCategory == .control }
        guard !name.unicodeScalars.contains(where: isControl) else {
            throw Fault(.control, "name")
        }
        return name
    }
}

/// Somebody about to become an officer: the fields keep the rules, the password is hashed.
package struct Newcomer: Sendable {
    let login: String
    let name: String
    let password: PasswordHash?
}
