import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `Pages of the three administrators` {
    @Test(arguments: [
        (Role.securityAdministrator, ["officers"], ["pack", "audit"]),
        (.systemAdministrator, ["pack"], ["officers", "audit"]),
        (.auditor, ["audit"], ["officers", "pack"]),
        (.director, [], ["officers", "pack", "audit", "health", ""]),
        (.clerk, [], ["officers", "pack", "audit", "health", ""]),
    ])
    func `each opens only its own`(role: Role, open: [String], shut: [String]) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role)
            for page in open + (open.isEmpty ? [] : ["", "health"]) {
                #expect(try await web.get("/desk/admin/\(page)").status == 200, "\(page)")
            }
            for page in shut {
                #expect(try await web.get("/desk/admin/\(page)").status == 404, "\(page)")
            }
            #expect(try await web.get("/desk/admin/rules").status == 200)
            #expect(try await web.get("/desk/account").status == 200)
        }
    }

    @Test func `every limit has its page with the law it rests on`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            for code in Set(sample.town.limits.map(\.code)) {
                let rule = try #require(sample.town.rule(code))
                let page = try await web.get("/desk/admin/rules/\(rule.code)")
                #expect(page.status == 200, "\(rule.code)")
                #expect(page.text.contains("《\(rule.basis.law.zh)》"), "\(rule.code)")
                #expect(page.text.contains(rule.basis.text), "\(rule.code)")
            }
            #expect(try await web.get("/desk/admin/rules/none").status == 404)
        }
    }

    @Test func `a limit's page says who extends it, what it never outlives, and what it holds`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            let step = try #require(sample.town.limits.first { !$0.within.isEmpty })
            let whole = try #require(step.within.first)
            let link = { (code: String) in "href=\"/desk/admin/rules/\(code)\"" }
            let stepPage = try await web.get("/desk/admin/rules/\(step.code)").text
            #expect(stepPage.contains(link(whole)))
            let wholePage = try await web.get("/desk/admin/rules/\(whole)").text
            #expect(wholePage.contains(link(step.code)))
            let mediation = try await web.get("/desk/admin/rules/PM-FINISH").text
            for words in ["当事人书面同意", "主任", "告知诉求人新的期限和理由", "60 日", "2 次"] {
                #expect(mediation.contains(words), "\(words)")
            }
            let fixed = try await web.get("/desk/admin/rules/LOCAL-ACCEPT").text
            #expect(fixed.contains("不能延期"))
            let list = try await web.get("/desk/admin/rules").text
            #expect(list.contains("由诉求人遵守") && list.contains("日起施行"))
        }
    }

    /// Limits start and end on them, and the auditor reads them.
    @Test(arguments: Act.allCases, Language.allCases)
    func `every act has a name`(act: Act, language: Language) throws {
        let sentences = try Sentences.sample()
        #expect(sentences.raw("deed-\(act.rawValue)", in: language) != nil)
    }

    @Test func `an officer is taken in, given a post, and let go`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .securityAdministrator)
            let added = try await web.submit(
                "/desk/admin/new-officer",
                ["name": "林知远", "login": "lin.z", "password": "seven quiet willows"]
            )
            #expect(added.location == "/desk/admin/officers/lin.z")
            let again = try await web.submit(
                "/desk/admin/new-officer",
                ["name": "林知远", "login": "lin.z", "password": "seven quiet willows"]
            )
            #expect(again.status == 409 && again.text.contains("id=\"f-login-problem\""))
            #expect(!again.text.contains("seven quiet willows"))

            let page = "/desk/admin/officers/lin.z"
            let post = ["role": "dispatcher", "unit": "centre"]
            #expect(try await web.submit("\(page)/posts", post, from: page).status == 303)
            let second = try await web.submit(
                "\(page)/posts",
                ["role": "supervisor", "unit": "centre"],
                from: page
            )
            #expect(second.status == 422 && second.text.contains("id=\"f-role-problem\""))
            let admin = try await web.submit(
                "\(page)/posts",
                ["role": "auditor", "unit": "centre"],
                from: page
            )
            #expect(admin.status == 422)
            let held = try await sample.access.officer(login: "lin.z", by: .house)
            #expect(
                try await sample.access.posts(of: held.id, by: .house).map(\.role) == [.dispatcher]
            )

            #expect(try await web.submit("\(page)/end", [:], from: page).status == 303)
            let ended = try await sample.access.officer(login: "lin.z", by: .house)
            #expect(ended.endedAt != nil)
        }
    }

    @Test func `nobody ends the own account`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .securityAdministrator)
            let own = "/desk/admin/officers/securityadministrator-centre-a"
            let page = try await web.get(own)
            #expect(page.status == 200 && !page.text.contains("\(own)/end\""))
            let form = try await web.get("/desk/admin/new-officer").form()
            let refused = try await web.post("\(own)/end", form)
            #expect(refused.status == 422 && refused.text.contains("role=\"alert\""))
        }
    }

    @Test func `sessions are listed and ended, one's own and by right another's`() async throws {
        try await withCentre(.sqlite) { sample in
            let token = try await sample.signIn(.clerk)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .securityAdministrator)
            let page = "/desk/admin/officers/clerk-centre-a"
            let clerk = try await sample.access.viewer(ofToken: token)
            let session = try #require(clerk.session)
            let done = try await web.submit("\(page)/sessions/\(session)/end", [:], from: page)
            #expect(done.status == 303)
            await #expect(throws: NotFound.self) { try await sample.access.viewer(ofToken: token) }
        }
    }

    @Test func `a second factor is offered as a picture and a key, once, and confirmed`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            let fields = ["password": "a quiet lane by the river"]
            let offered = try await web.submit(
                "/desk/account/second-factor",
                fields,
                from: "/desk/account"
            )
            #expect(offered.status == 200 && offered.text.contains("<svg xmlns"))
            let key = try #require(offered.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/))
            #expect(key.1.filter { $0 != " " }.count == 32)
            let wrong = try await web.post(
                "/desk/account/second-factor/confirmation",
                try offered.hidden().merging(["totp": "000000"]) { $1 }
            )
            #expect(wrong.status == 422 && wrong.text.contains("id=\"f-totp-problem\""))
            #expect(!wrong.text.contains(String(key.1)))
        }
    }

    @Test func `two new passwords that differ change nothing`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .clerk)
            let reply = try await web.submit(
                "/desk/account/password",
                [
                    "password": "a quiet lane by the river", "newPassword": "seven quiet willows",
                    "newPasswordAgain": "seven quiet widows",
                ],
                from: "/desk/account"
            )
            #expect(reply.status == 400)
            #expect(reply.text.contains("id=\"f-newPasswordAgain-problem\""))
            #expect(try await web.get("/desk/account").status == 200)
        }
    }

    @Test func `the auditor reads what was done, by whom and to whom`() async throws {
        try await withCentre(.sqlite) { sample in
            _ = try await sample.signIn(.clerk)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .auditor)
            let page = try await web.get("/desk/admin/audit")
            #expect(page.status == 200)
            for word in ["登录", "授予岗位", "添加工作人员", "装入数据包", "窗口受理员", "陈守约"] {
                #expect(page.text.contains(word), "\(word)")
            }
            let house = try await web.get("/desk/admin/audit?chain=house")
            #expect(house.text.contains("装入数据包") && !house.text.contains("授予岗位"))
        }
    }

    @Test func `the pack in force is compared with the one that lies ready`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .systemAdministrator)
            let page = try await web.get("/desk/admin/pack?compare=1")
            #expect(page.status == 200 && page.text.contains(sample.town.label))
            #expect(page.text.contains("没有设置待装入数据包的文件夹"))
        }
    }
}
