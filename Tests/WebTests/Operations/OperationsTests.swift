import Foundation
import Hummingbird
import Logging
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct OperationsTests {
    @Test func `each call leaves one line without query, body or header`() async throws {
        let porch = try Porch()
        _ = try await porch.browser.post(
            "/api/v1/echo",
            #"{"title":"secre"}"#,
            headers: ["X-Request-Id": "a-1", "Authorization": "Bearer good"]
        )
        _ = try await porch.browser.get("/api/v1/list?limit=17")
        _ = try await porch.browser.get("/api/v1/13800138000")
        #expect(porch.log.all.count == 3)
        for line in porch.log.all {
            #expect(line.hasSuffix("}\n") && line.split(separator: "\n").count == 1)
            let json = try JSONReader.read(Array(line.dropLast().utf8))
            #expect(json["ms"] != nil && json["level"]?.text == "info")
        }
        let first = try JSONReader.read(Array((porch.log.all.first ?? "").dropLast().utf8))
        #expect(first["call"]?.text == "a-1")
        #expect(first["route"]?.text == "/api/v1/echo")
        #expect(first["status"] == .number("201"))
        let all = porch.log.all.joined()
        for secret in ["secre\"", "limit", "good", "13800138000"] { #expect(!all.contains(secret)) }
    }

    @Test(arguments: [("a.b-c_9", true), ("a b", false), ("a\"b", false), ("", false)])
    func `a call's name is taken when it is clean`(name: String, isTaken: Bool) async throws {
        let reply = try await Porch().browser.get("/healthz", headers: ["X-Request-Id": name])
        let given = try #require(reply.header("X-Request-Id"))
        #expect((given == name) == isTaken)
        #expect(CallNames.isClean(given))
    }

    @Test func `a browser does nothing with an answer but show it`() async throws {
        for path in ["/healthz", "/api/v1/nowhere", "/api/v1/list"] {
            let reply = try await Porch().browser.get(path)
            #expect(
                reply.header("Content-Security-Policy")
                    == "default-src 'none'; frame-ancestors 'none'"
            )
            #expect(reply.header("X-Content-Type-Options") == "nosniff")
            #expect(reply.header("Referrer-Policy") == "no-referrer")
            #expect(reply.header("Strict-Transport-Security") == nil)
        }
        let reply = try await Porch(behindTLS: true).browser.get("/healthz")
        #expect(reply.header("Strict-Transport-Security") != nil)
    }

    @Test func `beyond the limit calls are asked to come back, and the probes still answer`()
        async throws
    {
        let gate = Gate()
        let porch = try Porch(mostCalls: 2) { api in
            api.get("/wait") { _, _ in
                await gate.wait()
                return "done"
            }
        }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask { try await porch.browser.get("/api/v1/wait").status }
            }
            await gate.waiters(2)
            let shed = try await porch.browser.get("/api/v1/list")
            #expect(shed.status == 503)
            #expect(try shed.problem == "overloaded")
            #expect(shed.header("Retry-After") == "1")
            #expect(try await porch.browser.get("/healthz").status == 200)
            gate.open()
            for try await status in group { #expect(status == 200) }
        }
        #expect(try await porch.browser.get("/api/v1/list").status == 200)
        #expect(porch.figures.text.contains("maplebridge_calls_shed_total 1\n"))
    }

    @Test func `alive, ready and the figures`() async throws {
        let porch = try Porch()
        #expect(try await porch.browser.get("/healthz").text == #"{"alive":true}"#)
        #expect(
            try await porch.browser.get("/readyz").text
                == #"{"checks":{"migrations":"7"},"ready":true}"#
        )
        _ = try await porch.browser.get("/api/v1/list")
        _ = try await porch.browser.get("/api/v1/nowhere")
        let reply = try await porch.browser.get("/metrics")
        #expect(reply.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
        let lines = reply.text.split(separator: "\n").map(String.init)
        #expect(
            lines.contains(
                #"maplebridge_http_requests_total{route="/api/v1/list",method="GET",status="200"} 1"#
            )
        )
        #expect(
            lines.contains(
                #"maplebridge_http_requests_total{route="NotFound",method="GET",status="404"} 1"#
            )
        )
        #expect(lines.contains("maplebridge_ready 1.0"))
    }

    @Test func `a histogram adds up`() {
        let figures = Figures()
        for seconds in [0.0005, 0.003, 0.003, 60] {
            figures.observe("work_seconds", seconds: seconds)
        }
        let text = figures.text
        #expect(text.contains("maplebridge_work_seconds_bucket{le=\"0.001\"} 1\n"))
        #expect(text.contains("maplebridge_work_seconds_bucket{le=\"0.005\"} 3\n"))
        #expect(text.contains("maplebridge_work_seconds_bucket{le=\"10.0\"} 3\n"))
        #expect(text.contains("maplebridge_work_seconds_bucket{le=\"+Inf\"} 4\n"))
        #expect(text.contains("maplebridge_work_seconds_count 4\n"))
    }

    @Test func `counts of many at once are all there`() async {
        let figures = Figures()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<500 { figures.count("things", [("a", "\"\n\\")]) } }
            }
        }
        #expect(figures.text.contains(#"maplebridge_things_total{a="\"\n\\"} 4000"#))
    }

    @Test func `a line of the log is JSON whatever is in it`() throws {
        let lines = Lines()
        var logger = Logger(label: "a") { label in
            JSONLogHandler(label: label, now: { "t" }, write: lines.add)
        }
        logger[metadataKey: "list"] = ["x", ["k": "v"]]
        logger.warning(
            "\"quoted\"\n\u{1}",
            metadata: ["level": "not mine", "n": .stringConvertible(3)]
        )
        let line = try #require(lines.all.first)
        let json = try JSONReader.read(Array(line.dropLast().utf8))
        #expect(json["message"]?.text == "\"quoted\"\n\u{1}")
        #expect(json["level"]?.text == "warning")
        #expect(json["n"] == .number("3"))
        #expect(json["list"]?[1]?["k"]?.text == "v")
    }
}

/// Holds those who come until it is opened.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting = 0
    }

    private let state = Mutex(State())

    func wait() async {
        state.withLock { $0.waiting += 1 }
        while !state.withLock({ $0.isOpen }) { await Task.yield() }
    }

    func waiters(_ count: Int) async {
        while state.withLock({ $0.waiting }) < count { await Task.yield() }
    }

    func open() {
        state.withLock { $0.isOpen = true }
    }
}
