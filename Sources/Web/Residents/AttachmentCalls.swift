import Centre
import Hummingbird

/// Files of concerns for programs: the body is the file itself, as it is.
struct AttachmentCalls: Sendable {
    let desk: AttachmentsDesk
    let gate: PublicGate

    /// For residents with their code, and for officers.
    func routes(in api: RouterGroup<SiteContext>) {
        api.get("/concerns/{number}/attachments", use: ofConcern)
        api.post("/concerns/{number}/attachments", use: add)
        api.get("/concerns/{number}/attachments/{attachment}", use: one)
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        officers.get("/matters/{id}/attachments", use: ofMatter)
        officers.get("/matters/{id}/attachments/{attachment}", use: oneOfMatter)
    }

    @Sendable private func ofConcern(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<Page<AttachmentLine>> {
        let number = try context.number()
        if let viewer = context.viewer {
            return page(try await desk.lines(ofConcern: number, for: viewer))
        }
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: number)
        return page(try await desk.lines(ofConcern: number, code: key.queryCode))
    }

    @Sendable private func one(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> AttachmentAnswer {
        let number = try context.number()
        let id: ID<Attachment> = try context.id("attachment")
        if let viewer = context.viewer {
            return AttachmentAnswer(try await desk.open(id, ofConcern: number, for: viewer))
        }
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: number)
        return AttachmentAnswer(
            try await desk.open(id, ofConcern: number, code: key.queryCode)
        )
    }

    @Sendable private func add(
        _ request: Request,
        _ context: SiteContext
    ) async throws -> Answer<AttachmentLine> {
        let number = try context.number()
        if let viewer = context.viewer {
            try viewer.require(.register)
            let (bytes, operation) = try await RawFile.read(request, by: context.caller)
            let file = try AttachmentFile(bytes, named: "")
            let done = try await desk.add(
                file,
                toConcern: number,
                by: viewer,
                operation: operation
            )
            return .made(done.answer, at: nil, replayed: done.replayed)
        }
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: number)
        let (bytes, operation) = try await RawFile.read(request, by: .resident(number: number))
        let file = try AttachmentFile(bytes, named: "")
        let done = try await desk.add(
            file,
            toConcern: number,
            code: key.queryCode,
            operation: operation
        )
        return .made(done.answer, at: nil, replayed: done.replayed)
    }

    @Sendable private func ofMatter(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> Answer<Page<AttachmentLine>> {
        page(try await desk.lines(of: try context.id(), for: context.viewer))
    }

    @Sendable private func oneOfMatter(
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

    private func page(_ lines: [AttachmentLine]) -> Answer<Page<AttachmentLine>> {
        Answer(Page(items: lines, next: nil))
    }
}

/// A write whose body is a file.
enum RawFile {
    static let bytes = Attachment.largest

    /// The calls of the API that take no JSON: a photograph or paper, and a sheet.
    static func isSent(in request: Request) -> Bool {
        let path = request.uri.path
        return request.method == .post && path.hasPrefix("/api/")
            && ["/attachments", "/membersSheet", "/rosterSheet"].contains(where: path.hasSuffix)
    }

    static func read(_ request: Request, by caller: Caller) async throws -> ([UInt8], Operation) {
        let key = try Write.key(of: request)
        let body = try await request.body.collect(upTo: bytes)
        let file = Array(body.readableBytesView)
        let head = Array("\(request.method.rawValue) \(request.uri.path)\n".utf8)
        return (file, Operation(scope: caller.scope, key: key, content: head + file))
    }
}
