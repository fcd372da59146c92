import Hummingbird

/// Headers that keep a browser from doing anything with an answer but showing it.
struct SafeHeaders: RouterMiddleware {
    typealias Context = SiteContext

    let behindTLS: Bool

    /// Everything from this site; pictures inside the style sheets of the browser library.
    static let ofPages = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
        "base-uri 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        var response = try await next(request, context)
        let isPage = (response.headers[.contentType] ?? "").hasPrefix("text/html")
        // A file of a resident's brings a stricter one of its own.
        if response.headers.all("Content-Security-Policy").isEmpty {
            response.headers.set(
                "Content-Security-Policy",
                to: isPage ? SafeHeaders.ofPages : "default-src 'none'; frame-ancestors 'none'"
            )
        }
        response.headers.set("X-Content-Type-Options", to: "nosniff")
        // Without any referrer a browser hides where a form of ours comes from, too.
        response.headers.set("Referrer-Policy", to: isPage ? "same-origin" : "no-referrer")
        response.headers.set("Cross-Origin-Resource-Policy", to: "same-origin")
        if behindTLS {
            response.headers.set(
                "Strict-Transport-Security",
                to: "max-age=31536000; includeSubDomains"
            )
        }
        return response
    }
}
