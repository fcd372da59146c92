import Crypto
import Hummingbird

/// Style, scripts and pictures, held in memory and given out under an address that tells their
/// content, so that a browser asks for each only once.
struct Assets: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let packed: ByteBuffer?
        let type: String
    }

    /// The browser libraries were never installed; `./maple setup` does it.
    struct NotInstalled: Error, CustomStringConvertible {
        let name: String
        var description: String { "the asset \(name) is missing: run ./maple setup" }
    }

    private let files: [String: File]
    /// Of all files together: one of them may name another by its relative address.
    let mark: String

    init(files contents: [String: [UInt8]]) throws {
        var files: [String: File] = [:]
        var digest = SHA256()
        for (name, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            digest.update(data: Array("\(name) \(bytes.count)\n".utf8))
            digest.update(data: bytes)
            files[name] = try Assets.file(name, bytes)
        }
        self.files = files
        mark = digest.finalize().prefix(8).map { byte in
            byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }.joined()
    }

    /// Vendors' files stand beside our own, without their folder's name.
    static func load() throws -> Assets {
        var contents: [String: [UInt8]] = [:]
        for path in try WebResource.tree(in: "Assets") where !path.hasSuffix(".sha256") {
            let name = path.hasPrefix("vendor/") ? String(path.dropFirst(7)) : path
            contents[name] = try WebResource.bytes("Assets/\(path)")
        }
        for name in ["bootstrap.min.css", "htmx.min.js", "leaflet.min.js", "chart.min.js"] {
            guard contents[name] != nil else { throw NotInstalled(name: name) }
        }
        return try Assets(files: contents)
    }

    var names: [String] { files.keys.sorted() }

    func address(of name: String) -> String? {
        files[name].map { _ in "/assets/\(mark)/\(name)" }
    }

    func hasIcon(_ name: String) -> Bool {
        files["icons.svg"].map { String(buffer: $0.bytes).contains("id=\"\(name)\"") } ?? false
    }

    func routes(in router: some RouterMethods<SiteContext>) {
        router.get("/assets/{mark}/**", use: give)
    }

    @Sendable private func give(_ request: Request, _ context: SiteContext) throws -> Response {
        let name = context.parameters.getCatchAll().joined(separator: "/")
        guard context.parameters.get("mark") == mark, let file = files[name] else {
            throw WebRefusal.notFound
        }
        var headers: HTTPFields = [
            .contentType: file.type,
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        guard let packed = file.packed else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.bytes))
        }
        headers[.vary] = "Accept-Encoding"
        guard Compression.isWanted(by: request) else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.bytes))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
    }

    private static func file(_ name: String, _ bytes: [UInt8]) throws -> File {
        let type = type(of: name)
        let isText = !type.hasPrefix("image/png")
        let packed = isText ? try Gzip.pack(bytes, level: 9) : nil
        return File(
            bytes: ByteBuffer(bytes: bytes),
            packed: packed.map { ByteBuffer(bytes: $0) },
            type: type
        )
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "json", "geojson": "application/json"
        default: "application/octet-stream"
        }
    }
}
