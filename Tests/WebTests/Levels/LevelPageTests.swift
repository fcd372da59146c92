import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of levels` {
    private func address(_ page: String, _ step: String) throws -> String {
        let pattern = try Regex("/desk/levels/\(step)/[0-9a-f-]+")
        return String(try #require(page.firstMatch(of: pattern), "\(step)").0)
    }

    @Test func `a unit proposes, the director decides, and the resident reads where it went`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            _ = try await sample.dispatch.assign(
                stage.id,
                Errand(
                    unit: try sample.unit("v206"),
                    role: .lead,
                    instruction: "请办",
                    rule: nil
                ),
                by: try sample.officer(.dispatcher),
                operation: sample.operation()
            )
            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "v206")
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let page = "/desk/matters/\(stage.id)/levels"
            #expect(try await unit.get("/desk/matters/\(stage.id)").text.contains(page))
            let asking = try address(try await unit.get(page).text, "propose")
            let bad = try await unit.submit(asking, ["words": "两次调解未果"])
            #expect(bad.status == 400 && bad.text.contains("两次调解未果"))
            let asked = ["unit": "justice", "reason": "triedTwice", "words": "两次调解未果"]
            #expect(try await unit.submit(asking, asked).status == 303)
            #expect(try await director.get("/desk").text.contains("/desk/levels"))
            #expect(try await director.get("/desk/levels").text.contains("司法所"))
            let open = try await director.get(page).text
            #expect(open.contains("待主任决定") && open.contains("已两次办理未果"))
            let form = try await director.get(try address(open, "approve")).text
            #expect(form.contains("两次调解未果"))
            let approving = try address(open, "approve")
            #expect(try await director.submit(approving, [:]).status == 303)
            #expect(try await director.get(page).text.contains("现由镇街的司法所主办"))
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let sending = try address(try await desk.get(page).text, "sendDown")
            let sent = ["unit": "v206", "reason": "nearHome", "words": "双方同意"]
            #expect(try await desk.submit(sending, sent).status == 303)
            desk.language = "en"
            let english = try await desk.get(page).text
            #expect(english.contains("Went down") && english.contains("Qingsha Village Committee"))
        }
    }
}
