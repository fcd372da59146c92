import Hummingbird

/// How large what comes in may be.
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
}

extension BodyLimit {
    /// The limit as people read it: `2 MB`, or `500 KB` below one.
    static var words: String {
        let kilobytes = bytes / 1024
        return kilobytes < 1024 ? "\(kilobytes) KB" : "\(kilobytes / 1024) MB"
    }
}
