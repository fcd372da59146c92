import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of joint handling` {
    private func address(_ page: String, _ step: String) throws -> String {
        let pattern = try Regex("/desk/joint/\(step)/[0-9a-f-]+")
        return String(try #require(page.firstMatch(of: pattern), "\(step)").0)
    }

    @Test func `the centre calls and writes, a unit promises and keeps, and all read one line`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            let house = JointDesk(house: sample.house)
            for (unit, role) in [("justice", Assignment.Role.lead), ("police", .assist)] {
                let errand = Errand(
                    unit: try sample.unit(unit),
                    role: role,
                    instruction: "请办",
                    rule: nil
                )
                _ = try await DispatchDesk(house: sample.house).assign(
                    stage.id,
                    errand,
                    by: try sample.officer(.dispatcher),
                    operation: sample.operation()
                )
            }
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let page = "/desk/matters/\(stage.id)/joint"
            #expect(try await desk.get("/desk/matters/\(stage.id)").text.contains(page))
            let opening = try address(try await desk.get(page).text, "open")
            #expect(try await desk.submit(opening, [:]).status == 400)
            #expect(try await desk.submit(opening, ["words": "楼盘停摆"]).status == 303)
            let calling = try address(try await desk.get(page).text, "callMeeting")
            let called = try await desk.submit(
                calling,
                [
                    "agenda": "研究查封资料调取", "place": "二楼会议室", "meetsDay": "2026-03-01",
                    "meetsTime": "09:00", "units[]": "justice",
                ]
            )
            #expect(called.status == 422 && called.text.contains("研究查封资料调取"))
            let matter = stage.id
            var meeting = JointSaid()
            meeting.agenda = "研究查封资料调取"
            meeting.place = "二楼会议室"
            meeting.meetsAt = sample.clock.now
            meeting.units = [try sample.unit("justice"), try sample.unit("police")]
            _ = try await house.take(
                .callMeeting,
                on: try JointSubject(matter),
                meeting,
                by: try sample.officer(.dispatcher),
                operation: sample.operation()
            )
            for (step, words) in [("hold", "会议纪要全文"), ("decide", "由公安分局调取资料")] {
                let form = try address(try await desk.get(page).text, step)
                #expect(try await desk.submit(form, ["words": words]).status == 303)
            }
            let promising = try address(try await desk.get(page).text, "pledgeAt")
            let promise = [
                "unit": "police", "words": "取回查封清单", "evidence": "清单复印件",
                "day": "2026-03-20",
            ]
            #expect(try await desk.submit(promising, promise).status == 303)

            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "police")
            #expect(try await unit.get("/desk/joint").text.contains("2026年3月20日前"))
            let own = try await unit.get(page).text
            #expect(own.contains("由公安分局调取资料") && own.contains("以何为证：清单复印件"))
            #expect(!own.contains("/desk/joint/release/"))
            let keeping = try address(own, "keep")
            let words = ["words": "已取回"]
            let bad = (field: "file", name: "a.txt", bytes: Array("no picture".utf8))
            let refused = try await unit.upload(keeping, words, bad)
            #expect([400, 422].contains(refused.status) && refused.text.contains("已取回"))
            let scan = (field: "file", name: "清单.jpg", bytes: Photo.jpeg)
            #expect(try await unit.upload(keeping, words, scan).status == 303)
            let line = try await desk.get(page).text
            let shown = line.firstMatch(of: /\/desk\/matters\/[0-9a-f-]+\/attachments\/[0-9a-f-]+/)
            #expect(try await desk.get(String(try #require(shown).output)).status == 200)
            #expect(line.contains("会议 1 次，决定 1 项，承诺 1 项；已兑现 1 项，逾期 0 项"))
            #expect(try await unit.get("/desk/joint").text.contains("没有未兑现的承诺"))
            #expect(try await desk.get("/desk/joint/followUps").status == 200)

            var justice = PageBrowser(try sample.site())
            try await justice.signIn(sample, .liaison, "justice")
            let drafting = try address(try await justice.get(page).text, "askSignOff")
            #expect(try await justice.submit(drafting, ["words": "答复意见稿"]).status == 303)
            let objecting = try address(try await unit.get(page).text, "object")
            #expect(try await unit.submit(objecting, ["words": "时间不对"]).status == 303)
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let ruling = try address(try await director.get(page).text, "rule")
            let ruled = try await director.submit(
                ruling,
                ["unit": "police", "verdict": "no", "words": "以纪要为准"]
            )
            #expect(ruled.status == 303)
            #expect(try await desk.get(page).text.contains("会签完成"))
        }
    }
}
