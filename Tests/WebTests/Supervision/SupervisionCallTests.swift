import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of supervision` {
    @Test func `the open rules are everybody's`() async throws {
        try await withCentre(.sqlite) { sample in
            let public1 = try Counter(sample)
            let rules = try await public1.get("/supervision/rules").expect(200)
            let signs = try #require(try rules.value(at: "signs")?.elements)
            #expect(signs.count == ClosingSign.allCases.count)
            #expect(try rules.value(at: "refusedFormulas")?.elements.isEmpty == false)
        }
    }

    @Test func `a step is opened, answered and judged, and every answer is as described`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            let supervisor = hall.supervisor
            let body = """
                {"kind":"letter","assignment":"\(part)","ground":"notAccepted",
                 "words":"请说明","skipReason":"群众多次反映"}
                """
            let step = try await supervisor.post("/matters/\(slip.matter)/supervision", body)
                .expect(201).need("id")
            let own = try await hall.justice.get("/supervision?waits=unit").expect(200)
            #expect(try own.value(at: "items")?.elements.count == 1)
            _ = try await hall.justice.post("/supervision/\(step)/answer", #"{"words":"已受理"}"#)
                .expect(200)
            _ = try await supervisor.post("/supervision/\(step)/rejection", #"{"words":"不清楚"}"#)
                .expect(200)
            _ = try await hall.justice.post("/supervision/\(step)/answer", #"{"words":"附回执"}"#)
                .expect(200)
            let slipPaper =
                try await supervisor
                .get("/matters/\(slip.matter)/documents/supervisionSlip").expect(200)
            #expect(slipPaper.text.contains("应受理未受理") && slipPaper.text.contains("附回执"))
            #expect(slipPaper.text.contains("督01"))
            let done =
                try await supervisor
                .post("/supervision/\(step)/acceptance", #"{"words":"清楚"}"#).expect(200)
            #expect(try done.value(at: "state")?.text == "settled")
            let late =
                try await supervisor
                .post("/supervision/\(step)/acceptance", #"{"words":"清楚"}"#)
            #expect(late.status == 422)
            let all = try await supervisor.get("/matters/\(slip.matter)/supervision").expect(200)
            #expect(try all.value(at: "items")?.elements.count == 1)
        }
    }

    static let bad: [(String, String)] = [
        (#"{"kind":"sign","assignment":"A","ground":"x","words":"w"}"#, "kind"),
        (#"{"kind":"letter","assignment":"no","ground":"x","words":"w"}"#, "assignment"),
        (#"{"kind":"letter","assignment":"A","ground":"x"}"#, "words"),
        (#"{"kind":"leader","assignment":"A","ground":"hardMatter","words":"w"}"#, "leader"),
        (#"{"kind":"letter","assignment":"A","ground":"x","words":"w","more":1}"#, "more"),
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
            let part = try await hall.assign(slip, "justice")
            let supervisor = hall.supervisor
            let reply = try await supervisor.post(
                "/matters/\(slip.matter)/supervision",
                body.replacing("\"A\"", with: "\"\(part)\"")
            )
            #expect(reply.status == 400)
            #expect(try reply.value(at: "field")?.text == field)
            let all = try await supervisor.get("/matters/\(slip.matter)/supervision").expect(200)
            #expect(try all.value(at: "items")?.elements.isEmpty == true)
        }
    }
}
