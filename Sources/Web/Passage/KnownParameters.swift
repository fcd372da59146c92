import Centre
import Hummingbird

/// Refuses query parameters that the served document does not describe for the call.
struct KnownParameters: RouterMiddleware {
    typealias Context = SiteContext

    let document: APIDocument

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        guard let query = request.uri.query, !query.isEmpty,
            !Frame.isPage(request.uri.path),
            let route = context.endpointPath, route != "NotFound"
        else { return try await next(request, context) }
        var asked = try Query(request)
        asked.drop(document.queryNames(of: request.method.rawValue, route))
        try asked.nothingElse()
        return try await next(request, context)
    }
}
