import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of whistles` {
    private let fields = [
        "kind": "normal", "ground": "severalUnits", "reason": "三十多名工人到场",
        "place": "二楼会议室", "call1.unit": "justice", "call1.purpose": "调解",
        "call2.unit": "police", "call2.purpose": "维持秩序",
    ]

    private func step(_ page: String, _ move: String) throws -> String {
        let pattern = try Regex("/desk/whistles/calls/[0-9a-f-]+/\(move)")
        return String(try #require(page.firstMatch(of: pattern)).0)
    }

    @Test func `a dispatcher blows on the matter's page, units answer on their own, both judge`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let matter = "/desk/matters/\(stage.id)"
            #expect(try await desk.get(matter).text.contains("\(matter)/whistle"))
            let few = fields.filter { !$0.key.hasPrefix("call2") }
            let refused = try await desk.submit("\(matter)/whistle", few)
            #expect(refused.status == 422 && refused.text.contains("三十多名工人到场"))
            let blown = try await desk.submit("\(matter)/whistle", fields)
            #expect(blown.status == 303)
            let page = blown.location
            #expect(try await desk.get(matter).text.contains(page))
            #expect(try await desk.get("/desk/whistles").text.contains("已叫，未看"))

            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "justice")
            let own = try await unit.get("/desk/unit").text
            #expect(own.contains("吹哨，等本单位") && own.contains("会来"))
            let coming = try step(own, "come")
            #expect(try await unit.submit(coming, [:], from: "/desk/unit").status == 303)
            let table = try await unit.get(page).text
            #expect(table.contains("二楼会议室") && table.contains("维持秩序"))
            let arriving = try step(table, "arrive")
            #expect(try await unit.submit(arriving, ["presence": "site"]).status == 303)
            let finishing = try step(try await unit.get(page).text, "finish")
            let silent = try await unit.submit(finishing, [:])
            #expect(silent.status == 400)
            #expect(try await unit.submit(finishing, ["words": "已谈妥"]).status == 303)

            let board = try await desk.get(page).text
            let other = board.replacing(finishing.dropLast("finish".count), with: "")
            let absent = try step(other, "markAbsent")
            #expect(try await desk.submit(absent, ["words": "值班出警"]).status == 303)
            let excusing = try step(try await desk.get(page).text, "excuse")
            #expect(try await desk.submit(excusing, ["words": "同意"]).status == 303)
            let over = try await desk.get(page).text
            #expect(over.contains("已结束") && over.contains("已谈妥"))
            let receiving = try step(over, "reception")
            let judged = try await desk.submit(receiving, ["inTime": "yes", "helped": "yes"])
            #expect(judged.status == 303)
            let justifying = try step(try await unit.get(page).text, "justification")
            #expect(try await unit.submit(justifying, ["justified": "no"]).status == 303)
            let end = try await desk.get(page).text
            #expect(end.contains("中心评价") && end.contains("单位评价：吹哨没有必要"))
            #expect(try await desk.get(matter).text.contains("司法所完成了自己的部分"))

            let figures = try await desk.get("/desk/whistles/figures").text
            let link = try #require(
                figures.firstMatch(of: /\/desk\/whistles\/figures\/justice\/done\?month=[0-9-]+/)
            )
            #expect(try await desk.get(String(link.0)).text.contains(stage.number))
        }
    }

    @Test func `the director rules on a refusal and sees whose silence went up`() async throws {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let blown = try await desk.submit("/desk/matters/\(stage.id)/whistle", fields)
            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "justice")
            let declining = try step(try await unit.get("/desk/unit").text, "decline")
            #expect(try await unit.submit(declining, ["words": "不归我们管"]).status == 303)
            sample.clock.move(hours: 30)
            try await WhistleDesk(house: sample.house).raise()
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let page = try await director.get(blown.location).text
            #expect(page.contains("不归我们管") && page.contains("未回应，已报主任"))
            let upholding = try step(page, "uphold")
            #expect(try await director.submit(upholding, ["words": "仍需调解"]).status == 303)
            // The session of yesterday is over; a colleague looks.
            unit.keep("session", try await sample.signIn(.liaison, "justice", named: "b"))
            let again = try await unit.get("/desk/unit").text
            #expect(again.contains("会来") && !again.contains("/decline"))
        }
    }
}
