package import Centre
package import Hummingbird

/// The face the house shows: pages in the reader's language, and forms that come back.
package struct Front: Sendable {
    let press: Press
    let town: TownInForce
    let world: World
    let seal: FormSeal
    let jar: CookieJar

    /// How to speak to whoever asks.
    package func wording(_ context: some VisitContext) -> Wording {
        press.wording(context.language, offset: town.town.offset)
    }

    package func now() -> Moment { world.now() }

    /// The page, written out.
    package func show(_ sheet: Sheet, in context: some VisitContext) throws -> Response {
        let chrome = chrome(context)
        return try press.page(sheet, chrome)
    }

    /// A part of a page, for htmx to put in its place.
    package func part(_ view: some View, in context: some VisitContext) throws -> Response {
        press.answer(try press.text(of: view, in: context.language), .ok, context.language)
    }

    /// What a form begins with.
    ///
    /// Each form of a page has one of its own.
    package func head(_ typed: Typed = .nothing, in context: some VisitContext) -> FormHead {
        let kept = typed[Form.operationName]
        return FormHead(
            ticket: seal.ticket(of: context.visit.binding),
            operation: kept.isPrintable(1...64) ? kept : "\(world.newID(of: Form.self))",
            problem: FormProblem(typed, wording(context))
        )
    }

    /// Carries out what a form asks and leads on; a no shows the form again with what was typed.
    ///
    /// - Parameters:
    ///   - caller: whose write it is, where the context does not tell: a resident's with a code.
    ///   - again: the page with the form, filled as told.
    package func take(
        _ context: some VisitContext,
        by caller: Caller? = nil,
        again: (Typed) async throws -> Sheet,
        _ act: (inout Form, Operation) async throws -> Onwards
    ) async throws -> Response {
        guard var form = context.visit.heldForm else { throw WebRefusal.malformed }
        var typed = form.typed
        if form.isToBeShown {
            typed.isCarriedOn = true
            return try show(try await again(typed), in: context)
        }
        do {
            let operation = try form.operation(by: caller ?? context.caller)
            return see(try await act(&form, operation))
        } catch {
            guard let problem = Problem(foreseen: error), problem.staysAtTheForm else {
                throw error
            }
            typed.problem = problem
            // The same number cannot be used for what was typed anew.
            if problem.word == OperationRefusal.otherContent.word { typed.forgetOperation() }
            var sheet = try await again(typed)
            // A browser is not asked for a password by the header that 401 wants.
            sheet.status = problem.status == .unauthorized ? .unprocessableContent : problem.status
            var response = try show(sheet, in: context)
            if let seconds = problem.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
            return response
        }
    }

    /// Leads to another page (303).
    package func see(_ onwards: Onwards) -> Response {
        var response = Response(
            status: .seeOther,
            headers: [.location: onwards.address, .cacheControl: "no-store"]
        )
        if let said = onwards.said { jar.set(.said, to: said, in: &response) }
        for (kind, value) in onwards.cookies { jar.set(kind, to: value, in: &response) }
        return response
    }

    func chrome(_ context: some VisitContext) -> Chrome {
        Chrome(
            language: context.language,
            visit: context.visit,
            viewer: context.asking,
            town: town.town,
            wording: wording(context),
            seal: seal
        )
    }
}

extension Problem {
    /// What is not found is no matter of the form.
    fileprivate var staysAtTheForm: Bool {
        status != .notFound && status != .internalServerError
            && word != WebRefusal.signInNeeded.word
    }
}
