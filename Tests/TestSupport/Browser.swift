package import Hummingbird
package import Logging
import NIOCore
import NIOEmbedded
import Synchronization
package import Web

/// Walks through the site without a network: a request into the router, the answer out of it.
package struct Browser: Sendable {
    private let responder: any HTTPResponder<SiteContext>
    private let logger: Logger
    /// Sent with every call, such as the token of an officer.
    package var headers: [String: String] = [:]

    package init(_ site: Site, logger: Logger = Browser.silent) {
        self.init(router: site.router(), logger: logger)
    }

    package init(router: Router<SiteContext>, logger: Logger = Browser.silent) {
        responder = router.buildResponder()
        self.logger = logger
    }

    package static let silent = Logger(label: "browser") { _ in Silence() }

    /// The same browser with an officer signed in.
    package func with(token: String) -> Browser {
        var browser = self
        browser.headers["Authorization"] = "Bearer \(token)"
        return browser
    }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send(.get, path, headers: headers)
    }

    /// A write as clients make it, with an operation key of its own unless one is given.
    package func post(
        _ path: String,
        _ json: String? = nil,
        key: String? = "key-\(UInt64.random(in: .min ... .max))",
        headers: [String: String] = [:]
    ) async throws -> Reply {
        var headers = headers
        if let key { headers["Idempotency-Key"] = key }
        return try await send(.post, path, body: json.map { Array($0.utf8) }, headers: headers)
    }

    /// - Parameters:
    ///   - headers: an empty value takes a header away that would be sent otherwise.
    ///   - chunk: sends the body in pieces of this size and does not tell its length.
    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: [UInt8]? = nil,
        headers: [String: String] = [:],
        chunk: Int? = nil
    ) async throws -> Reply {
        let request = Request(
            head: HTTPRequest(
                method: method,
                scheme: "http",
                authority: "centre.example",
                path: path,
                headerFields: fields(of: body, headers, isChunked: chunk != nil)
            ),
            body: Browser.body(of: body ?? [], chunk: chunk)
        )
        let channel = EmbeddedChannel()
        let source = ApplicationRequestContextSource(channel: channel, logger: logger)
        let response = try await responder.respond(to: request, context: .init(source: source))
        let collector = Collector()
        try await response.body.write(collector)
        return Reply(
            status: response.status.code,
            headers: response.headers,
            body: collector.box.bytes
        )
    }

    private func fields(
        of body: [UInt8]?,
        _ more: [String: String],
        isChunked: Bool
    ) -> HTTPFields {
        var all: [String: String] = [:]
        if let body {
            all["Content-Type"] = "application/json"
            if isChunked {
                all["Transfer-Encoding"] = "chunked"
            } else {
                all["Content-Length"] = "\(body.count)"
            }
        }
        all.merge(headers) { _, later in later }
        all.merge(more) { _, later in later }
        var fields = HTTPFields()
        for (name, value) in all where !value.isEmpty {
            guard let name = HTTPFields.Element.Name(name) else { continue }
            fields[name] = value
        }
        return fields
    }

    private static func body(of bytes: [UInt8], chunk: Int?) -> RequestBody {
        guard let chunk else { return RequestBody(buffer: ByteBuffer(bytes: bytes)) }
        let pieces = stride(from: 0, to: bytes.count, by: chunk).map {
            ByteBuffer(bytes: bytes[$0..<min($0 + chunk, bytes.count)])
        }
        return RequestBody(
            asyncSequence: AsyncStream { continuation in
                for piece in pieces { continuation.yield(piece) }
                continuation.finish()
            }
        )
    }
}

/// What came back.
package struct Reply: Sendable {
    package let status: Int
    package let headers: HTTPFields
    package let body: [UInt8]

    package var text: String { String(decoding: body, as: UTF8.self) }

    package var json: JSON {
        get throws { try JSONReader.read(body) }
    }

    package func header(_ name: String) -> String? {
        HTTPFields.Element.Name(name).flatMap { headers[$0] }
    }

    /// The word of the problem, when the answer is one.
    package var problem: String? {
        get throws {
            guard header("Content-Type")?.hasPrefix("application/problem+json") == true else {
                return nil
            }
            return try json["type"]?.text
        }
    }

    /// The text at a dotted place of the answer: `items.0.number`.
    package func text(at place: String) throws -> String? {
        try value(at: place)?.text
    }

    package func value(at place: String) throws -> JSON? {
        let whole: JSON? = try json
        return place.split(separator: ".").reduce(whole) { value, step in
            Int(step).map { value?[$0] } ?? value?[String(step)]
        }
    }
}

private struct Collector: ResponseBodyWriter {
    final class Box: Sendable {
        private let buffer = Mutex<[UInt8]>([])

        func add(_ bytes: [UInt8]) {
            buffer.withLock { $0.append(contentsOf: bytes) }
        }

        var bytes: [UInt8] { buffer.withLock { $0 } }
    }

    let box = Box()

    mutating func write(_ buffer: ByteBuffer) async throws {
        box.add(Array(buffer.readableBytesView))
    }

    consuming func finish(_: HTTPFields?) async throws {}
}

/// Drops every line: the log of a test is read only where it is tested.
package struct Silence: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel = Logger.Level.critical

    package init() {}

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event _: LogEvent) {}
}
