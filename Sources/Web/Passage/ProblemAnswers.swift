import Hummingbird
import Logging
import Storage

/// Turns every error into a problem with a sentence.
///
/// A breakage is logged once, under the call's name, which is all the caller learns of it.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = SiteContext

    let sentences: Sentences
    let press: Press
    let methods: MethodTable

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var problem = Problem(foreseen: error) ?? breakage(error, context)
            if problem.word == WebRefusal.notFound.word, context.endpointPath == "NotFound" {
                problem = methods.otherMethods(for: request) ?? problem
            }
            guard Frame.isPage(request.uri.path) else {
                return try problem.response(in: context.language, from: sentences)
            }
            if let page = pageOfForm(problem, request) { return page }
            return try page(problem, request, context)
        }
    }

    /// A form's own address, asked for like a page: a refused form whose address was called up again.
    private func pageOfForm(_ problem: Problem, _ request: Request) -> Response? {
        guard request.method == .get, !problem.allow.isEmpty,
            let page = methods.page(above: request.uri.path)
        else { return nil }
        return Response(status: .seeOther, headers: [.location: page, .cacheControl: "no-store"])
    }

    /// Said in plain surroundings: who asks is not known here.
    private func page(
        _ problem: Problem,
        _ request: Request,
        _ context: SiteContext
    ) throws -> Response {
        let wording = press.wording(context.language)
        let isDesk = request.uri.path.hasPrefix("/desk")
        var chrome = Chrome(language: context.language, wording: wording)
        chrome.visit.address = request.uri.string
        let view = ErrorView(problem, wording, isDesk: isDesk)
        var sheet = Sheet(view, isDesk ? .staff(nil) : .resident)
        sheet.status = problem.status
        var response = try press.page(sheet, chrome)
        if let retryAfter = problem.retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        if !problem.allow.isEmpty {
            response.headers[.allow] = problem.allow.joined(separator: ", ")
        }
        return response
    }

    private func breakage(_ error: any Error, _ context: SiteContext) -> Problem {
        var metadata: Logger.Metadata = ["error": .string("\(type(of: error))")]
        // The store's own errors hold no stored values; others may, so only their kind is told.
        if let error = error as? StorageError { metadata["cause"] = .string("\(error)") }
        context.logger.error("breakage", metadata: metadata)
        var problem = Problem(WebRefusal.breakage)
        problem.reference = context.callID
        problem.particulars = ["reference": context.callID]
        return problem
    }
}
