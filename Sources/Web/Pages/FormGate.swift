import Centre
import Hummingbird

/// Every write of a page passes here: it comes from this site, its form was shown by this house to
/// this visit, and it can be read.
struct FormGate: RouterMiddleware {
    typealias Context = SiteContext

    let seal: FormSeal

    /// The form is not of this visit: the session ended, or the page stood open too long.
    struct Stale: Error {
        let form: Form
    }

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        guard ![.get, .head, .options].contains(request.method) else {
            return try await next(request, context)
        }
        guard FormGate.isFromHere(request) else { throw WebRefusal.formFromElsewhere }
        guard FormReading.isForm(request.headers[.contentType] ?? "") else {
            throw WebRefusal.mediaType
        }
        let form = try await FormReading.form(of: request)
        guard seal.holds(form.ticket, of: context.visit.binding) else { throw Stale(form: form) }
        var context = context
        context.visit.heldForm = form
        return try await next(request, context)
    }

    /// What the browser itself says of where a write comes from; old ones say nothing, and the
    /// ticket alone decides.
    static func isFromHere(_ request: Request) -> Bool {
        if let site = request.headers.all("Sec-Fetch-Site").first {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        let host = request.head.authority ?? request.headers.all("Host").first ?? ""
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
