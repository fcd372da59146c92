import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct CallersTests {
    private let id = "0199f5c2-7a10-7c3e-9b4d-2f6a1e8c5d70"

    @Test(arguments: [
        ("Bearer good", 200), ("bearer good", 200), ("Bearer bad", 401), ("Bearer", 401),
        ("Bearer  good", 401), ("Basic good", 401), ("good", 401), ("", 401),
        ("Bearer good good", 401), ("Bearer gööd", 401),
    ])
    func `an officer shows a token`(header: String, status: Int) async throws {
        let reply = try await Porch().browser.get(
            "/api/v1/me/\(id)",
            headers: ["Authorization": header]
        )
        #expect(reply.status == status)
        if status == 401 {
            #expect(try reply.problem == "sign-in-needed")
            #expect(reply.header("WWW-Authenticate") == "Bearer realm=\"desk\"")
        } else {
            #expect(reply.text == "[\"clerk\",\"\(id)\"]")
        }
    }

    @Test func `a wrong token is refused also where none is needed`() async throws {
        let browser = try Porch().browser
        #expect(try await browser.get("/api/v1/list").status == 200)
        #expect(try await browser.with(token: "bad").get("/api/v1/list").status == 401)
    }

    @Test(arguments: ["1", "0199f5c2", "0199F5C2-7a10-7c3e-9b4d-2f6a1e8c5d7g", "..%2f.."])
    func `what has not the form of an id does not exist`(id: String) async throws {
        let reply = try await Porch().browser.with(token: "good").get("/api/v1/me/\(id)")
        #expect(reply.status == 404)
        #expect(try reply.problem == "not-found")
    }

    @Test(
        arguments: [
            (nil, 401, "query-code-needed"), ("K7-2M", 200, nil), ("a b", 404, "not-found"),
            (String(repeating: "k", count: 65), 404, "not-found"),
        ] as [(String?, Int, String?)]
    )
    func `a resident shows the query code`(
        code: String?,
        status: Int,
        word: String?
    )
        async throws
    {
        let reply = try await Porch().browser.get(
            "/api/v1/concerns/MZ2026000001X",
            headers: ["Query-Code": code ?? ""]
        )
        #expect(reply.status == status)
        #expect(try reply.problem == word)
    }
}
