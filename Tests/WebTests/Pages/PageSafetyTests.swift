import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Safety of pages` {
    @Test func `a page may load from this site alone, and API answers nothing`() async throws {
        let browser = try Porch().browser
        let page = try await browser.get("/nowhere")
        let policy = try #require(page.header("Content-Security-Policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
        #expect(policy.contains("base-uri 'none'") && policy.contains("form-action 'self'"))
        #expect(!policy.contains("unsafe"))
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        let call = try await browser.get("/api/v1/nowhere")
        #expect(
            call.header("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'"
        )
        #expect(try call.problem == "not-found")
    }

    @Test(arguments: [("zh-CN", "没有这个页面"), ("en", "There is no such page")])
    func `an address that is none has a page in the reader's language`(
        language: String,
        words: String
    ) async throws {
        let reply = try await Porch().browser.get("/x", headers: ["Accept-Language": language])
        #expect(reply.status == 404)
        #expect(reply.text.contains(words))
        #expect(reply.text.contains("<html lang=\"\(language == "en" ? "en" : "zh-Hans")\""))
    }

    @Test func `the session's cookie is for this host and no script`() throws {
        var response = Response(status: .ok)
        CookieJar(behindTLS: true).set(.session, to: "mb_x", in: &response)
        CookieJar(behindTLS: false).set(.session, to: "mb_x", in: &response)
        CookieJar(behindTLS: false).set(.elder, to: nil, in: &response)
        #expect(
            response.headers[values: .setCookie] == [
                "__Host-session=mb_x; Path=/; HttpOnly; SameSite=Lax; Secure",
                "session=mb_x; Path=/; HttpOnly; SameSite=Lax",
                "elder=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
            ]
        )
    }

    @Test(arguments: [
        ("/desk", true), ("/desk?a=b", true), ("//evil.example", false), ("https://evil", false),
        ("/\\evil", false), ("desk", false), ("/desk\r\nX: y", false), ("", false),
    ])
    func `a way back leads nowhere else`(address: String, isLocal: Bool) {
        #expect((LocalAddress(address) != nil) == isLocal)
    }

    @Test func `an address changes one parameter and keeps the others`() throws {
        let address = try #require(LocalAddress("/desk/matters?stage=open&lang=zh&after=x"))
        #expect(address.with("lang", "en") == "/desk/matters?stage=open&after=x&lang=en")
        #expect(address.with("after", nil) == "/desk/matters?stage=open&lang=zh")
        #expect(LocalAddress("/")?.with("a", nil) == "/")
    }
}
