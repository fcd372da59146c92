import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Alarms over the API and on the pages` {
    private func register(_ sample: SampleCentre) async throws -> Receipt {
        try await sample.intake.register(
            .sample,
            by: try sample.officer(.clerk),
            operation: sample.operation()
        ).answer
    }

    @Test(arguments: Engine.all)
    func `are listed by kind, unit and state for whoever may see the matter`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let slip = try await register(sample)
            sample.clock.move(hours: 72)
            let hall = try await Hall(sample)
            let desk = AlarmDesk(house: sample.house)
            while try await desk.raise().looked == 200 {}
            let page = try await hall.dispatcher.get("/alarms?kind=noFirstContact&limit=1").expect(
                200
            )
            #expect(try page.text(at: "items.0.number") == slip.number)
            #expect(try page.text(at: "items.0.state") == "open")
            #expect(try page.text(at: "items.0.rule") == "LOCAL-FIRST-CONTACT")
            #expect(try page.text(at: "items.0.answeredAt") == nil)
            let answered = try await hall.dispatcher.get("/alarms?state=answered").expect(200)
            #expect(try answered.value(at: "items.0") == nil)
            let ofUnit = try await hall.dispatcher.get("/alarms?unit=justice").expect(200)
            #expect(try ofUnit.value(at: "items.0") == nil)
            let others = try await hall.land.get("/alarms").expect(200)
            #expect(try others.value(at: "items.0") == nil)
            _ = try await hall.dispatcher.get("/alarms?kind=bell").expect(400, "field-not-allowed")
            _ = try await hall.dispatcher.get("/alarms?unit=nobody").expect(400)
            _ = try await hall.dispatcher.get("/alarms?after=AAAA").expect(400, "cursor-unreadable")
            _ = try await hall.dispatcher.get("/alarms?colour=red").expect(400, "field-unknown")
            _ = try await hall.anybody.get("/alarms").expect(401)
        }
    }

    @Test func `the page names the limit, the matter and when it was raised`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            let slip = try await register(sample)
            sample.clock.move(hours: 72)
            _ = try await AlarmDesk(house: sample.house).raise()
            try await web.signIn(sample, .dispatcher)
            let page = try await web.get("/desk/alarms").text
            #expect(page.contains(slip.number) && page.contains("未首次联系"))
            #expect(page.contains("应于"))
            #expect(try await web.get("/desk").text.contains("时限提醒"))
            let none = try await web.get("/desk/alarms?kind=due&unit=justice&state=answered").text
            #expect(none.contains("没有提醒"))
            let matter = try await web.get("/desk/matters/\(slip.matter)").text
            #expect(matter.contains("未首次联系"))
        }
    }
}
