import Hummingbird

/// In which form the fields of a call come: as JSON in UTF-8.
///
/// It stands inside the routes, so that an address without the method says so first, whatever
/// comes with the call.
struct BodyType: RouterMiddleware {
    typealias Context = SiteContext

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        if !RawFile.isSent(in: request), BodyType.hasBody(request) {
            try BodyType.check(request)
        }
        return try await next(request, context)
    }

    /// Only a body has a type: a call without fields may come without either.
    private static func hasBody(_ request: Request) -> Bool {
        switch request.headers[.contentLength] {
        case "0": false
        case nil: request.headers[.transferEncoding] != nil
        default: true
        }
    }

    private static func check(_ request: Request) throws(WebRefusal) {
        let header = request.headers[.contentType] ?? ""
        let parts = header.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
        guard let type = parts.first, type == "application/json" || isJSON(type),
            parts.dropFirst().allSatisfy({ !$0.hasPrefix("charset=") || isUTF8($0) })
        else { throw .mediaType }
    }

    private static func isJSON(_ type: String) -> Bool {
        type.hasPrefix("application/") && type.hasSuffix("+json")
    }

    private static func isUTF8(_ parameter: String) -> Bool {
        ["charset=utf-8", "charset=\"utf-8\"", "charset=utf8"].contains(parameter)
    }
}
