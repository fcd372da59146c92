import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `A matter's page` {
    @Test(arguments: Engine.allCases)
    func `each role does its step from registration to the archive`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try await Office(sample)
            var dispatcher = try await office.browser(.dispatcher)
            let accepted = try await office.take(
                "accept",
                ["class": "0902", "route": "mediation"],
                by: &dispatcher
            )
            #expect(accepted.text.contains("等待分流员交办"))
            try await office.take(
                "assign",
                ["unit": "justice", "role": "lead", "instruction": "请依法调解"],
                by: &dispatcher
            )
            var justice = try await office.browser(.liaison, "justice")
            let part = try await office.part(of: "justice")
            try await office.take("sign/\(part)", by: &justice)
            try await office.take(
                "progress/\(part)",
                ["words": "已约双方到场", "contact": "yes"],
                by: &justice
            )
            let replied = try await office.take(
                "reply/\(part)",
                ["outcome": "settled", "text": "达成协议", "publicText": "双方已签协议"],
                by: &justice
            )
            #expect(replied.text.contains("等待监督员核查"))
            var supervisor = try await office.browser(.supervisor)
            try await office.take("verify", ["verdict": "accepted", "note": "齐全"], by: &supervisor)
            try await office.take("close", ["kind": "mediatedWritten"], by: &supervisor)
            var visitor = try await office.browser(.visitor)
            try await office.take(
                "visit",
                ["reached": "yes", "solved": "yes", "fair": "yes"],
                by: &visitor
            )
            var archivist = try await office.browser(.archivist)
            let archived = try await office.take("archive", by: &archivist)
            #expect(archived.text.contains("已归档") && archived.text.contains("双方已签协议"))
            #expect(!archived.text.contains("/steps/archive"))
        }
    }

    @Test func `a return, a conference and a designation go through the pages`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var dispatcher = try await office.browser(.dispatcher)
            try await office.take(
                "accept",
                ["class": "0902", "route": "mediation"],
                by: &dispatcher
            )
            for unit in ["justice", "landResources"] {
                try await office.take(
                    "assign",
                    ["unit": unit, "role": "lead", "instruction": "请办理"],
                    by: &dispatcher
                )
                var liaison = try await office.browser(.liaison, unit)
                try await office.take(
                    "giveBack/\(try await office.part(of: unit))",
                    ["reason": "notMyDuty", "basis": "职责清单", "betterUnit": "housing"],
                    by: &liaison
                )
            }
            let waiting = try await dispatcher.get(office.page)
            #expect(waiting.text.contains("等待会商") && !waiting.text.contains("steps/assign"))
            var director = try await office.browser(.director)
            try await office.take("confer", ["minutes": "由自然资源分局承办"], by: &director)
            let part = try await office.part(of: "landResources")
            let page = try await office.take(
                "designate/\(part)",
                ["unit": "landResources"],
                by: &director
            )
            #expect(page.text.contains("主任指定") && page.text.contains("由自然资源分局承办"))
        }
    }

    @Test func `more time is asked for and decided by somebody else`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var dispatcher = try await office.browser(.dispatcher)
            try await office.take(
                "accept",
                ["class": "0902", "route": "petition"],
                by: &dispatcher
            )
            try await office.take(
                "assign",
                ["unit": "justice", "role": "lead", "instruction": "请办理"],
                by: &dispatcher
            )
            var justice = try await office.browser(.liaison, "justice")
            try await office.take(
                "askExtension",
                ["rule": "XF-HANDLE", "amount": "10", "reason": "等鉴定"],
                by: &justice
            )
            var director = try await office.browser(.director)
            let asked = try await director.get("\(office.page)/steps/decideExtension")
            #expect(asked.text.contains("等鉴定") && asked.text.contains("10 天"))
            let wrong = try await director.submit(
                "\(office.page)/steps/decideExtension",
                ["granted": "yes", "amount": "zehn", "reason": "同意"]
            )
            #expect(wrong.status == 400 && wrong.text.contains("f-amount-problem"))
            #expect(wrong.text.contains("value=\"zehn\""))
            try await office.take(
                "decideExtension",
                ["granted": "yes", "amount": "5", "reason": "同意"],
                by: &director
            )
            let page = try await director.get(office.page)
            #expect(page.text.contains("延长 5 天"))
        }
    }

    @Test func `a step that is refused says why and keeps what was typed`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var dispatcher = try await office.browser(.dispatcher)
            let step = "\(office.page)/steps/accept"
            let empty = try await dispatcher.submit(step, ["class": "", "route": "mediation"])
            #expect(empty.status == 400 && empty.text.contains("id=\"f-class-problem\""))
            #expect(empty.text.contains("<option value=\"mediation\" selected>"))
            try await office.take(
                "accept",
                ["class": "0902", "route": "mediation"],
                by: &dispatcher
            )
            let again = try await dispatcher.submit(
                step,
                ["class": "0902", "route": "mediation"]
            )
            #expect(again.status == 422 && again.text.contains("role=\"alert\""))
            #expect(again.text.contains("已受理"))
        }
    }

    @Test func `what is not possible yet is explained and not offered`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var dispatcher = try await office.browser(.dispatcher)
            let registered = try await dispatcher.get(office.page)
            #expect(registered.text.contains("steps/accept#step"))
            #expect(!registered.text.contains("steps/assign") && registered.text.contains("先要受理"))
            var visitor = try await office.browser(.visitor)
            let page = try await visitor.get(office.page)
            #expect(page.text.contains("要等事项办结") && !page.text.contains("steps/visit"))
        }
    }

    @Test func `what an officer may not see is not found, nor a step without its right`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var housing = try await office.browser(.liaison, "housing")
            #expect(try await housing.get(office.page).status == 404)
            #expect(try await housing.get("\(office.page)/map").status == 404)
            var clerk = try await office.browser(.clerk)
            #expect(try await clerk.get(office.page).status == 200)
            #expect(try await clerk.get("\(office.page)/steps/accept").status == 404)
            #expect(try await clerk.get("\(office.page)/steps/nothing").status == 404)
            #expect(try await clerk.get("/desk/matters/nothing").status == 404)
            var auditor = try await office.browser(.auditor)
            #expect(try await auditor.get("/desk/matters").status == 404)
            #expect(try await auditor.get("/desk/waiting/overdue").status == 404)
        }
    }

    @Test func `full details are shown once, for a purpose, and the look is written down`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var clerk = try await office.browser(.clerk)
            let masked = try await clerk.get(office.page)
            #expect(!masked.text.contains("13800138000") && !masked.text.contains("吴大明"))
            let step = "\(office.page)/steps/disclose/\(office.receipt.number)"
            let without = try await clerk.submit(step, [:])
            #expect(without.status == 400 && !without.text.contains("13800138000"))
            let shown = try await clerk.submit(step, ["purpose": "callBack"])
            #expect(shown.status == 200 && shown.text.contains("吴大明"))
            let after = try await clerk.get(office.page)
            #expect(!after.text.contains("吴大明") && after.text.contains("回电"))
        }
    }

    @Test func `the timeline is read from either end, page by page`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            let newest = try await office.sample.matters.screen(
                office.receipt.matter,
                for: try sample.officer(.clerk),
                {
                    var extent = MatterScreen.Extent()
                    extent.limit = 1
                    return extent
                }()
            )
            #expect(newest.timeline.next != nil)
            var clerk = try await office.browser(.clerk)
            let oldest = try await clerk.get("\(office.page)?timeline=oldest")
            #expect(oldest.text.contains("登记诉求"))
        }
    }
}
