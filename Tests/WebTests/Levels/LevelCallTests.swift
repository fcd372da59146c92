import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of levels` {
    @Test func `it is proposed, decided and sent down, and every answer is as described`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let base = "/matters/\(slip.matter)"
            _ = try await hall.dispatcher.post(
                "\(base)/assignments",
                #"{"unit":"justice","role":"lead","instruction":"请办"}"#
            ).expect(201)
            let read = try await hall.justice.get("\(base)/levels").expect(200)
            #expect(try read.value(at: "level")?.text == "town")
            let missing = try await hall.justice.post(
                "\(base)/levels/up",
                #"{"unit":"cityCentre","words":"a"}"#
            )
            #expect(missing.status == 400)
            #expect(try missing.value(at: "field")?.text == "reason")
            let asking = #"{"unit":"cityCentre","reason":"crossArea","words":"跨三个镇街"}"#
            let open = try await hall.justice.post("\(base)/levels/up", asking).expect(200)
            let change = try #require(try open.value(at: "changes")?[0]?["id"]?.text)
            let again = try await hall.dispatcher.post("\(base)/levels/up", asking)
            #expect(again.status == 409)
            #expect(try again.value(at: "type")?.text == "level-open-already")
            #expect(try await hall.director.get("/levels").expect(200).text.contains(change))
            #expect(try await hall.justice.get("/levels").status == 404)
            let path = "/levels/\(change)"
            #expect(try await hall.dispatcher.post("\(path)/approval", "{}").status == 404)
            let done = try await hall.director.post("\(path)/approval", "{}").expect(200)
            #expect(try done.value(at: "level")?.text == "city")
            let words = #"{"words":"不再需要"}"#
            let late = try await hall.dispatcher.post("\(path)/withdrawal", words)
            #expect(try late.value(at: "type")?.text == "level-over")
            let down = try await hall.dispatcher.post(
                "\(base)/levels/down",
                #"{"unit":"justice","reason":"factsOnSite","words":"现场查清"}"#
            ).expect(200)
            #expect(try down.value(at: "level")?.text == "town")
            let next = try await hall.justice.post("\(base)/levels/up", asking).expect(200)
            let second = try #require(try next.value(at: "changes")?[2]?["id"]?.text)
            let no = try await hall.director.post("/levels/\(second)/declination", words)
                .expect(200)
            #expect(try no.value(at: "changes")?[2]?["state"]?.text == "declined")
        }
    }
}
