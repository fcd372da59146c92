import Hummingbird
import NIOCore
import Synchronization

/// A gateway that really listens: it keeps what it was sent, and answers as it is told to.
package final class FakeGateway: Sendable {
    package enum Manner: Sendable {
        case ok
        /// A robot's number for what went wrong, with status 200.
        case errcode(Int)
        case status(Int, retryAfter: Int? = nil)
        case elsewhere
        case words(String)
        /// Says nothing for a long time.
        case hang
        /// Leaves in the middle of the answer.
        case close
    }

    package struct Call: Sendable {
        package let path: String
        package let query: String
        package let key: String
        package let authorization: String?
        package let body: String
    }

    private struct State {
        var manner = Manner.ok
        var calls: [Call] = []
        var took: [String] = []
    }

    private let state = Mutex(State())
    private let listening = AsyncStream.makeStream(of: Int.self)

    init() {}

    /// All calls, in the order in which they came.
    package var calls: [Call] { state.withLock { $0.calls } }

    /// The keys that it took, each once: what it has done.
    package var took: [String] { state.withLock { $0.took } }

    package func behave(_ manner: Manner) {
        state.withLock { $0.manner = manner }
    }

    private func hear(_ call: Call) -> Manner {
        state.withLock { state in
            state.calls.append(call)
            if case .ok = state.manner, !state.took.contains(call.key) {
                state.took.append(call.key)
            }
            return state.manner
        }
    }

    fileprivate func run(port: Int) async throws {
        let router = Router()
        router.post("**") { request, context in
            let body = try await request.body.collect(upTo: 1_000_000)
            return try await self.answer(request, String(buffer: body))
        }
        let told = listening.continuation
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in told.yield(channel.localAddress?.port ?? 0) },
            logger: Browser.silent
        )
        try await application.run()
    }

    fileprivate func port() async throws -> Int {
        for await port in listening.stream { return port }
        throw CancellationError()
    }

    private func answer(_ request: Request, _ body: String) async throws -> Response {
        let headers = request.headers
        let call = Call(
            path: request.uri.path,
            query: request.uri.query ?? "",
            key: HTTPFields.Element.Name("Idempotency-Key").flatMap { headers[$0] } ?? "",
            authorization: headers[.authorization],
            body: body
        )
        switch hear(call) {
        case .ok: return Self.json(#"{"errcode":0,"errmsg":"ok","id":"g-\#(call.key)"}"#)
        case .errcode(let code): return Self.json(#"{"errcode":\#(code),"errmsg":"\#(code)"}"#)
        case .words(let words): return Self.json(words)
        case .elsewhere:
            return Response(status: .found, headers: [.location: "/elsewhere"])
        case .status(let code, let after):
            var headers = HTTPFields()
            headers[.retryAfter] = after.map { "\($0)" }
            return Response(status: .init(code: code), headers: headers)
        case .hang:
            try await Task.sleep(for: .seconds(60))
            return Self.json("{}")
        case .close:
            return Response(
                status: .ok,
                headers: [.contentLength: "100"],
                body: ResponseBody { _ in throw CancellationError() }
            )
        }
    }

    private static func json(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}

/// Gives the test a gateway that listens at the port, and ends it.
package func withFakeGateway<Answer: Sendable>(
    port: Int = 0,
    _ body: @escaping @Sendable (FakeGateway, Int) async throws -> Answer
) async throws -> Answer {
    let gateway = FakeGateway()
    return try await withThrowingTaskGroup(of: Answer?.self) { group in
        group.addTask {
            try await gateway.run(port: port)
            return nil
        }
        group.addTask { try await body(gateway, try await gateway.port()) }
        defer { group.cancelAll() }
        while let answer = try await group.next() {
            if let answer { return answer }
        }
        throw CancellationError()
    }
}
