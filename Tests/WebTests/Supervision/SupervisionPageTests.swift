import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of supervision` {
    /// A matter with a part for the justice office.
    private func stage(_ sample: SampleCentre) async throws -> Stage {
        let stage = try await Stage(sample)
        try await stage.accepted()
        try await stage.assigned()
        return stage
    }

    private func part(_ stage: Stage) async throws -> String {
        "\(try #require(try await stage.view().assignments.first).id)"
    }

    @Test func `a supervisor issues a slip on the matter's page, the unit answers, it is accepted`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await stage(sample)
            let page = "/desk/matters/\(stage.id)/supervision"
            var supervisor = PageBrowser(try sample.site())
            try await supervisor.signIn(sample, .supervisor)
            let matter = try await supervisor.get("/desk/matters/\(stage.id)").text
            #expect(matter.contains(page))
            let start = try await supervisor.get(page).text
            #expect(start.contains("\(page)/letter") && !start.contains("\(page)/redCard"))
            let fields = [
                "assignment": try await part(stage), "ground": "notHandled",
                "words": "请说明为何没有办理",
            ]
            let refused = try await supervisor.submit("\(page)/letter", fields)
            #expect(refused.status == 422 && refused.text.contains("越级要写明理由"))
            #expect(refused.text.contains("请说明为何没有办理"))
            let more = fields.merging(["skipReason": "群众多次反映"]) { $1 }
            #expect(try await supervisor.submit("\(page)/letter", more).status == 303)

            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "justice")
            let own = try await unit.get("/desk/unit").text
            #expect(own.contains("督办待答复") && own.contains("应办理未办理"))
            let shown = try await unit.get(page).text
            #expect(shown.contains("群众多次反映") && shown.contains("《信访工作条例》第40条"))
            let answering = try #require(
                shown.firstMatch(of: /\/desk\/supervision\/steps\/[0-9a-f-]+\/answer/)
            )
            let answered = try await unit.submit(String(answering.0), ["words": "已安排上门"])
            #expect(answered.status == 303)
            #expect(try await !unit.get("/desk/unit").text.contains("督办待答复"))

            let board = try await supervisor.get("/desk/supervision?waits=centre").text
            #expect(board.contains("\(page)#step-") && board.contains("司法所"))
            let judged = try await supervisor.get(page).text
            #expect(judged.contains("已安排上门"))
            let accepting = try #require(
                judged.firstMatch(of: /\/desk\/supervision\/steps\/[0-9a-f-]+\/accept/)
            )
            #expect(
                try await supervisor.submit(String(accepting.0), ["words": "属实"]).status == 303
            )
            #expect(try await supervisor.get(page).text.contains("已了结"))
        }
    }

    @Test func `a leader finds the own promise on Today and on a list of the own, and nobody else`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await stage(sample)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .director)
            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "justice")
            let people = try await SupervisionDesk(house: sample.house).people(
                for: try #require(try await stage.view().assignments.first).id,
                to: try sample.officer(.director)
            )
            let leads = try #require(people.leaders.first)
            let works = try #require(people.workers.first)
            let empty = try await web.get("/desk/promises").text
            #expect(empty.contains("您没有未兑现的承诺"))
            let page = "/desk/matters/\(stage.id)/supervision"
            let fields = [
                "assignment": try await part(stage), "ground": "hardMatter", "words": "每周会商",
                "leader": "\(leads.officer)", "responsible": "\(works.officer)",
                "day": "\(sample.clock.now.day().adding(3))",
            ]
            #expect(try await web.submit("\(page)/leader", fields).status == 303)
            let own = try await web.get("/desk/promises").text
            #expect(own.contains("<strong>您包案</strong>") && own.contains("\(page)#step-"))
            #expect(try await web.get("/desk").text.contains("/desk/promises"))

            var other = PageBrowser(try sample.site())
            try await other.signIn(sample, .supervisor)
            #expect(try await !other.get("/desk/promises").text.contains(page))
            var bare = PageBrowser(try sample.site())
            try await bare.signIn(sample, .auditor)
            #expect(try await bare.get("/desk/promises").status == 404)
        }
    }

    @Test func `each figure of the board leads to its list`() async throws {
        try await withCentre(.sqlite) { sample in
            let stage = try await stage(sample)
            sample.clock.move(hours: 24 * 60)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .supervisor)
            let board = try await web.get("/desk/supervision").text
            let link = "/desk/matters?unit=justice&amp;due=overdue"
            #expect(board.contains(link))
            let list = try await web.get(link.replacing("&amp;", with: "&")).text
            #expect(list.contains(stage.number))
        }
    }

    static let pages = [
        "/desk/supervision", "/desk/supervision/rules", "/desk/listings", "/desk/rechecks",
    ]

    @Test(arguments: pages)
    func `the pages are there for those who supervise and nobody else`(page: String) async throws {
        try await withCentre(.sqlite) { sample in
            for (role, status) in [(Role.supervisor, 200), (.director, 200), (.clerk, 404)] {
                var web = PageBrowser(try sample.site())
                try await web.signIn(sample, role)
                let reply = try await web.get(page)
                if page.hasSuffix("/rules") {
                    #expect(reply.status == 200, "the rules are everybody's")
                } else {
                    #expect(reply.status == status, "\(role)")
                }
            }
        }
    }

    @Test func `a listing is opened, tested by others, removed, and its notices are printed`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let form = try await director.get("/desk/listings/new").text
            let leader = try #require(form.firstMatch(of: /<option value="([0-9a-f-]{36})"/)).1
            let fields = [
                "subject": "place", "name": "东堤市场", "ground": "repeatedHazard",
                "problem": "通道堵塞", "measures": "清理通道", "unit": "market",
                "leader": String(leader), "months": "3", "skipReason": "隐患紧迫",
            ]
            let made = try await director.submit("/desk/listings/new", fields)
            #expect(made.status == 303)
            let address = try #require(made.header("Location"))
            #expect(try await director.get(address).text.contains("东堤市场"))
            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "market")
            #expect(
                try await unit.submit("\(address)/steps/report", ["words": "已清理"]).status == 303
            )
            var tester = PageBrowser(try sample.site())
            try await tester.signIn(sample, .supervisor)
            #expect(
                try await tester.submit("\(address)/steps/pass", ["words": "合格"]).status == 303
            )
            let early = try await director.get("\(address)/documents/removalNotice")
            #expect(early.status == 422)
            #expect(
                try await director.submit("\(address)/steps/remove", ["words": "同意"]).status
                    == 303
            )
            for (kind, words) in [("listingNotice", "清理通道"), ("removalNotice", "合格")] {
                for lang in ["zh-Hans", "en"] {
                    let paper = try await director.get("\(address)/documents/\(kind)?in=\(lang)")
                    #expect(paper.status == 200)
                    #expect(paper.text.contains("东堤市场") && paper.text.contains(words))
                    #expect(!paper.text.contains("{{"))
                }
            }
        }
    }

    @Test func `a draw of days that are not over is refused with its sentence`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .supervisor)
            let fields = ["from": "2026-03-01", "to": "2026-03-04", "size": "2", "seed": "s"]
            let reply = try await web.submit("/desk/rechecks", fields)
            #expect(reply.status == 422 && reply.text.contains("今天还没过完"))
        }
    }
}
