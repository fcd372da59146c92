import Centre
import Hummingbird

/// The same papers and lists for browsers: shown as pages that print well, or as PDF.
struct DocumentPages: Sendable {
    let printer: Printer
    let exports: ExportCalls

    private var desk: DocumentsDesk { printer.desk }

    /// Below `/desk`.
    func routes(in pages: RouterGroup<OfficerContext>) {
        for kind in Document.Kind.ofMatters {
            pages.get("/matters/{id}/documents/\(kind.rawValue)") { request, context in
                try await ofMatter(kind, request, context)
            }
        }
        for kind in Document.Kind.ofConcerns {
            pages.get("/concerns/{number}/documents/\(kind.rawValue)") { request, context in
                try await ofConcern(kind, request, context)
            }
        }
        pages.get("/assignments/{id}/documents/assignmentSlip", use: ofAssignment)
        pages.post("/documents/print", use: bundle)
        pages.get("/matters/export", use: exports.worklist)
        pages.get("/statistics/export", use: exports.statistics)
    }

    /// For the resident who follows a concern.
    /// - Parameter key: what the browser shows for the concern; it throws where there is nothing.
    func routes(
        in pages: RouterGroup<SiteContext>,
        key: @escaping @Sendable (Request, SiteContext) throws -> ResidentKey
    ) {
        for kind in Document.Kind.ofConcerns {
            pages.get("/concerns/{number}/documents/\(kind.rawValue)") { request, context in
                let key = try key(request, context)
                guard try key.number == context.number() else { throw NotFound() }
                let document = try await desk.document(
                    kind,
                    ofConcern: key.number,
                    code: key.queryCode
                )
                return try await printer.answer(with: [document], as: context.pageOrder(request))
            }
        }
    }

    private func ofMatter(
        _ kind: Document.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let documents = try await desk.documents(
            kind,
            of: try context.id(),
            for: context.viewer
        )
        return try await printer.answer(with: documents, as: context.pageOrder(request))
    }

    @Sendable private func ofAssignment(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let slip = try await desk.assignmentSlip(of: try context.id(), for: context.viewer)
        return try await printer.answer(with: [slip], as: context.pageOrder(request))
    }

    private func ofConcern(
        _ kind: Document.Kind,
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        let document = try await desk.document(
            kind,
            ofConcern: try context.number(),
            for: context.viewer
        )
        return try await printer.answer(with: [document], as: context.pageOrder(request))
    }

    @Sendable private func bundle(
        _ request: Request,
        _ context: OfficerContext
    ) async throws -> FileAnswer {
        guard var form = context.visit.heldForm else { throw WebRefusal.malformed }
        let bundle = try DocumentBundle(&form.fields)
        try form.fields.nothingElse()
        let documents = try await desk.bundle(bundle, for: context.viewer)
        let order = PrintOrder(format: .pdf, language: context.language)
        return try await printer.answer(with: documents, as: order)
    }
}

extension VisitContext {
    /// `?format=pdf`, and `?in=en` for a paper in another language than the reader's own.
    func pageOrder(_ request: Request) -> PrintOrder {
        let asked = request.uri.queryParameters
        return PrintOrder(
            format: asked["format"].flatMap { Printing.Format(rawValue: String($0)) } ?? .html,
            language: asked["in"].flatMap { Language(rawValue: String($0)) } ?? language
        )
    }
}

extension Desks {
    /// What prints papers for this site.
    func printer(_ press: Press) -> Printer {
        Printer(
            desk: DocumentsDesk(house: house),
            town: town,
            press: press,
            paperPress: paperPress
        )
    }

    func exports(_ press: Press) -> ExportCalls {
        ExportCalls(
            desk: ExportDesk(house: house),
            town: town,
            sentences: press.sentences,
            now: house.world.now
        )
    }
}
