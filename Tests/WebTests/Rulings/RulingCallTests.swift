import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of disputed duties` {
    /// A matter that the justice office has given back to the land office.
    private func dispute(_ hall: Hall) async throws -> Slip {
        let slip = try await hall.register()
        try await hall.accept(slip)
        let base = "/matters/\(slip.matter)"
        let part = try await hall.dispatcher.post(
            "\(base)/assignments",
            #"{"unit":"justice","role":"lead","instruction":"请办"}"#
        ).expect(201).need("id")
        _ = try await hall.justice.post(
            "/assignments/\(part)/return",
            #"{"reason":"notMyDuty","basis":"职责清单第 3 项","betterUnit":"landResources"}"#
        ).expect(200)
        return slip
    }

    @Test func `it is asked, worked on, ruled and found again, and every answer is as described`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let base = "/matters/\(try await dispute(hall).matter)"
            let read = try await hall.dispatcher.get("\(base)/rulings").expect(200)
            #expect(try read.value(at: "disputed")?.elements.count == 2)
            let ruler = try #require(try read.value(at: "rulers")?[0]?["id"]?.text)
            let missing = try await hall.dispatcher.post(
                "\(base)/rulings",
                #"{"unit":"justice","words":"a"}"#
            )
            #expect(missing.status == 400)
            #expect(try missing.value(at: "field")?.text == "ruler")
            let asking = #"{"unit":"justice","ruler":"\#(ruler)","words":"两家都说不归自己管"}"#
            #expect(try await hall.justice.post("\(base)/rulings", asking).status == 404)
            let asked = try await hall.dispatcher.post("\(base)/rulings", asking).expect(200)
            let ruling = try #require(try asked.value(at: "rulings")?[0]?["id"]?.text)
            let again = try await hall.dispatcher.post("\(base)/rulings", asking)
            #expect(try again.value(at: "type")?.text == "ruling-open-already")
            #expect(again.status == 409)
            let open = try await hall.supervisor.get("/rulings").expect(200)
            #expect(open.text.contains(ruling))
            #expect(try await hall.justice.get("/rulings").status == 404)
            let verdict = """
                {"unit":"landResources","reach":"town","words":"宅基地审批由其承担","basis":"三定方案第 4 条"}
                """
            let other = try await hall.dispatcher.post("/rulings/\(ruling)/verdict", verdict)
            #expect(other.status == 404)
            let ruled = try await hall.director.post("/rulings/\(ruling)/verdict", verdict)
                .expect(200)
            let given = try ruled.value(at: "rulings")?[0]?["verdict"]
            #expect(given?["unit"]?["code"]?.text == "landResources")
            let next = try await hall.register(Orders.order())
            try await hall.accept(next)
            let named = try await hall.dispatcher.get("/matters/\(next.matter)/suggestion")
                .expect(200)
            #expect(try named.value(at: "precedents")?[0]?["words"]?.text == "宅基地审批由其承担")
            let listed = try await hall.dispatcher.get("/precedents?class=0701").expect(200)
            #expect(!listed.text.contains(ruling))
            let ended = try await hall.director.post(
                "/rulings/\(ruling)/retirement",
                #"{"words":"职责已调整"}"#
            ).expect(200)
            let former = try ended.value(at: "rulings")?[0]?["verdict"]
            #expect(former?["standing"]?.text == "withdrawn")
            #expect(try await hall.director.get("/precedents").expect(200).text.contains(ruling))
        }
    }

    @Test func `whoever works meanwhile is told to the resident in one sentence`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await dispute(hall)
            let base = "/matters/\(slip.matter)"
            let read = try await hall.dispatcher.get("\(base)/rulings").expect(200)
            let ruler = try #require(try read.value(at: "rulers")?[0]?["id"]?.text)
            let asking = #"{"unit":"landResources","ruler":"\#(ruler)","words":"内部意见"}"#
            let asked = try await hall.dispatcher.post("\(base)/rulings", asking).expect(200)
            let ruling = try #require(try asked.value(at: "rulings")?[0]?["id"]?.text)
            let taken = try await hall.dispatcher.post(
                "/rulings/\(ruling)/withdrawal",
                #"{"words":"已商定"}"#
            ).expect(200)
            #expect(try taken.value(at: "rulings")?[0]?["state"]?.text == "withdrawn")
            let timeline = try await hall.dispatcher.get("\(base)/timeline").expect(200).text
            #expect(timeline.contains("rulingAsked") && !timeline.contains("内部意见"))
            var web = PageBrowser(try sample.site())
            _ = try await web.submit("/follow", ["number": slip.number, "code": slip.code])
            let page = try await web.get("/follow").text
            #expect(page.contains("正在明确由哪个单位负责") && page.contains("先行办理"))
            #expect(!page.contains("内部意见"))
        }
    }
}
