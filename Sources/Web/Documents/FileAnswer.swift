import Centre
import Hummingbird

/// A file that is given out once and kept nowhere on the way.
struct FileAnswer: ResponseGenerator, Sendable {
    enum Media: String, Sendable {
        case html = "text/html; charset=utf-8"
        case pdf = "application/pdf"
        case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }

    let bytes: [UInt8]
    let media: Media
    var language: Language?
    /// The name under which a browser keeps it; a page is shown and not kept.
    var name: String?

    func response(from request: Request, context: some RequestContext) throws -> Response {
        var headers: HTTPFields = [
            .contentType: media.rawValue,
            .cacheControl: "no-store",
        ]
        if let language { headers[.contentLanguage] = language.rawValue }
        if let name {
            let way = media == .pdf ? "inline" : "attachment"
            headers[.contentDisposition] = "\(way); filename=\"\(name)\""
        }
        return Response(
            status: .ok,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
