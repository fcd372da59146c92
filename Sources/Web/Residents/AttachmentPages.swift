import Centre
import Hummingbird

/// Photographs and papers in a browser: for the resident who follows, and for staff.
struct AttachmentPages: Sendable {
    let front: Front
    let desk: AttachmentsDesk
    let gate: PublicGate

    func routes(in pages: RouterGroup<SiteContext>) {
        pages.get("/concerns/{number}/attachments/{attachment}", use: mine)
    }

    /// Below `/desk`.
    func routes(in desk: RouterGroup<OfficerContext>) {
        desk.get("/matters/{id}/attachments/{attachment}", use: ofMatter)
    }

    @Sendable private func mine(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> AttachmentAnswer {
        try gate.pass(request, context)
        guard let followed = Followed(front.jar.value(.concern, in: request)),
            try followed.number == context.number()
        else { throw NotFound() }
        return AttachmentAnswer(
            try await desk.open(
                try context.id("attachment"),
                ofConcern: followed.number,
                code: followed.code
            )
        )
    }

    @Sendable private func ofMatter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> AttachmentAnswer {
        AttachmentAnswer(
            try await desk.open(
                try context.id("attachment"),
                of: try context.id(),
                for: context.viewer
            )
        )
    }
}

/// A resident's file on its way out: shown as what it is or kept on the disk, and able to do
/// nothing.
struct AttachmentAnswer: ResponseGenerator, Sendable {
    let opened: OpenedAttachment

    init(_ opened: OpenedAttachment) {
        self.opened = opened
    }

    static let policy = "default-src 'none'; frame-ancestors 'none'; sandbox"

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let way = opened.line.kind?.isPicture == true ? "inline" : "attachment"
        var headers: HTTPFields = [
            .contentType: opened.line.mediaType,
            .cacheControl: "private, no-store",
            .contentDisposition: "\(way); filename*=UTF-8''\(Self.escaped(opened.line.name))",
        ]
        headers.set("Content-Security-Policy", to: Self.policy)
        return Response(
            status: .ok,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: opened.content))
        )
    }

    /// As RFC 8187 writes a name in a header.
    private static func escaped(_ name: String) -> String {
        name.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte)
                || (97...122).contains(byte) || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "-")
            if isPlain { return String(Unicode.Scalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
