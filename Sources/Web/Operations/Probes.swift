import Hummingbird

/// What the house says of itself to those who run it.
package struct Readiness: Sendable, Encodable {
    package let ready: Bool
    /// What was looked at, in words and figures: migrations, clocks, oldest unsent.
    package let checks: [String: String]

    package init(ready: Bool, checks: [String: String]) {
        self.ready = ready
        self.checks = checks
    }
}

/// Alive, ready, figures: for the machines around, outside the API.
struct Probes: Sendable {
    let figures: Figures
    let readiness: @Sendable () async -> Readiness

    func routes(in router: some RouterMethods<SiteContext>) {
        router.get("/healthz") { _, _ in Answer(["alive": true]) }
        router.get("/readyz", use: ready)
        router.get("/metrics", use: metrics)
    }

    @Sendable private func ready(_: Request, _: SiteContext) async throws -> Answer<Readiness> {
        let readiness = await readiness()
        var answer = Answer(readiness)
        if !readiness.ready { answer.status = .serviceUnavailable }
        return answer
    }

    @Sendable private func metrics(_: Request, _: SiteContext) async throws -> Response {
        // Looking brings the figures of the store up to date too.
        figures.set("ready", to: await readiness().ready ? 1 : 0)
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: figures.text))
        )
    }
}
