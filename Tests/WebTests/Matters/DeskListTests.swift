import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The first page and the worklist` {
    @Test(arguments: Engine.allCases)
    func `each role finds what waits for it, and every figure opens its list`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let office = try await Office(sample)
            let roles: [(Role, String)] = [
                (.clerk, "centre"), (.dispatcher, "centre"), (.supervisor, "centre"),
                (.director, "centre"), (.visitor, "centre"), (.archivist, "centre"),
                (.liaison, "justice"), (.auditor, "centre"),
            ]
            for (role, unit) in roles {
                var web = try await office.browser(role, unit)
                let today = try await web.get("/desk")
                #expect(today.status == 200, "\(role)")
                for match in today.text.matches(of: /class="tile[^"]*" href="(\/desk\/[^"]*)"/) {
                    let list = try await web.get(String(match.1))
                    #expect(list.status == 200, "\(role): \(match.1)")
                }
                guard role == .dispatcher else { continue }
                #expect(today.text.contains("待受理") && today.text.contains("邻居阻挠建房"))
                let list = try await web.get("/desk/waiting/toAccept")
                #expect(list.text.contains(office.page))
            }
        }
    }

    @Test func `an unknown list is not found`() async throws {
        try await withCentre(.sqlite) { sample in
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .dispatcher)
            #expect(try await web.get("/desk/waiting/everything").status == 404)
        }
    }

    @Test(arguments: [
        ("", true), ("stage=registered", true), ("stage=closed", false), ("stage=nonsense", true),
        ("stage=&unit=&q=", true), ("class=0902", true), ("class=0701", false),
        ("due=overdue", false), ("order=created", true), ("after=nonsense", true),
        ("q=%E5%BB%BA%E6%88%BF", true), ("q=%E8%B7%AF%E7%81%AF", false), ("unknown=1", true),
    ])
    func `the worklist's address holds its filters`(query: String, finds: Bool) async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var web = try await office.browser(.dispatcher)
            let page = try await web.get("/desk/matters?\(query)")
            #expect(page.status == 200)
            #expect(page.text.contains("href=\"\(office.page)\"") == finds, "\(query)")
        }
    }

    @Test func `a word too short to search for is said beside the box`() async throws {
        try await withCentre(.sqlite) { sample in
            let office = try await Office(sample)
            var web = try await office.browser(.dispatcher)
            let page = try await web.get("/desk/matters?q=x")
            #expect(page.status == 200 && page.text.contains("id=\"filter-q-problem\""))
            #expect(page.text.contains("value=\"x\""))
        }
    }
}
