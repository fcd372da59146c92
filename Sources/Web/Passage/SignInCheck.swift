import Centre
import Hummingbird

/// Finds the officer behind a bearer token.
///
/// No token is no officer; a wrong one is refused at once, also where none is needed.
struct SignInCheck: RouterMiddleware {
    typealias Context = SiteContext

    /// Throws ``NotFound`` for a token that opens nothing.
    let viewer: @Sendable (_ token: String) async throws -> Viewer

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        let values = request.headers[values: .authorization]
        guard let value = values.first else { return try await next(request, context) }
        guard values.count == 1, let token = SignInCheck.token(in: value) else {
            throw WebRefusal.signInNeeded
        }
        var context = context
        do {
            context.viewer = try await viewer(token)
        } catch is NotFound {
            throw WebRefusal.signInNeeded
        }
        return try await next(request, context)
    }

    /// RFC 6750: the scheme in any case, one space, the token.
    static func token(in value: String) -> String? {
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            parts[1].isPrintable(1...512)
        else { return nil }
        return String(parts[1])
    }
}
