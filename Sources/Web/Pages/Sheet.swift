import Centre
import Hummingbird

/// A page as a handler gives it: what it shows, and what stands around it.
package struct Sheet: Sendable {
    /// Which face of the site a page belongs to.
    package enum Around: Sendable {
        /// Roomy, for residents.
        case resident
        /// Dense, with the desk's navigation.
        case staff(StaffPlace?)
        /// Dark, for the wall.
        case wall
    }

    let view: any PageView
    let around: Around
    var status = HTTPResponse.Status.ok

    package init(_ view: any PageView, _ around: Around) {
        self.view = view
        self.around = around
    }
}

/// Where a write leads when it went well.
package struct Onwards: Sendable {
    let address: String
    let said: String?
    var cookies: [(CookieKind, String?)] = []

    /// - Parameter said: the key of a sentence, `done-…`, shown once on the next page.
    package static func to(_ address: String, saying said: String? = nil) -> Onwards {
        Onwards(address: address, said: said)
    }

    package func setting(_ kind: CookieKind, to value: String?) -> Onwards {
        var next = self
        next.cookies.append((kind, value))
        return next
    }
}
