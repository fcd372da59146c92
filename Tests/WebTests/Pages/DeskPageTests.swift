import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `Pages of the desk` {
    private static let password = "a quiet lane by the river"

    @Test func `without a session the desk leads to the sign-in and from there on`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            _ = try await sample.signIn(.clerk)
            let asked = try await web.get("/desk/components?x=1")
            #expect(asked.status == 303)
            #expect(asked.location == "/desk/sign-in?to=%2Fdesk%2Fcomponents%3Fx%3D1")
            let fields = ["officer": "clerk-centre-a", "password": Self.password]
            let done = try await web.submit("/desk/sign-in", fields, from: asked.location)
            #expect(done.status == 303 && done.location == "/desk/components?x=1")
            let cookie = try #require(done.cookies.first { $0.hasPrefix("session=mb_") })
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
            let page = try await web.get(done.location)
            #expect(page.status == 200 && page.text.contains("陈守约"))
            #expect(page.text.contains("窗口受理员") && page.text.contains("href=\"/desk/intake\""))
            #expect(!page.text.contains("href=\"/desk/admin\""))
        }
    }

    @Test(arguments: [
        ("clerk-centre-a", "a wrong password", 422, "autofocus"),
        ("", password, 400, "id=\"f-officer-problem\""),
    ])
    func `a sign-in that fails says why and keeps no password`(
        login: String,
        password: String,
        status: Int,
        words: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            _ = try await sample.signIn(.clerk)
            let reply = try await web.submit(
                "/desk/sign-in",
                ["officer": login, "password": password]
            )
            #expect(reply.status == status)
            #expect(reply.text.contains(words) && reply.text.contains("role=\"alert\""))
            #expect(!reply.text.contains(password))
            #expect(web.cookies["session"] == nil)
        }
    }

    /// A refused form stands at its own address; calling that up again leads to the page with it.
    @Test(arguments: [
        ("/desk/admin/calendar/overlay", "/desk/admin/calendar"),
        ("/desk/admin/notices/sending", "/desk/admin/notices"),
        ("/desk/account/password", "/desk/account"),
        ("/desk/account/second-factor/removal", "/desk/account/second-factor"),
        ("/follow/leave", "/follow"),
    ])
    func `a form's own address leads back to the page that has it`(
        address: String,
        page: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .systemAdministrator)
            let reply = try await web.get(address)
            #expect(reply.status == 303 && reply.location == page)
            // A form's address that nobody has stays unknown, and a call is told the method.
            #expect(try await web.get("/desk/nowhere/at/all").status == 404)
            #expect(try await web.get("/api/v1/tokens").status == 405)
        }
    }

    @Test func `a second factor is asked for in its own box`() async throws {
        let say = Wording(try Sentences.sample(), in: .chinese)
        var typed = Typed()
        typed.problem = Problem(foreseen: SignInRefusal.codeNeeded)
        let field = Field("totp", "x", .number, in: typed, say)
        #expect(field.problem != nil)
    }

    @Test func `signing out ends the session`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            let token = try #require(web.cookies["session"])
            let page = try await web.get("/desk/components")
            let ticket = try page.hidden()["ticket"] ?? ""
            let out = try await web.post("/desk/sign-out", ["ticket": ticket])
            #expect(out.status == 303 && web.cookies["session"] == nil)
            await #expect(throws: NotFound.self) { try await sample.access.viewer(ofToken: token) }
            #expect(try await web.get(out.location).text.contains("已退出登录"))
            #expect(try await !web.get(out.location).text.contains("已退出登录"))
        }
    }

    @Test func `what may not be seen is not found, in a page`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            let reply = try await web.get("/desk/nowhere")
            #expect(reply.status == 404 && reply.text.contains("没有这个页面"))
        }
    }
}
