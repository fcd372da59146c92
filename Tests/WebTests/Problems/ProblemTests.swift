import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct ProblemTests {
    @Test func `a problem has its word, its sentence and its status`() async throws {
        let reply = try await Porch().browser.post("/api/v1/echo", #"{"title":5}"#)
        #expect(reply.header("Content-Type") == "application/problem+json; charset=utf-8")
        #expect(reply.header("Cache-Control") == "no-store")
        #expect(try reply.text(at: "type") == "field-wrong-type")
        #expect(try reply.value(at: "status")?.whole == 400)
        #expect(try reply.text(at: "title") == "请求无法识别")
        #expect(try reply.text(at: "detail") == "字段 title 的类型不对。")
    }

    @Test(
        arguments: [
            (nil, "zh-Hans"), ("en", "en"), ("en-GB,en;q=0.9", "en"),
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
            ("fr,en;q=0.5", "en"), ("fr", "zh-Hans"), ("en;q=0.2,zh;q=0.8", "zh-Hans"),
            ("zh;q=0,en;q=0.1", "en"), ("*", "zh-Hans"), ("en;q=nan", "zh-Hans"),
            (",;q=,;", "zh-Hans"),
        ] as [(String?, String)]
    )
    func `the sentence is in the language asked for`(
        header: String?,
        language: String
    )
        async throws
    {
        let reply = try await Porch().browser.get(
            "/api/v1/nowhere",
            headers: header.map { ["Accept-Language": $0] } ?? [:]
        )
        #expect(reply.header("Content-Language") == language)
    }

    @Test func `a breakage tells a number and nothing else, and is logged once`() async throws {
        let porch = try Porch()
        let reply = try await porch.browser.get(
            "/api/v1/oddity",
            headers: ["X-Request-Id": "call-7", "Accept-Language": "en"]
        )
        #expect(reply.status == 500)
        #expect(try reply.problem == "breakage")
        #expect(try reply.text(at: "reference") == "call-7")
        #expect(try reply.text(at: "detail")?.contains("call-7") == true)
        #expect(!reply.text.contains("13800138000") && !reply.text.contains("Oddity"))
        let errors = porch.log.all.filter { $0.contains(#""level":"error""#) }
        #expect(errors.count == 1)
        #expect(errors.first?.contains(#""call":"call-7","error":"Oddity""#) == true)
        #expect(!porch.log.all.joined().contains("13800138000"))
    }

    @Test(arguments: [
        ("away", 503, "store-unavailable"), ("unknown", 503, "outcome-unknown"),
        ("column", 500, "breakage"), ("other", 404, "not-found"),
    ])
    func `errors of the store`(error: String, status: Int, word: String) async throws {
        let reply = try await Porch().browser.get("/api/v1/store/\(error)")
        #expect(reply.status == status)
        #expect(try reply.problem == word)
        #expect((reply.header("Retry-After") != nil) == (status == 503))
    }

    @Test func `a rule's no is answered by its grade`() throws {
        struct No: Refusal {
            let word = "no"
            let grade: RefusalGrade
        }
        #expect(Problem(foreseen: No(grade: .malformed))?.status == .badRequest)
        #expect(Problem(foreseen: No(grade: .collision))?.status == .conflict)
        #expect(Problem(foreseen: No(grade: .ruledOut))?.status == .unprocessableContent)
        #expect(Problem(foreseen: SignInRefusal.wrong)?.status == .unauthorized)
        let later = Problem(foreseen: ComeBackLater(.tooManyCalls, seconds: 30))
        #expect(later?.status == .tooManyRequests)
        #expect(later?.retryAfter == 30)
    }

    @Test func `an address that is none and a method that is none are told apart`() async throws {
        let browser = try Porch().browser
        #expect(try await browser.get("/api/v1/nowhere").status == 404)
        #expect(try await browser.get("/nowhere").status == 404)
        let wrong = try await browser.get("/api/v1/echo")
        #expect(wrong.status == 405)
        #expect(try wrong.problem == "method-not-allowed")
        #expect(wrong.header("Allow") == "POST")
    }
}
