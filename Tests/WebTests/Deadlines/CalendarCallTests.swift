import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The calendar over the API and on its page` {
    @Test(arguments: Engine.all)
    func `a change goes from proposal to force through two pairs of hands`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register(Orders.order(kind: "complaint"))
            let supervisor = hall.anybody.with(
                token: try await sample.signIn(.supervisor, named: "x")
            )
            let director = hall.anybody.with(token: try await sample.signIn(.director, named: "y"))
            let made = try await supervisor.post(
                "/calendar/changes",
                #"{"reason":"台风停工","overlay":{"days":["2026-03-06"],"off":true}}"#
            ).expect(201)
            let path = "/calendar/changes/\(try made.need("id"))"
            #expect(try made.text(at: "state") == "counting")
            let desk = CalendarDesk(house: sample.house)
            _ = try await desk.count()
            let counted = try await director.get(path).expect(200)
            #expect(try counted.text(at: "state") == "counted")
            let yes = #"{"approved":true,"reason":"同意"}"#
            _ = try await supervisor.post("\(path)/decision", yes)
                .expect(422, "calendar-change-decided-by-proposer")
            let moves = try await director.get("\(path)/moves?outcome=later&limit=1").expect(200)
            let first = try #require(try moves.value(at: "items")?.elements.first)
            #expect(first["number"]?.text == slip.number)
            let next = try #require(try moves.text(at: "next"))
            _ = try await director.get("\(path)/moves?outcome=later&after=\(next)").expect(200)
            let approved = try await director.post("\(path)/decision", yes).expect(200)
            #expect(try approved.text(at: "state") == "settling")
            let year = try await hall.anybody.get("/calendar/years/2026").expect(200)
            let days = try year.value(at: "days")?.elements ?? []
            let day = try #require(days.first { $0["date"]?.text == "2026-03-06" })
            #expect(day["works"]?.flag == false && day["why"]?.text == "day-closed")
            #expect(try year.value(at: "official")?.flag == true)
            let open = try await hall.anybody.get("/calendar/years/2027").expect(200)
            #expect(try open.value(at: "official")?.flag == false)
        }
    }

    @Test(arguments: [
        (#"{"overlay":{"days":["2026-03-06"],"off":true}}"#, "field-missing"),
        (#"{"reason":"x"}"#, "field-missing"),
        (#"{"reason":"x","rules":"a: 1","lift":{"days":["2026-03-06"]}}"#, "field-twice"),
        (#"{"reason":"x","overlay":{"days":["2026-02-30"],"off":true}}"#, "field-impossible"),
        (#"{"reason":"x","notice":{"year":2027,"papers":[],"days":[]}}"#, "notice-without-link"),
    ])
    func `what cannot be meant is named and kept nowhere`(body: String, word: String) async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let supervisor = hall.anybody.with(
                token: try await sample.signIn(.supervisor, named: "x")
            )
            _ = try await supervisor.post("/calendar/changes", body).expect(400, word)
            let list = try await supervisor.get("/calendar/changes").expect(200)
            #expect(try list.value(at: "items")?.elements.isEmpty == true)
        }
    }

    /// Whoever keeps the system sees how many limits move, and no matter.
    @Test(arguments: Engine.all)
    func `each move leads to its matter, for those who may see it`(engine: Engine) async throws {
        try await withCentre(engine) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register(Orders.order(kind: "complaint"))
            let desk = CalendarDesk(house: sample.house)
            let day = try #require(Day("2026-03-06"))
            let id = try await desk.propose(
                .overlay(days: [day], off: true),
                reason: "台风停工",
                by: .system("house")
            )
            _ = try await desk.count()
            let (page, call) = (
                "/desk/admin/calendar/\(id)?outcome=later",
                "/calendar/changes/\(id)/moves?outcome=later"
            )
            for (role, sees) in [(Role.supervisor, true), (.systemAdministrator, false)] {
                var web = PageBrowser(try sample.site())
                try await web.signIn(sample, role, named: "w")
                let shown = try await web.get(page)
                #expect(shown.status == 200)
                #expect(shown.text.contains("href=\"/desk/matters/\(slip.matter)\"") == sees)
                #expect(shown.text.contains(slip.number) == sees)
                let token = try await sample.signIn(role, named: "t")
                let moves = try await hall.anybody.with(token: token).get(call).expect(200)
                let first = try #require(try moves.value(at: "items")?.elements.first)
                #expect((first["matter"]?.text == slip.matter) == sees)
                #expect((first["number"]?.text == slip.number) == sees)
            }
        }
    }

    @Test func `the page proposes, previews and decides`() async throws {
        try await withCentre(.sqlite) { sample in
            var supervisor = PageBrowser(try sample.site())
            try await supervisor.signIn(sample, .supervisor)
            let address = "/desk/admin/calendar"
            let page = try await supervisor.get(address)
            #expect(page.status == 200 && page.text.contains("春节"))
            let form = try page.form(at: "\(address)/overlay")
            let refused = try await supervisor.post(
                "\(address)/overlay",
                form.merging(["from": "2026-03-07", "way": "off", "reason": "台风"]) { $1 }
            )
            #expect(refused.status == 422)
            #expect(refused.text.contains("没有变化"))
            let again = try refused.form(at: "\(address)/overlay")
            let made = try await supervisor.post(
                "\(address)/overlay",
                again.merging(["from": "2026-03-06", "way": "off", "reason": "台风停工"]) { $1 }
            )
            let change = made.location
            #expect(change.hasPrefix("\(address)/"))
            _ = try await CalendarDesk(house: sample.house).count()
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director)
            let shown = try await director.get(change)
            #expect(shown.text.contains("台风停工"))
            let deciding = try shown.form(at: "\(change)/decision")
            let approved = try await director.post(
                "\(change)/decision",
                deciding.merging(["decision": "approve", "reason": "同意"]) { $1 }
            )
            #expect(approved.status == 303)
            let calendar = try await director.get("\(address)?year=2026").text
            #expect(calendar.contains("台风停工"))
            var clerk = PageBrowser(try sample.site())
            try await clerk.signIn(sample, .clerk)
            #expect(try await clerk.get(address).status == 404)
        }
    }
}
