import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Notices over the API` {
    @Test(arguments: Engine.all)
    func `the unit hears of its part, the resident of the answer`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.close(slip)
            _ = try await OutboxDesk(house: sample.house).deliver()

            let page = try await hall.justice.get("/notices").expect(200)
            let made = try #require(
                try page.value(at: "items")?.elements.first { $0["kind"]?.text == "assignmentMade" }
            )
            #expect(made["number"]?.text == slip.number)
            #expect(made["facts"]?["role"]?.text == "lead")
            #expect(made["readAt"]?.text == nil)
            let id = try #require(made["id"]?.text)
            let read = try await hall.justice.post("/notices/\(id)/reading", key: "r").expect(200)
            #expect(try read.text(at: "readAt") != nil)
            let again = try await hall.justice.post("/notices/\(id)/reading", key: "r").expect(200)
            #expect(again.header("Idempotent-Replay") == "true")
            _ = try await hall.land.post("/notices/\(id)/reading").expect(404)
            #expect(try await hall.land.get("/notices").expect(200).value(at: "items.0") == nil)
            _ = try await hall.justice.get("/notices?after=AAAA").expect(400, "cursor-unreadable")

            let resident = hall.anybody.with(code: slip.code)
            let told = try await resident.get("/concerns/\(slip.number)/notices").expect(200)
            #expect(try told.text(at: "items.0.kind") == "matterClosed")
            _ = try await hall.anybody.get("/concerns/\(slip.number)/notices").expect(401)
            _ = try await hall.anybody.with(code: "0000000000")
                .get("/concerns/\(slip.number)/notices").expect(404)
        }
    }
}
