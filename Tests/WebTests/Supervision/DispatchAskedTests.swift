import Centre
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite struct `Supervision of a matter that nobody was given` {
    @Test func `over the API the dispatch is asked and answers`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let opening = "/matters/\(slip.matter)/supervision"
            let words = #""ground":"notAccepted","words":"请说明","skipReason":"急""#
            let made = try await hall.supervisor.post(opening, "{\"kind\":\"letter\",\(words)}")
                .expect(201)
            #expect(try made.value(at: "unit") == nil && made.value(at: "assignment") == nil)
            _ = try await hall.supervisor.post(opening, "{\"kind\":\"yellowCard\",\(words)}")
                .expect(422, "supervision-needs-a-unit")
            let mine = try await hall.dispatcher.get("/supervision?waits=unit").expect(200)
            #expect(try mine.value(at: "items")?.elements.count == 1)
            let step = try made.need("id")
            _ = try await hall.justice.post("/supervision/\(step)/answer", #"{"words":"x"}"#)
                .expect(404)
            _ = try await hall.dispatcher.post(
                "/supervision/\(step)/answer",
                #"{"words":"今日受理"}"#
            ).expect(200)
            try await hall.accept(slip)
            _ = try await hall.assign(slip, "justice")
            _ = try await hall.supervisor.post(opening, "{\"kind\":\"reminder\",\(words)}")
                .expect(422, "supervision-names-no-part")
            // What was asked of the dispatch is not the unit's.
            let theirs = try await hall.justice.get("/supervision").expect(200)
            #expect(try theirs.value(at: "items")?.elements.isEmpty == true)
        }
    }

    @Test func `on the pages too, with the words of the dispatch`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            var supervisor = PageBrowser(try sample.site())
            try await supervisor.signIn(sample, .supervisor, named: "p")
            let steps = "/desk/matters/\(slip.matter)/supervision"
            let page = try await supervisor.get(steps)
            #expect(page.text.contains("href=\"\(steps)/letter\""))
            #expect(!page.text.contains("href=\"\(steps)/yellowCard\""))
            #expect(try await supervisor.get("\(steps)/yellowCard").status == 404)
            let form = try await supervisor.get("\(steps)/letter")
            #expect(form.text.contains("中心分派岗位") && !form.text.contains("name=\"assignment\""))
            let fields = ["ground": "notAccepted", "words": "请说明", "skipReason": "急"]
            #expect(try await supervisor.submit("\(steps)/letter", fields).status == 303)

            var dispatcher = PageBrowser(try sample.site())
            try await dispatcher.signIn(sample, .dispatcher, named: "p")
            let board = try await dispatcher.get("/desk/supervision")
            #expect(board.text.contains("中心分派岗位") && !board.text.contains("/desk/listings"))
            let shown = try await dispatcher.get(steps)
            let move = try #require(
                shown.text.firstMatch(of: /href="(\/desk\/supervision\/steps\/[^"]+\/answer)"/)
            ).1
            let done = try await dispatcher.submit(String(move), ["words": "今日受理"])
            #expect(done.status == 303)
            let matter = try await dispatcher.get("/desk/matters/\(slip.matter)").text
            #expect(matter.contains("督办单") && matter.contains("中心分派岗位"))
        }
    }

    @Test func `a leader is replaced on a page that offers the leaders`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let part = try await hall.assign(slip, "justice")
            var director = PageBrowser(try sample.site())
            try await director.signIn(sample, .director, named: "p")
            let form = try await director.get("/desk/matters/\(slip.matter)/supervision/leader")
            func options(_ text: String, of name: String) -> [String] {
                let select = text.components(separatedBy: "name=\"\(name)\"").dropFirst().first
                let body = select?.components(separatedBy: "</select>").first ?? ""
                return body.matches(of: /value="([0-9a-f-]{36})"/).map { String($0.1) }
            }
            let leaders = options(form.text, of: "leader")
            let worker = try #require(options(form.text, of: "responsible").first)
            try #require(leaders.count == 2)
            let fields = [
                "assignment": part, "ground": "hardMatter", "words": "每周会商",
                "leader": leaders[0], "responsible": worker, "day": "2026-12-01",
            ]
            let steps = "/desk/matters/\(slip.matter)/supervision"
            #expect(try await director.submit("\(steps)/leader", fields).status == 303)
            let shown = try await director.get(steps).text
            let move = try #require(
                shown.firstMatch(of: /href="(\/desk\/supervision\/steps\/[^"]+\/replace)"/)
            ).1
            let same = ["leader": leaders[0], "words": "调任"]
            let refused = try await director.submit(String(move), same)
            #expect(refused.status == 422 && refused.text.contains("id=\"f-leader-problem\""))
            let other = ["leader": leaders[1], "words": "调任", "day": "2026-12-20"]
            #expect(try await director.submit(String(move), other).status == 303)
            let after = try await director.get(steps).text
            #expect(after.contains("更换包案领导") && after.contains("2026年12月20日"))
        }
    }
}
