import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `Forms on pages` {
    private let page = "/desk/components"

    private func atTheDesk(
        _ body: (inout PageBrowser, SampleCentre) async throws -> Void
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            try await body(&web, sample)
        }
    }

    @Test func `a form that is taken leads on, and says so once`() async throws {
        try await atTheDesk { web, _ in
            let reply = try await web.submit(page, ["title": "路灯"])
            #expect(reply.status == 303 && reply.location == page)
            #expect(try await web.get(page).text.contains("表单收到了"))
            #expect(try await !web.get(page).text.contains("表单收到了"))
        }
    }

    @Test func `a form that is refused comes back with what was typed`() async throws {
        try await atTheDesk { web, _ in
            let fields = ["title": "灯", "words": "<b>第一行\n第二行"]
            let form = try await web.get(page).form()
            let reply = try await web.post(page, form.merging(fields) { $1 })
            #expect(reply.status == 400)
            #expect(reply.text.contains("value=\"灯\"") && reply.text.contains("&lt;b&gt;第一行\n第二行"))
            #expect(
                reply.text.contains("id=\"f-title-problem\"")
                    && reply.text.contains("href=\"#f-title\"")
            )
            #expect(reply.text.contains("aria-invalid=\"true\""))
            #expect(try reply.hidden()["operation"] == form["operation"])
        }
    }

    @Test(arguments: ["", "no ticket", "AAAA"])
    func `a form without a ticket of this visit does nothing`(ticket: String) async throws {
        try await atTheDesk { web, _ in
            var fields = ["title": "路灯", "operation": "k"]
            if !ticket.isEmpty { fields["ticket"] = ticket }
            let reply = try await web.post(page, fields)
            #expect(reply.status == 403)
            #expect(reply.text.contains("data-send-at-once"))
            let again = try await web.post(page, try reply.hidden())
            #expect(again.status == 200 && again.text.contains("value=\"路灯\""))
            #expect(again.text.contains("还没有提交"))
        }
    }

    @Test func `another officer's ticket does nothing`() async throws {
        try await atTheDesk { web, sample in
            var other = PageBrowser(try sample.site())
            try await other.signIn(sample, .visitor)
            let form = try await other.get(page).form()
            let reply = try await web.post(page, form.merging(["title": "路灯"]) { $1 })
            #expect(reply.status == 403)
        }
    }

    @Test(arguments: [
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
        ("Origin", "https://evil.example"), ("Origin", "null"),
    ])
    func `a form sent from elsewhere is refused, ticket or not`(
        header: String,
        value: String
    ) async throws {
        try await atTheDesk { web, _ in
            let form = try await web.get(page).form()
            let fields = form.merging(["title": "路灯"]) { $1 }
            let reply = try await web.post(page, fields, headers: [header: value])
            #expect(reply.status == 403)
            #expect(!reply.text.contains("路灯"))
            let here = try await web.post(
                page,
                fields,
                headers: ["Origin": "http://centre.example", "Sec-Fetch-Site": "same-origin"]
            )
            #expect(here.status == 303)
        }
    }

    @Test func `a session that ended in between keeps what was typed, and sends nothing`()
        async throws
    {
        try await atTheDesk { web, sample in
            let form = try await web.get(page).form()
            web.forget("session")
            let typed = ["title": "路灯不亮", "words": "三天了"]
            let asked = try await web.post(page, form.merging(typed) { $1 })
            #expect(asked.status == 403 && asked.text.contains("登录已过期"))
            var entry = try asked.hidden()
            #expect(entry["to"] == page)
            entry["officer"] = "clerk-centre-a"
            entry["password"] = "a quiet lane by the river"
            let signedIn = try await web.post("/desk/sign-in", entry)
            #expect(signedIn.status == 200 && web.cookies["session"] != nil)
            let again = try await web.post(page, try signedIn.hidden())
            #expect(again.status == 200 && again.text.contains("value=\"路灯不亮\""))
            #expect(again.text.contains("三天了"))
            let kept = try again.hidden()
            #expect(kept["operation"] == form["operation"])
            #expect(try await web.post(page, kept.merging(typed) { $1 }).status == 303)
        }
    }

    @Test func `a reader's language and type size are kept`() async throws {
        try await atTheDesk { web, _ in
            #expect(try await web.get(page).text.contains("<html lang=\"zh-Hans\""))
            #expect(try await web.get("\(page)?lang=en").text.contains("<html lang=\"en\""))
            let english = try await web.get(page)
            #expect(english.text.contains("<html lang=\"en\""))
            #expect(english.text.contains("href=\"\(page)?lang=zh\""))
            #expect(english.text.contains("Intake clerk"))
            #expect(try await web.get("\(page)?elder=1").text.contains("staff elder"))
            #expect(try await web.get(page).text.contains("staff elder"))
            #expect(try await !web.get("\(page)?elder=0").text.contains("staff elder"))
        }
    }
}
