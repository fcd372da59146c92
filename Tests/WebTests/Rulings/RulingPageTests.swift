import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of disputed duties` {
    private func address(_ page: String, _ step: String) throws -> String {
        let pattern = try Regex("/desk/rulings/\(step)/[0-9a-f-]+")
        return String(try #require(page.firstMatch(of: pattern), "\(step)").0)
    }

    /// The first officer offered.
    private func ruler(_ form: String) throws -> String {
        let box = try Regex("name=\"ruler\"[\\s\\S]*?</select>")
        let select = try #require(form.firstMatch(of: box))
        let option = try Regex("value=\"([0-9a-f-]{36})\"")
        let found = try #require(String(select.0).firstMatch(of: option))
        return String(try #require(found[1].substring))
    }

    private func returned(_ stage: Stage, _ sample: SampleCentre) async throws {
        let errand = Errand(
            unit: try sample.unit("justice"),
            role: .lead,
            instruction: "请办",
            rule: nil
        )
        let given = try await sample.dispatch.assign(
            stage.id,
            errand,
            by: try sample.officer(.dispatcher),
            operation: sample.operation()
        ).answer
        let ground = Return(
            reason: "notMyDuty",
            basis: "职责清单",
            betterUnit: try sample.unit("landResources")
        )
        _ = try await sample.handling.giveBack(
            try #require(given.assignments.last?.id),
            ground,
            by: try sample.officer(.liaison, "justice"),
            operation: sample.operation()
        )
    }

    @Test func `a dispatcher asks, the named director rules, and the next dispatch shows it`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            try await stage.accepted()
            try await returned(stage, sample)
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            var desk = PageBrowser(try sample.site())
            try await desk.signIn(sample, .dispatcher)
            let page = "/desk/matters/\(stage.id)/rulings"
            #expect(try await desk.get("/desk/matters/\(stage.id)").text.contains(page))
            let asking = try address(try await desk.get(page).text, "ask")
            let form = try await desk.get(asking).text
            #expect(try await desk.submit(asking, ["words": "争议"]).status == 400)
            let asked = [
                "unit": "petition", "ruler": try ruler(form), "words": "两家都说不归自己管",
            ]
            #expect(try await desk.submit(asking, asked).status == 303)
            #expect(try await desk.get("/desk/rulings").text.contains("信访办"))
            let open = try await director.get(page).text
            #expect(open.contains("两家都说不归自己管") && open.contains("单位以职责为由退回"))
            let ruling = try address(open, "rule")
            let verdict = [
                "unit": "landResources", "reach": "town", "words": "宅基地审批由其承担",
                "basis": "三定方案第 4 条",
            ]
            #expect(try await director.submit(ruling, verdict).status == 303)
            #expect(try await director.get(page).text.contains("裁决由自然资源分局承担"))
            let next = try await Stage(sample)
            try await next.accepted()
            let giving = try await desk.get("/desk/matters/\(next.id)/steps/assign").text
            #expect(giving.contains("先例：") && giving.contains("理由：宅基地审批由其承担"))
            let found = try await desk.get("/desk/rulings/precedents?class=").text
            #expect(found.contains("宅基地审批由其承担") && found.contains("现行"))
            let none = try await desk.get("/desk/rulings/precedents?class=0701").text
            #expect(none.contains("这里还没有裁决"))
            let retiring = try address(try await director.get(page).text, "retire")
            #expect(try await director.submit(retiring, ["words": "职责已调整"]).status == 303)
            #expect(try await desk.get("/desk/rulings/precedents").text.contains("已撤销"))
            var unit = PageBrowser(try sample.site())
            try await unit.signIn(sample, .liaison, "justice")
            #expect(try await unit.get("/desk/rulings").status == 404)
            let own = try await unit.get(page)
            #expect(own.status == 200 && !own.text.contains("/desk/rulings/retire/"))
        }
    }
}
