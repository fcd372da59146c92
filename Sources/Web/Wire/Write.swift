package import Centre
package import Hummingbird

/// A write as it came in: its fields, and the operation that makes asking twice harmless.
package struct Write {
    package var fields: Fields
    package let operation: Operation

    package init(_ request: Request, by caller: Caller) async throws {
        let key = try Write.key(of: request)
        let body = try await request.body.collect(upTo: BodyLimit.bytes)
        let bytes = Array(body.readableBytesView)
        fields = try Write.fields(of: bytes)
        // The address belongs to the content: one key for two different calls is a mistake.
        let head = "\(request.method.rawValue) \(request.uri.path)\n"
        operation = Operation(scope: caller.scope, key: key, content: Array(head.utf8) + bytes)
    }

    /// The fields of a call that changes nothing, or that may safely be made twice.
    package static func fields(of request: Request) async throws -> Fields {
        let body = try await request.body.collect(upTo: BodyLimit.bytes)
        return try fields(of: Array(body.readableBytesView))
    }

    /// No body at all is an object without fields.
    private static func fields(of bytes: [UInt8]) throws -> Fields {
        try Fields(bytes.isEmpty ? .object([]) : JSONReader.read(bytes))
    }

    static func key(of request: Request) throws(WebRefusal) -> String {
        let keys = request.headers.all("Idempotency-Key")
        guard let key = keys.first else { throw .keyMissing }
        guard keys.count == 1, key.isPrintable(1...64, orSpace: true) else {
            throw .keyUnreadable
        }
        return key
    }
}
