import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of whistles` {
    private static let order = """
        {"kind":"emergency","ground":"severalUnits","reason":"三十多人到场","place":"一楼大厅",
         "calls":[{"unit":"justice","purpose":"调解"},{"unit":"landResources","purpose":"查界址"}]}
        """

    @Test func `the rules are everybody's, and say what they rest on`() async throws {
        try await withCentre(.sqlite) { sample in
            let rules = try await Counter(sample).get("/whistles/rules").expect(200)
            let kinds = try #require(try rules.value(at: "kinds")?.elements)
            #expect(kinds.map { $0["code"]?.text } == ["emergency", "normal", "planned"])
            #expect(rules.text.contains("本包设定"))
        }
    }

    @Test func `a whistle is blown, answered, done and judged, and every answer is as described`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let matter = "/matters/\(slip.matter)/whistles"
            let blown = try await hall.dispatcher.post(matter, Self.order).expect(201)
            let id = try blown.need("id")
            let calls = try #require(try blown.value(at: "calls")?.elements)
            let justice = try #require(calls[0]["id"]?.text)
            let land = try #require(calls[1]["id"]?.text)
            #expect(try await hall.justice.get("/whistles").expect(200).text.contains(id))
            #expect(
                try await hall.supervisor.get("/whistles?state=over").expect(200)
                    .value(at: "items")?.elements.isEmpty == true
            )
            for (noun, body) in [
                ("sight", "{}"), ("coming", "{}"), ("arrival", #"{"presence":"link"}"#),
                ("result", #"{"words":"双方同意先停工"}"#),
            ] {
                _ = try await hall.justice.post("/whistleCalls/\(justice)/\(noun)", body)
                    .expect(200)
            }
            _ = try await hall.land.post("/whistleCalls/\(land)/refusal", #"{"words":"已有红线图"}"#)
                .expect(200)
            let closed = try await hall.supervisor.post(
                "/matters/\(slip.matter)/closure",
                #"{"kind":"mediatedWritten"}"#
            )
            #expect(closed.status == 422)
            #expect(try closed.value(at: "type")?.text == "whistle-still-open")
            let released = try await hall.director.post(
                "/whistleCalls/\(land)/release",
                #"{"words":"图纸已够用"}"#
            ).expect(200)
            #expect(try released.value(at: "open")?.flag == false)
            _ = try await hall.dispatcher.post(
                "/whistleCalls/\(justice)/reception",
                #"{"inTime":true,"helped":true}"#
            ).expect(200)
            _ = try await hall.justice.post(
                "/whistleCalls/\(justice)/justification",
                #"{"justified":true}"#
            ).expect(200)
            let again = try await hall.justice.post(
                "/whistleCalls/\(justice)/justification",
                #"{"justified":true}"#
            )
            #expect(again.status == 409)
            let one = try await hall.clerk.get("/whistles/\(id)").expect(200)
            #expect(one.text.contains("双方同意先停工"))
            let figures = try await hall.director.get("/whistles/figures").expect(200)
            #expect(try figures.value(at: "items")?.elements.count == 2)
            let month = String(sample.clock.now.text().prefix(7))
            let list = "/whistles/calls?unit=landResources&month=\(month)&measure=declined"
            let behind = try await hall.director.get(list).expect(200)
            #expect(try behind.value(at: "items")?.elements.count == 1)
            let foreign = try await hall.justice.get(list)
            #expect(foreign.status == 404)
        }
    }

    static let bad: [(String, String)] = [
        (#"{"kind":"normal"}"#, "ground"),
        (#"{"kind":"x","ground":"severalUnits","reason":"r","place":"p","calls":[]}"#, "calls"),
        (
            #"{"kind":"x","ground":"severalUnits","reason":"r","place":"p","calls":[{"unit":"justice","purpose":"p"},{"unit":"police","purpose":"p"}]}"#,
            "kind"
        ),
        (
            #"{"kind":"normal","ground":"severalUnits","reason":"r","place":"p","calls":[{"unit":"none","purpose":"p"}]}"#,
            "calls[0].unit"
        ),
        (
            #"{"kind":"normal","ground":"beyondPower","reason":"r","place":"p","calls":[{"unit":"police"}]}"#,
            "calls[0].purpose"
        ),
    ]

    @Test(arguments: bad)
    func `bad input is said by its field and stores nothing`(
        body: String,
        field: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let reply = try await hall.dispatcher.post("/matters/\(slip.matter)/whistles", body)
            #expect(reply.status == 400)
            #expect(try reply.value(at: "field")?.text == field)
            let all = try await hall.dispatcher.get("/matters/\(slip.matter)/whistles").expect(200)
            #expect(try all.value(at: "items")?.elements.isEmpty == true)
        }
    }
}
