import Hummingbird
import NIOCore
import Synchronization

/// Packs pages and JSON for browsers that can unpack them.
///
/// What is a stream, such as the wall's events, goes as it is. Tokens in pages are masked anew in
/// each answer (``FormSeal``), so that the packed length tells nothing of them (BREACH).
struct Compression: RouterMiddleware {
    typealias Context = SiteContext

    /// Less than this fits one packet either way.
    static let least = 1024

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Compression.isWorthIt(response) else { return response }
        response.headers[.vary] =
            response.headers[.vary].map { "\($0), Accept-Encoding" } ?? "Accept-Encoding"
        guard Compression.isWanted(by: request) else { return response }
        let collector = Collector()
        try await response.body.write(collector)
        let packed = try Gzip.pack(collector.box.bytes, level: 5)
        response.body = .init(byteBuffer: ByteBuffer(bytes: packed))
        response.headers[.contentEncoding] = "gzip"
        return response
    }

    static func isWanted(by request: Request) -> Bool {
        (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            return parts.first == "gzip" && !parts.dropFirst().contains { $0 == "q=0" }
        }
    }

    private static func isWorthIt(_ response: Response) -> Bool {
        guard let length = response.body.contentLength, length >= least,
            response.headers[.contentEncoding] == nil
        else { return false }
        let type = response.headers[.contentType] ?? ""
        return ["text/html", "application/json", "application/problem+json"]
            .contains { type.hasPrefix($0) }
    }

    private struct Collector: ResponseBodyWriter {
        final class Box: Sendable {
            private let buffer = Mutex<[UInt8]>([])

            func add(_ bytes: some Sequence<UInt8>) {
                let bytes = Array(bytes)
                buffer.withLock { $0.append(contentsOf: bytes) }
            }

            var bytes: [UInt8] { buffer.withLock { $0 } }
        }

        let box = Box()

        mutating func write(_ buffer: ByteBuffer) async throws {
            box.add(buffer.readableBytesView)
        }

        consuming func finish(_: HTTPFields?) async throws {}
    }
}
