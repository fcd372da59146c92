import Hummingbird

/// Headers that keep a browser from doing anything with an answer but showing it.
struct SafeHeaders: RouterMiddleware {
    typealias Context = SiteContext

    let behindTLS: Bool

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.set(
            "Content-Security-Policy",
            to: "default-src 'none'; frame-ancestors 'none'"
        )
        response.headers.set("X-Content-Type-Options", to: "nosniff")
        response.headers.set("Referrer-Policy", to: "no-referrer")
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
