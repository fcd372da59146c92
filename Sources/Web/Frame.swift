package import Centre
package import Hummingbird

/// The gates every call passes, around the routes of the site.
package struct Frame: Sendable {
    package struct Settings: Sendable {
        /// A proxy in front speaks TLS with the callers.
        package var behindTLS = false
        /// Calls at work at one time; the next one is asked to come back.
        package var mostCalls = 256

        package init() {}
    }

    let settings: Settings
    let figures: Figures
    let sentences: Sentences
    let document: APIDocument
    let viewer: @Sendable (_ token: String) async throws -> Viewer
    let readiness: @Sendable () async -> Readiness

    package init(
        settings: Settings = Settings(),
        figures: Figures,
        sentences: Sentences,
        document: APIDocument,
        viewer: @escaping @Sendable (_ token: String) async throws -> Viewer,
        readiness: @escaping @Sendable () async -> Readiness
    ) {
        self.settings = settings
        self.figures = figures
        self.sentences = sentences
        self.document = document
        self.viewer = viewer
        self.readiness = readiness
    }

    static let probes: Set<String> = ["/healthz", "/readyz", "/metrics"]

    /// A router with the gates, outermost first, around the given routes.
    package func router(
        _ routes: (RouterGroup<SiteContext>) -> Void
    ) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        let methods = MethodTable()
        router.add(middleware: CallNames())
        router.add(middleware: CallRecord(figures: figures))
        router.add(middleware: SafeHeaders(behindTLS: settings.behindTLS))
        router.add(middleware: ProblemAnswers(sentences: sentences, methods: methods))
        router.add(middleware: BodyLimit())
        router.add(middleware: KnownParameters(document: document))
        Probes(figures: figures, readiness: readiness).routes(in: router)
        let api = router.group("/api/v1")
        api.add(middleware: LoadLimit(most: settings.mostCalls, figures: figures))
        api.add(middleware: SignInCheck(viewer: viewer))
        routes(api)
        methods.fill(from: router)
        return router
    }
}
