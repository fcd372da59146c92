import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of joint handling` {
    private func begin(_ sample: SampleCentre) async throws -> (hall: Hall, base: String) {
        let hall = try await Hall(sample)
        let slip = try await hall.register()
        try await hall.accept(slip)
        let base = "/matters/\(slip.matter)"
        for (unit, role) in [("justice", "lead"), ("landResources", "assist")] {
            _ = try await hall.dispatcher.post(
                "\(base)/assignments",
                #"{"unit":"\#(unit)","role":"\#(role)","instruction":"请办"}"#
            ).expect(201)
        }
        return (hall, base)
    }

    @Test func `units meet, decide, promise and keep, and every answer is as described`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let (hall, base) = try await begin(sample)
            let words = #"{"words":"需要一起办"}"#
            let early = try await hall.dispatcher.post(
                "\(base)/pledges",
                #"{"unit":"justice","words":"a","evidence":"b","day":"2026-04-01"}"#
            )
            #expect(try early.value(at: "type")?.text == "joint-not-open")
            _ = try await hall.dispatcher.post("\(base)/joint", words).expect(200)
            let meeting = """
                {"agenda":"查封资料","place":"二楼","guests":"开发商","meetsAt":"2026-03-01T09:00:00+08:00",
                 "units":["justice","landResources"]}
                """
            let called = try await hall.dispatcher.post("\(base)/meetings", meeting).expect(200)
            let id = try #require(try called.value(at: "meetings")?[0]?["id"]?.text)
            _ = try await hall.land.post("/meetings/\(id)/attendance", #"{"presence":"site"}"#)
                .expect(200)
            for noun in ["minutes", "decisions"] {
                _ = try await hall.dispatcher.post("/meetings/\(id)/\(noun)", words).expect(200)
            }
            let promise = """
                {"unit":"landResources","words":"调取资料","evidence":"清单","day":"2026-03-20",
                 "meeting":"\(id)"}
                """
            let promised = try await hall.dispatcher.post("\(base)/pledges", promise).expect(200)
            let pledge = try #require(
                try promised.value(at: "meetings")?[0]?["pledges"]?[0]?["id"]?.text
            )
            #expect(try await hall.land.get("/pledges").expect(200).text.contains(pledge))
            #expect(try await !hall.justice.get("/pledges").expect(200).text.contains(pledge))
            let day = #"{"day":"2026-03-25","words":"等待回函"}"#
            _ = try await hall.land.post("/pledges/\(pledge)/dayRequest", day).expect(200)
            _ = try await hall.dispatcher.post("/pledges/\(pledge)/day", day).expect(200)
            #expect(try await hall.justice.post("/pledges/\(pledge)/result", words).status == 404)
            _ = try await hall.land.post("/pledges/\(pledge)/result", words).expect(200)
            let again = try await hall.land.post("/pledges/\(pledge)/result", words)
            #expect(try again.value(at: "type")?.text == "joint-pledge-over")
            let read = try await hall.supervisor.get("\(base)/joint").expect(200)
            let kept = try read.value(at: "meetings")?[0]?["pledges"]?[0]
            #expect(kept?["state"]?.text == "kept")
            #expect(kept?["formerDays"]?[0]?.text == "2026-03-20")
            #expect(try read.value(at: "steps")?.elements.isEmpty == true)
        }
    }

    @Test func `the draft is signed, or objected to and ruled on`() async throws {
        try await withCentre(.sqlite) { sample in
            let (hall, base) = try await begin(sample)
            let words = #"{"words":"需要一起办"}"#
            _ = try await hall.dispatcher.post("\(base)/joint", words).expect(200)
            _ = try await hall.justice.post("\(base)/signOff", words).expect(200)
            _ = try await hall.land.post("\(base)/signOff/objection", words).expect(200)
            let ruling = #"{"unit":"landResources","verdict":false,"words":"维持"}"#
            let other = try await hall.dispatcher.post("\(base)/signOff/ruling", ruling)
            #expect(other.status == 404)
            let ruled = try await hall.director.post("\(base)/signOff/ruling", ruling).expect(200)
            #expect(try ruled.value(at: "signOff.complete")?.flag == true)
        }
    }

    @Test func `a watch task is answered, and asked again`() async throws {
        try await withCentre(.sqlite) { sample in
            let (hall, base) = try await begin(sample)
            let set = try await hall.dispatcher.post(
                "\(base)/followUps",
                #"{"words":"证办好了吗","day":"2026-03-20","interval":30,"unit":"justice"}"#
            ).expect(200)
            let id = try #require(try set.value(at: "followUps")?[0]?["id"]?.text)
            let missing = try await hall.justice.post("/followUps/\(id)/answer", #"{"words":"a"}"#)
            #expect(missing.status == 400)
            let no = #"{"verdict":false,"words":"还没有"}"#
            let answered = try await hall.justice.post("/followUps/\(id)/answer", no).expect(200)
            #expect(try answered.value(at: "followUps")?[0]?["open"]?.flag == true)
            #expect(try await hall.justice.get("/followUps").expect(200).text.contains(id))
            let closed = try await hall.dispatcher.post(
                "/followUps/\(id)/reopening",
                #"{"words":"a"}"#
            )
            #expect(try closed.value(at: "type")?.text == "joint-not-reopenable")
        }
    }
}
