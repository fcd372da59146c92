import Hummingbird

/// What may come in at all: how large, and in which form.
///
/// The rest of a body that is too large is read and dropped by the server, so the caller gets to
/// see the answer.
struct BodyLimit: RouterMiddleware {
    typealias Context = SiteContext

    /// What the house takes in the call at hand; readers of a body go no further.
    @TaskLocal static var bytes = 2 * 1024 * 1024
    static let headerBytes = 16 * 1024

    /// The setting of the house.
    var allowed = BodyLimit.bytes

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        try await BodyLimit.$bytes.withValue(allowed) {
            do {
                return try await admit(request, context, next)
            } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
                // The sentence names the limit, which is known here and not further out.
                throw Problem(WebRefusal.bodyTooLarge)
            } catch WebRefusal.bodyTooLarge {
                throw Problem(WebRefusal.bodyTooLarge)
            }
        }
    }

    private func admit(
        _ request: Request,
        _ context: SiteContext,
        _ next: Onward
    ) async throws -> Response {
        try BodyLimit.checkHeaders(of: request)
        if let length = request.headers[.contentLength] {
            guard let length = Int(length), length >= 0 else { throw WebRefusal.malformed }
            guard length <= BodyLimit.most(for: request) else { throw WebRefusal.bodyTooLarge }
        }
        if !Frame.isPage(request.uri.path), !RawFile.isSent(in: request),
            BodyLimit.mayHaveBody(request)
        {
            try BodyLimit.checkType(of: request)
        }
        return try await next(request, context)
    }

    /// Forms may bring photographs.
    private static func most(for request: Request) -> Int {
        if RawFile.isSent(in: request) { return RawFile.bytes }
        let hasFiles = FormReading.isMultipart(request.headers[.contentType] ?? "")
        return hasFiles && Frame.isPage(request.uri.path) ? FormReading.bytesWithFiles : bytes
    }

    private static func checkHeaders(of request: Request) throws(WebRefusal) {
        var size = (request.head.path ?? "").utf8.count
        for field in request.headers {
            size += field.name.rawName.utf8.count + field.value.utf8.count
        }
        guard size <= headerBytes else { throw .headersTooLarge }
    }

    /// Only a body has a type: a call without fields may come without either.
    ///
    /// Of a method that no address takes the method table says so, whatever comes with it.
    private static func mayHaveBody(_ request: Request) -> Bool {
        guard [.get, .post, .delete].contains(request.method) else { return false }
        return switch request.headers[.contentLength] {
        case "0": false
        case nil: request.headers[.transferEncoding] != nil
        default: true
        }
    }

    private static func checkType(of request: Request) throws(WebRefusal) {
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

extension BodyLimit {
    /// The limit as people read it: `2 MB`, or `500 KB` below one.
    static var words: String {
        let kilobytes = bytes / 1024
        return kilobytes < 1024 ? "\(kilobytes) KB" : "\(kilobytes / 1024) MB"
    }
}
