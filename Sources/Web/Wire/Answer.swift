import Foundation
package import Hummingbird

/// What a call answers when it went well: JSON with sorted names, moments in ISO 8601.
package struct Answer<Content: Encodable & Sendable>: ResponseGenerator, Sendable {
    package let content: Content
    package var status: HTTPResponse.Status = .ok
    /// Where the thing that was made can be read.
    package var location: String?
    /// The first answer to the same operation, given again.
    package var replayed = false

    package init(_ content: Content) {
        self.content = content
    }

    package static func made(
        _ content: Content,
        at location: String?,
        replayed: Bool
    ) -> Answer {
        var answer = Answer(content)
        answer.status = .created
        answer.location = location
        answer.replayed = replayed
        return answer
    }

    package static func done(_ content: Content, replayed: Bool) -> Answer {
        var answer = Answer(content)
        answer.replayed = replayed
        return answer
    }

    package func response(
        from request: Request,
        context: some RequestContext
    ) throws -> Response {
        var headers: HTTPFields = [
            .contentType: "application/json; charset=utf-8",
            .cacheControl: "no-store",
        ]
        if let location { headers[.location] = location }
        if replayed { headers.set("Idempotent-Replay", to: "true") }
        let bytes = try AnswerEncoding.bytes(of: content)
        return Response(status: status, headers: headers, body: .init(byteBuffer: bytes))
    }
}

/// A page of a list, and where the next one begins.
package struct Page<Item: Encodable & Sendable>: Encodable, Sendable {
    package let items: [Item]
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    private enum CodingKeys: String, CodingKey {
        case items
        case next
    }

    /// The last page says so: its `next` is null, not absent.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}

enum AnswerEncoding {
    static func bytes(of content: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(bytes: try encoder.encode(content))
    }
}
