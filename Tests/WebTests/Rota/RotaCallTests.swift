import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of the rota` {
    private func counter(
        _ sample: SampleCentre,
        _ role: Role,
        _ unit: String = "centre"
    )
        async throws -> Counter
    {
        try Counter(sample).with(token: try await sample.signIn(role, unit))
    }

    @Test func `a rota is drafted, read a page at a time, and published`() async throws {
        try await withCentre(.sqlite) { sample in
            let dispatcher = try await counter(sample, .dispatcher)
            let director = try await counter(sample, .director)
            let order = #"{"from":"2026-03-04","to":"2026-03-13"}"#
            let rota = try await dispatcher.post("/rotas", order).expect(201).need("id")
            _ = try await director.post("/rotas/\(rota)/publication", "{}").expect(200)
            let again = try await director.post("/rotas/\(rota)/publication", "{}")
            #expect(again.status == 422)
            var seen = 0
            var path = "/rotas/\(rota)/sittings?limit=15"
            while true {
                let page = try await dispatcher.get(path).expect(200)
                seen += try #require(try page.value(at: "items")?.elements.count)
                guard let next = try page.value(at: "next")?.text else { break }
                path = "/rotas/\(rota)/sittings?limit=15&after=\(next)"
            }
            #expect(seen == 8 * 4)
            let gaps = try await dispatcher.get("/hall/gaps").expect(200)
            #expect(try gaps.value(at: "items")?.elements.isEmpty == true)
            let open = try Counter(sample)
            let hall = try await open.get("/hall").expect(200)
            #expect(try hall.value(at: "halves")?.elements.count == 2)
            #expect(!hall.text.contains("officer"), "people are not told to the public")
            let right = try await open.get("/hall/next?class=0701").expect(200)
            #expect(try right.value(at: "unit")?.text == "labour")
        }
    }

    static let bad: [(String, String, String)] = [
        ("/rotas", #"{"from":"2026-03-04"}"#, "to"),
        ("/rotas", #"{"from":"2026-03-09","to":"2026-03-04"}"#, "to"),
        ("/rotas", #"{"from":"soon","to":"2026-03-04"}"#, "from"),
        ("/rotas", #"{"from":"2026-03-05","to":"2026-03-06","seats":2}"#, "seats"),
    ]

    @Test(arguments: bad)
    func `bad input is said by its field and stores nothing`(
        path: String,
        body: String,
        field: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            let director = try await counter(sample, .director)
            let reply = try await director.post(path, body)
            #expect(reply.status == 400)
            #expect(try reply.value(at: "field")?.text == field)
            let all = try await director.get("/rotas").expect(200)
            #expect(try all.value(at: "items")?.elements.isEmpty == true)
        }
    }

    @Test(arguments: [("?unit=nowhere", "unit"), ("?class=none", "class"), ("", "unit")])
    func `an unknown class or unit is said so`(query: String, field: String) async throws {
        try await withCentre(.sqlite) { sample in
            let reply = try await Counter(sample).get("/hall/next\(query)")
            #expect(reply.status == 400)
            #expect(try reply.value(at: "field")?.text == field)
        }
    }
}
