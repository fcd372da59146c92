import Hummingbird

/// Reads what browsers send: `application/x-www-form-urlencoded`, and `multipart/form-data` where
/// files come along.
enum FormReading {
    /// Photographs as telephones take them, three to a form.
    static let bytesWithFiles = 16 * 1024 * 1024
    static let fieldsAtMost = 200
    static let filesAtMost = 6

    static func form(of request: Request) async throws -> Form {
        let type = request.headers[.contentType] ?? ""
        let isMultipart = isMultipart(type)
        let most = isMultipart ? bytesWithFiles : BodyLimit.bytes
        let body = try await request.body.collect(upTo: most)
        let bytes = Array(body.readableBytesView)
        let method = request.method.rawValue
        let address = request.uri.string
        guard isMultipart else {
            return try Form(try pairs(bytes), files: [], method: method, address: address)
        }
        let parts = try Multipart(bytes, type: type)
        guard parts.pairs.count <= fieldsAtMost, parts.files.count <= filesAtMost else {
            throw WebRefusal.malformed
        }
        return try Form(parts.pairs, files: parts.files, method: method, address: address)
    }

    static func isForm(_ type: String) -> Bool {
        isMultipart(type)
            || type.lowercased().hasPrefix("application/x-www-form-urlencoded")
    }

    static func isMultipart(_ type: String) -> Bool {
        type.lowercased().hasPrefix("multipart/form-data")
    }

    static func pairs(_ bytes: [UInt8]) throws -> [FormPair] {
        let parts = bytes.split(separator: UInt8(ascii: "&"))
        guard parts.count <= fieldsAtMost else { throw WebRefusal.malformed }
        return try parts.map { part in
            let halves = part.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let value = halves.count == 2 ? try decoded(halves[1]) : ""
            return FormPair(try decoded(halves[0]), plain(value))
        }
    }

    /// Browsers end lines with two characters; what was typed has one.
    static func plain(_ text: String) -> String {
        text.unicodeScalars.contains("\r") ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws -> String {
        guard let raw = String(validating: bytes, as: UTF8.self) else {
            throw WebRefusal.malformed
        }
        return try Query.decoded(raw[...])
    }
}
