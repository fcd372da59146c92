import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The hand-over page` {
    private let page = "/desk/handover"

    @Test func `a note is written, read with its open ends, and taken over by somebody else`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .dispatcher)
            let fields = [
                "unit": "centre", "desk": "dispatch", "day": "2026-03-04", "shift": "morning",
                "words": "上午较忙", "openEnds": "\(stage.number) 等司法所回电",
            ]
            #expect(try await web.submit(page, fields).status == 303)
            let own = try await web.get(page).text
            #expect(own.contains("上午较忙") && own.contains("等司法所回电"))
            #expect(own.contains("/desk/matters/\(stage.id)") && !own.contains("/taking"))
            var next = PageBrowser(try sample.site())
            try await next.signIn(sample, .director)
            let text = try await next.get(page).text
            let taking = try #require(text.firstMatch(of: /\/desk\/handover\/[0-9a-f-]+\/taking/))
            let ticket = try await next.get(page).form()
            let sign = ticket.filter { ["ticket", "operation"].contains($0.key) }
            #expect(try await next.post(String(taking.0), sign).status == 303)
            #expect(try await next.get(page).text.contains("接班"))
        }
    }

    @Test func `a number that is none is said with its line, and the note is kept`() async throws {
        try await withCentre(.sqlite) { sample in
            let stage = try await Stage(sample)
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .dispatcher)
            let fields = [
                "unit": "centre", "desk": "dispatch", "day": "2026-03-04", "shift": "morning",
                "words": "上午较忙", "openEnds": "\(stage.number) 好\n\nMZ000 等回电",
            ]
            let reply = try await web.submit(page, fields)
            #expect(reply.status == 422 && reply.text.contains("第 2 行"))
            #expect(reply.text.contains("上午较忙") && reply.text.contains("MZ000 等回电"))
        }
    }
}
