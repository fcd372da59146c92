import Centre
import Hummingbird

/// Turns what was foreseen into pages: a sentence, the sign-in, a form carried on.
///
/// A breakage goes further out, where it is logged.
struct PageAnswers: RouterMiddleware {
    typealias Context = SiteContext

    let front: Front
    let signIn: SignInPages
    let around: Sheet.Around

    func handle(
        _ request: Request,
        context: SiteContext,
        next: Onward
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let stale as FormGate.Stale {
            return try carryOn(stale.form, context)
        } catch {
            guard let problem = Problem(foreseen: error) else { throw error }
            if problem.word == WebRefusal.signInNeeded.word {
                return try signIn.ask(context)
            }
            return try answer(problem, context)
        }
    }

    private func answer(_ problem: Problem, _ context: SiteContext) throws -> Response {
        let view = ErrorView(problem, front.wording(context), isDesk: isDesk)
        var sheet = Sheet(view, around)
        sheet.status = problem.status == .unauthorized ? .notFound : problem.status
        var response = try front.show(sheet, in: context)
        if let seconds = problem.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        if problem.status == .contentTooLarge { response.headers[.connection] = "close" }
        return response
    }

    /// The session that the form was shown in is gone, or the page is too old.
    private func carryOn(_ form: Form, _ context: SiteContext) throws -> Response {
        if isDesk, context.viewer == nil, form.address != SignInPages.address {
            return try signIn.ask(context, carrying: form)
        }
        let say = front.wording(context)
        let view = ResumeView(
            title: say("status-403"),
            text: say("form-stale"),
            form.carried,
            to: form.address,
            say,
            ticket: front.seal.ticket(of: context.visit.binding)
        )
        var sheet = Sheet(view, around)
        sheet.status = .forbidden
        return try front.show(sheet, in: context)
    }

    private var isDesk: Bool {
        if case .staff = around { true } else { false }
    }
}
