package import Hummingbird

/// The cookies of the site: none of them follows anybody.
package enum CookieKind: String, Sendable, CaseIterable {
    /// An officer's session.
    case session
    /// Binds forms to the browser they were shown in.
    case stranger
    case language
    case elder
    /// What was just done, said on the next page and gone.
    case said
    /// The number and code of the concern a resident follows.
    case concern
    /// The number and code of a member of a group matter.
    case member

    /// `__Host-` keeps other hosts of the domain from setting it (RFC 6265bis 4.1.3.2).
    func name(behindTLS: Bool) -> String { behindTLS ? "__Host-\(rawValue)" : rawValue }

    /// Seconds; nil until the browser closes.
    var lifetime: Int? {
        switch self {
        case .session, .stranger, .concern, .member: nil
        case .language, .elder: 365 * 24 * 3600
        case .said: 300
        }
    }
}

/// Sets and reads the site's cookies.
package struct CookieJar: Sendable {
    let behindTLS: Bool

    package func value(_ kind: CookieKind, in request: Request) -> String? {
        request.cookies[kind.name(behindTLS: behindTLS)]?.value
    }

    /// - Parameter value: nil takes the cookie back.
    package func set(_ kind: CookieKind, to value: String?, in response: inout Response) {
        let lifetime = value == nil ? 0 : kind.lifetime
        var parts = ["\(kind.name(behindTLS: behindTLS))=\(value ?? "")", "Path=/"]
        if let lifetime { parts.append("Max-Age=\(lifetime)") }
        parts.append("HttpOnly")
        parts.append("SameSite=Lax")
        if behindTLS { parts.append("Secure") }
        response.headers.append(.init(name: .setCookie, value: parts.joined(separator: "; ")))
    }
}
