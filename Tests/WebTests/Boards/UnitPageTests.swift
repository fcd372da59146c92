import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The unit's page, numbers and notices` {
    private func at(
        _ role: Role,
        _ unit: String = "centre",
        _ body: (inout PageBrowser, SampleCentre, Stage) async throws -> Void
    ) async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, role, unit)
            try await body(&web, sample, try await Stage(sample))
        }
    }

    @Test func `a part is signed for in place, and moves on to the work in hand`() async throws {
        try await at(.liaison, "justice") { web, _, stage in
            try await stage.accepted()
            try await stage.assigned()
            let page = try await web.get("/desk/unit").text
            #expect(page.contains(stage.number) && page.contains("陈守约"))
            let form = try await web.get("/desk/unit").form()
            let id = try await stage.part()
            let sign = form.filter { ["ticket", "operation"].contains($0.key) }
            let reply = try await web.post("/desk/unit/parts/\(id)/signature", sign)
            #expect(reply.status == 303)
            #expect(try await stage.view().assignments.last?.state == .signed)
            let work = try await web.get("/desk/unit?queue=inWork").text
            #expect(work.contains(stage.number))
            let twice = try await web.post("/desk/unit/parts/\(id)/signature", sign)
            #expect(twice.status == 303)
        }
    }

    @Test func `another unit's part is not there to sign`() async throws {
        try await at(.liaison, "police") { web, _, stage in
            try await stage.accepted()
            try await stage.assigned()
            #expect(try await !web.get("/desk/unit").text.contains(stage.number))
            let form = try await web.get("/desk/unit").form()
            let sign = form.filter { ["ticket", "operation"].contains($0.key) }
            let id = try await stage.part()
            let reply = try await web.post("/desk/unit/parts/\(id)/signature", sign)
            #expect(reply.status >= 400)
            #expect(try await stage.view().assignments.last?.state == .pending)
        }
    }

    @Test func `a number opens its matter, and only the whole of it`() async throws {
        try await at(.clerk) { web, _, stage in
            let found = try await web.get("/desk/find?number=\(stage.number)")
            #expect(found.status == 303 && found.location == "/desk/matters/\(stage.id)")
            let byID = try await web.get("/desk/find?number=\(stage.id)")
            #expect(byID.location == "/desk/matters/\(stage.id)")
            let part = try await web.get("/desk/find?number=\(stage.number.dropLast())")
            #expect(part.status == 200 && part.text.contains("没有编号是"))
            let nothing = try await web.get("/desk/find?number=")
            #expect(nothing.status == 200 && nothing.text.contains("请输入编号"))
        }
    }

    @Test func `a unit finds no number that is not its own`() async throws {
        try await at(.liaison, "police") { web, _, stage in
            let found = try await web.get("/desk/find?number=\(stage.number)")
            #expect(found.status == 200 && found.text.contains("没有编号是"))
        }
    }

    @Test func `a notice is opened and with that read`() async throws {
        try await at(.liaison, "justice") { web, sample, stage in
            try await stage.accepted()
            try await stage.assigned()
            _ = try await OutboxDesk(house: sample.house).deliver(limit: 50)
            let page = try await web.get("/desk/notices").text
            #expect(page.contains("有新的交办") && page.contains(stage.number))
            let address = try #require(page.firstMatch(of: /\/desk\/notices\/[0-9a-f-]+\/reading/))
            let form = try await web.get("/desk/notices").form()
            let fields = form.merging(["open": "yes"]) { $1 }
            let reply = try await web.post(String(address.0), fields)
            #expect(reply.location == "/desk/matters/\(stage.id)")
            #expect(try await web.get("/desk/notices").text.contains("已读"))
        }
    }
}
