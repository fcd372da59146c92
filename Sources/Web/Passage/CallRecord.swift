import Hummingbird
import Logging

/// One line in the log and one count in the figures for each call.
///
/// The route is recorded, and of the address only the path where a route was found: never a query,
/// a header or a body.
struct CallRecord: RouterMiddleware {
    typealias Context = SiteContext

    let figures: Figures

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let took = ContinuousClock.now - start
        record(request, context, response.status.code, took)
        return response
    }

    private func record(
        _ request: Request,
        _ context: SiteContext,
        _ status: Int,
        _ took: Duration
    ) {
        let route = context.endpointPath ?? "NotFound"
        let known = route != "NotFound"
        let method = CallRecord.methods.contains(request.method) ? request.method.rawValue : "other"
        figures.call(route: route, method: method, status: status, seconds: took.seconds)
        context.logger.log(
            level: Frame.probes.contains(route) ? .debug : .info,
            "call",
            metadata: [
                "method": .string(method),
                "route": .string(route),
                "path": .string(known ? String(request.uri.path.prefix(200)) : "-"),
                "status": .stringConvertible(status),
                "ms": .string("\(Int64(took.seconds * 1000))"),
            ]
        )
    }

    /// A figure's label has few values, whatever callers make up.
    private static let methods: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .patch, .delete, .options,
    ]
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
