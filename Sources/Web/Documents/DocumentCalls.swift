import Centre
import Hummingbird

/// Papers: receipts, slips, letters and sheets, as pages or as PDF.
struct DocumentCalls: Sendable {
    let printer: Printer
    let gate: PublicGate

    private var desk: DocumentsDesk { printer.desk }

    /// For residents with their code, and for officers.
    func routes(in api: RouterGroup<SiteContext>) {
        for kind in Document.Kind.ofConcerns {
            api.get("/concerns/{number}/documents/\(kind.rawValue)") { request, context in
                try await ofConcern(kind, request, context)
            }
        }
    }

    func routes(in officers: RouterGroup<OfficerContext>) {
        for kind in Document.Kind.ofMatters {
            officers.get("/matters/{id}/documents/\(kind.rawValue)") { request, context in
                try await ofMatter(kind, request, context)
            }
        }
        officers.get("/assignments/{id}/documents/assignmentSlip", use: ofAssignment)
        officers.post("/documents/print", use: bundle)
    }

    private func ofConcern(
        _ kind: Document.Kind,
        _ request: Request,
        _ context: SiteContext
    ) async throws -> FileAnswer {
        let (order, number) = (try context.order(request), try context.number())
        if let viewer = context.viewer {
            let document = try await desk.document(kind, ofConcern: number, for: viewer)
            return try await printer.answer(with: [document], as: order)
        }
        try gate.pass(request, context)
        let key = try ResidentKey.required(request, number: number)
        let document = try await desk.document(kind, ofConcern: number, code: key.queryCode)
        return try await printer.answer(with: [document], as: order)
    }

    private func ofMatter(
        _ kind: Document.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let order = try context.order(request)
        let documents = try await desk.documents(
            kind,
            of: try context.id(),
            for: context.viewer
        )
        return try await printer.answer(with: documents, as: order)
    }

    @Sendable private func ofAssignment(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let order = try context.order(request)
        let slip = try await desk.assignmentSlip(of: try context.id(), for: context.viewer)
        return try await printer.answer(with: [slip], as: order)
    }

    /// Printing twice changes nothing but that it is entered twice, so no operation is kept.
    @Sendable private func bundle(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        var fields = try await Write.fields(of: request)
        let bundle = try DocumentBundle(&fields)
        let language = try fields.optionalWord("lang", as: Language.self) ?? context.language
        try fields.nothingElse()
        let documents = try await desk.bundle(bundle, for: context.viewer)
        let order = PrintOrder(format: .pdf, language: language)
        return try await printer.answer(with: documents, as: order)
    }
}

extension DocumentBundle {
    /// Receipts by numbers, or assignment slips by ids; one sort at a time.
    init(_ fields: inout Fields) throws {
        let numbers = try fields.list("receipts", upTo: Self.most) { value, path in
            try Fields.text(value, at: path, 1...64)
        }
        let parts = try fields.list("assignmentSlips", upTo: Self.most) { value, path in
            let text = try Fields.text(value, at: path, 1...64)
            guard let id = ID<Assignment>(text) else {
                throw Fault(.impossible, path, ["format": "uuid"])
            }
            return id
        }
        guard parts.isEmpty || numbers.isEmpty else {
            throw Fault(.notAllowed, "assignmentSlips", ["allowed": "–"])
        }
        if !parts.isEmpty {
            self = .assignmentSlips(parts)
        } else if !numbers.isEmpty {
            self = .receipts(numbers)
        } else {
            throw Fault(.missing, "receipts")
        }
    }
}

extension Document.Kind {
    /// What a resident takes home, and the counter prints for one concern.
    static let ofConcerns: [Document.Kind] = [.receipt, .replyLetter, .limitSheet]
}

extension SiteContext {
    func order(_ request: Request) throws -> PrintOrder {
        var query = try Query(request)
        let order = try PrintOrder(&query, spoken: language)
        try query.nothingElse()
        return order
    }
}

extension OfficerContext {
    func order(_ request: Request) throws -> PrintOrder {
        var query = try Query(request)
        let order = try PrintOrder(&query, spoken: language)
        try query.nothingElse()
        return order
    }
}
