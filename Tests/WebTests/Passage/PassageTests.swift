import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct PassageTests {
    @Test func `a write answers with what was made and where it is`() async throws {
        let porch = try Porch()
        let reply = try await porch.browser.post("/api/v1/echo", #"{"title":"a/b"}"#, key: "k 1")
        #expect(reply.status == 201)
        #expect(reply.header("Location") == "/api/v1/echo/1")
        #expect(reply.header("Idempotent-Replay") == nil)
        #expect(reply.text == #"{"by":"public","operation":"public/k 1","title":"a/b"}"#)
        let again = try await porch.browser.post("/api/v1/echo", #"{"title":"again"}"#)
        #expect(again.header("Idempotent-Replay") == "true")
    }

    @Test(
        arguments: [
            (nil, "idempotency-key-missing"),
            (String(repeating: "k", count: 65), "idempotency-key-unreadable"),
            ("schlüssel", "idempotency-key-unreadable"),
        ] as [(String?, String)]
    )
    func `a write without a usable key is refused`(key: String?, word: String) async throws {
        let reply = try await Porch().browser.post("/api/v1/echo", "{}", key: key)
        #expect(reply.status == 400)
        #expect(try reply.problem == word)
        #expect(try reply.text(at: "field") == "Idempotency-Key")
    }

    @Test func `keys of two callers never meet`() async throws {
        let porch = try Porch()
        let theirs = try await porch.browser.post("/api/v1/echo", key: "k")
        let mine = try await porch.browser.with(token: "good").post("/api/v1/echo", key: "k")
        #expect(try theirs.text(at: "operation") == "public/k")
        #expect(try mine.text(at: "operation")?.hasPrefix("officer/") == true)
    }

    @Test(
        arguments: [
            (#"{"title":"abcdef"}"#, 400, "field-too-long", "title"),
            (#"{"tilte":"a"}"#, 400, "field-unknown", "tilte"),
            ("[]", 400, "field-wrong-type", "body"),
            ("{", 400, "json-ends-early", nil), (#"{"a":1,"a":2}"#, 400, "json-name-twice", nil),
        ] as [(String, Int, String, String?)]
    )
    func `a body that cannot be taken`(
        body: String,
        status: Int,
        word: String,
        field: String?
    )
        async throws
    {
        let reply = try await Porch().browser.post("/api/v1/echo", body)
        #expect(reply.status == status)
        #expect(try reply.problem == word)
        #expect(try reply.text(at: "field") == field)
    }

    @Test(arguments: [
        ("application/json", 201), ("application/json; charset=utf-8", 201),
        ("Application/JSON;charset=UTF-8", 201), ("application/merge-patch+json", 201),
        ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("", 415),
        ("application/json; charset=gbk", 415), ("application/jsonp", 415),
    ])
    func `only JSON in UTF-8 comes in`(type: String, status: Int) async throws {
        let reply = try await Porch().browser.post(
            "/api/v1/echo",
            #"{"title":"a"}"#,
            headers: ["Content-Type": type]
        )
        #expect(reply.status == status)
    }

    @Test func `a write without fields may come without a body or a type`() async throws {
        #expect(try await Porch().browser.post("/api/v1/echo").status == 201)
    }

    @Test(arguments: [nil, 65_536])
    func `more than two megabytes do not come in, with a length told or not`(
        chunk: Int?
    )
        async throws
    {
        let porch = try Porch()
        let space = [UInt8](repeating: 0x20, count: BodyLimit.bytes - 2)
        let fits = try await porch.browser.send(
            .post,
            "/api/v1/echo",
            body: Array("{}".utf8) + space,
            headers: ["Idempotency-Key": "a"],
            chunk: chunk
        )
        #expect(fits.status == 201)
        let larger = try await porch.browser.send(
            .post,
            "/api/v1/echo",
            body: Array("{} ".utf8) + space,
            headers: ["Idempotency-Key": "b"],
            chunk: chunk
        )
        #expect(larger.status == 413)
        #expect(try larger.problem == "body-too-large")
        #expect(larger.header("Connection") == "close")
    }

    @Test(arguments: [nil, 1024])
    func `the house's own limit holds, and the sentence names it`(chunk: Int?) async throws {
        let porch = try Porch(bodyBytes: 20_480)
        let large = [UInt8](repeating: 0x20, count: 20_480)
        let reply = try await porch.browser.send(
            .post,
            "/api/v1/echo",
            body: Array("{}".utf8) + large,
            headers: ["Idempotency-Key": "a", "Accept-Language": "en"],
            chunk: chunk
        )
        #expect(reply.status == 413)
        #expect(try reply.text(at: "detail")?.contains("20 KB") == true)
    }

    @Test(arguments: [("-1", 400), ("x", 400), ("99999999999", 413)])
    func `a length that cannot be is refused before anything is read`(
        length: String,
        status: Int
    )
        async throws
    {
        let reply = try await Porch().browser.post(
            "/api/v1/echo",
            "{}",
            headers: ["Content-Length": length]
        )
        #expect(reply.status == status)
    }

    @Test func `headers have a limit`() async throws {
        let long = String(repeating: "a", count: BodyLimit.headerBytes)
        let reply = try await Porch().browser.get("/api/v1/list", headers: ["X-Long": long])
        #expect(reply.status == 431)
        #expect(try reply.problem == "headers-too-large")
    }

    @Test(
        arguments: [
            ("", 200, nil), ("?limit=1", 200, nil), ("?limit=200", 200, nil),
            ("?limit=0", 400, "limit"), ("?limit=201", 400, "limit"), ("?limit=x", 400, "limit"),
            ("?limit=", 400, "limit"), ("?limit=1&limit=2", 400, "limit"),
            ("?limit=+5", 400, "limit"),
            ("?page=2", 400, "page"), ("?after=xyz", 400, "after"), ("?%zz=1", 400, nil),
            ("?limit=%ff", 400, nil), ("?", 200, nil),
        ] as [(String, Int, String?)]
    )
    func `parameters of a list`(query: String, status: Int, field: String?) async throws {
        let reply = try await Porch().browser.get("/api/v1/list" + query)
        #expect(reply.status == status)
        if status != 200 { #expect(try reply.text(at: "field") == field) }
    }

    @Test func `a page begins where the one before ended, and the last says so`() async throws {
        let porch = try Porch()
        let cursor = Cursor(of: "list", [.number(7)]).text
        let page = try await porch.browser.get("/api/v1/list?limit=3&after=\(cursor)")
        #expect(page.text == #"{"items":[3],"next":"\#(cursor)"}"#)
        #expect(try await porch.browser.get("/api/v1/list").text == #"{"items":[50],"next":null}"#)
    }

    @Test(arguments: ["/api/v1/echo?x=1", "/healthz?x=1", "/api/v1/oddity?limit=5"])
    func `a parameter the document does not name is refused`(path: String) async throws {
        let method: HTTPRequest.Method = path.contains("echo") ? .post : .get
        let reply = try await Porch().browser.send(method, path, headers: ["Idempotency-Key": "k"])
        #expect(reply.status == 400)
        #expect(try reply.problem == "field-unknown")
    }
}
