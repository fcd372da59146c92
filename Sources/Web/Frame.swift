package import Centre
package import Hummingbird

/// The gates every call passes, around the routes of the site.
package struct Frame: Sendable {
    package struct Settings: Sendable {
        /// A proxy in front speaks TLS with the callers.
        package var behindTLS = false
        /// Calls at work at one time; the next one is asked to come back.
        package var mostCalls = 256
        /// The largest body in bytes.
        package var bodyBytes = 2 * 1024 * 1024

        package init() {}
    }

    let settings: Settings
    let figures: Figures
    let sentences: Sentences
    let press: Press
    let document: APIDocument
    let viewer: @Sendable (_ token: String) async throws -> Viewer
    let readiness: @Sendable () async -> Readiness

    package init(
        settings: Settings = Settings(),
        figures: Figures,
        sentences: Sentences,
        press: Press,
        document: APIDocument,
        viewer: @escaping @Sendable (_ token: String) async throws -> Viewer,
        readiness: @escaping @Sendable () async -> Readiness
    ) {
        self.settings = settings
        self.figures = figures
        self.sentences = sentences
        self.press = press
        self.document = document
        self.viewer = viewer
        self.readiness = readiness
    }

    /// What people read is answered in pages, what programs call in problems.
    static func isPage(_ path: String) -> Bool {
        !isCall(path) && !path.hasPrefix("/assets/")
    }

    static func isCall(_ path: String) -> Bool {
        path.hasPrefix("/api/") || probes.contains(path)
    }

    var jar: CookieJar { CookieJar(behindTLS: settings.behindTLS) }

    static let probes: Set<String> = ["/healthz", "/readyz", "/metrics"]

    /// A router with the gates, outermost first, around the given routes.
    /// - Parameters:
    ///   - routes: the calls of the API.
    ///   - pages: what people read.
    package func router(
        _ routes: (RouterGroup<SiteContext>) -> Void,
        pages: (RouterGroup<SiteContext>) -> Void = { _ in }
    ) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        let methods = MethodTable()
        let load = LoadLimit(most: settings.mostCalls, figures: figures)
        router.add(middleware: CallNames(jar: jar))
        router.add(middleware: CallRecord(figures: figures))
        router.add(middleware: SafeHeaders(behindTLS: settings.behindTLS))
        router.add(middleware: Compression())
        router.add(
            middleware: ProblemAnswers(sentences: sentences, press: press, methods: methods)
        )
        router.add(middleware: BodyLimit(allowed: settings.bodyBytes))
        router.add(middleware: KnownParameters(document: document))
        Probes(figures: figures, readiness: readiness).routes(in: router)
        let api = router.group("/api/v1")
        api.add(middleware: load)
        api.add(middleware: BodyType())
        api.add(middleware: SignInCheck(viewer: viewer))
        routes(api)
        press.assets.routes(in: router)
        let visits = router.group()
        visits.add(middleware: load)
        pages(visits)
        methods.fill(from: router)
        return router
    }
}
