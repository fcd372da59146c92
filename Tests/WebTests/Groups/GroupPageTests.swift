import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of group matters` {
    @Test func `a crowd is registered on one page, told, paid, and each reads the own line`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            var crowd = ["title": "工地欠薪", "content": "三十多名工人反映欠薪", "people": "340"]
            for n in 1...30 {
                crowd["line\(n).name"] = "工人\(n)"
                crowd["line\(n).phone"] = "138\(10_000_000 + n)"
                crowd["line\(n).amount"] = "17,352.94"
            }
            var wrong = crowd
            wrong["line7.amount"] = "一万"
            let refused = try await desk.submit("/desk/intake/group", wrong)
            #expect(refused.status == 422 || refused.status == 400)
            #expect(refused.text.contains("第7行") && refused.text.contains("工人30"))
            let done = try await desk.submit("/desk/intake/group", crowd)
            #expect(done.status == 303)
            let slips = try await desk.get(done.location).text
            let base = String(done.location.dropLast("/slips".count))
            let page = try await desk.get(base).text
            #expect(page.contains("520,588.20"))
            let all = ["day": "2026-03-04", "total": "520588.20", "rest": "yes"]
            #expect(try await desk.submit("\(base)/do/payment", all).status == 303)
            let told = try await desk.submit("\(base)/do/bulletin", ["words": "资金已到账"])
            #expect(told.status == 303)
            let row = try Regex("scope=\"row\">([^<]+-1)</th>\\s*<td[^>]*>([0-9A-Z]{10})</td>")
            let found = try #require(slips.firstMatch(of: row))
            let (number, code) = (
                String(found[1].substring ?? ""), String(found[2].substring ?? "")
            )

            var worker = PageBrowser(try sample.site())
            let none = try await worker.submit("/line", ["number": number, "code": "0000000000"])
            #expect(none.status == 422)
            #expect(
                try await worker.submit("/line", ["number": number, "code": code]).status == 303
            )
            let line = try await worker.get("/line").text
            #expect(line.contains("17,352.94") && line.contains("资金已到账"))
            #expect(!line.contains("工人1") && line.contains("工**"))
            let erased = try await worker.submit(
                "/line/erasure",
                ["confirmed": "yes"],
                from: "/line"
            )
            #expect(erased.status == 303)
            #expect(try await !worker.get("/line").text.contains("工**"))
        }
    }

    @Test func `rows that cannot be taken are listed, and a sum is corrected with its reason`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let base = "/desk/matters/\(stage.id)/group"
            #expect(try await desk.submit(base, ["project": "二期工程"]).status == 303)
            let rows = "姓名,手机号,金额\n张三,13800000001,100\n李四,13800000002,一百\n王五,,5\n"
            let sheet = (field: "sheet", name: "a.csv", bytes: Array(rows.utf8))
            let refused = try await desk.upload("\(base)/do/members", [:], sheet)
            #expect(refused.status == 422 && refused.text.contains("第3行"))
            let none = try await desk.get("\(base)/members").text
            #expect(!none.contains("100.00"))
            let kept = try await desk.upload("\(base)/do/members", ["keepGood": "yes"], sheet)
            #expect(kept.status == 200)
            #expect(kept.text.contains("已录入1人") && kept.text.contains("2行未录入"))
            #expect(kept.text.contains("第3行") && kept.text.contains("第4行"))
            #expect(try await !desk.get("\(base)/progress").text.contains("hx-get"))
            #expect(try await desk.get("\(base)/progress?awaited=1").text.contains("hx-get"))

            let members = try await desk.get("\(base)/members").text
            let link = members.firstMatch(of: /\/desk\/groupMembers\/[0-9a-f-]+\/sum/)
            let path = String(try #require(link).output)
            let bare = try await desk.submit(path, ["amount": "120.50"])
            #expect([400, 422].contains(bare.status) && bare.text.contains("120.50"))
            let words = ["amount": "120.50", "words": "考勤表多记一天"]
            #expect(try await desk.submit(path, words).status == 303)
            #expect(try await desk.get(base).text.contains("120.50"))
            var other = PageBrowser(try sample.site())
            try await other.signIn(sample, .liaison, "labour")
            #expect(try await other.get(path).status == 404)
        }
    }

    @Test func `a group page is for those who see the matter, in both languages`() async throws {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let base = "/desk/matters/\(stage.id)/group"
            #expect(try await desk.get("/desk/matters/\(stage.id)").text.contains(base))
            #expect(try await desk.submit(base, ["project": "二期工程"]).status == 303)
            #expect(try await desk.get(base).text.contains("二期工程"))
            let facts = try await desk.get("\(base)/do/facts").text
            #expect(facts.contains("二期工程"))
            var other = PageBrowser(try sample.site())
            try await other.signIn(sample, .liaison, "labour")
            #expect(try await other.get(base).status == 404)
        }
    }
}
