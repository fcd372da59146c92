import TestSupport
import Testing

@testable import Centre
@testable import Web

/// A resident is told one day and one reason for it, wherever it is read.
@Suite struct `The promised day and its reason` {
    private struct Told {
        let due: String
        let lines: [String]
        let reasons: [String]
    }

    /// What the API says of the answer's limit, put into the words that the others use.
    private func told(
        _ slip: Slip,
        _ hall: Hall,
        _ rule: String,
        _ sample: SampleCentre
    ) async throws -> Told {
        let reply = try await hall.anybody.with(code: slip.code)
            .get("/concerns/\(slip.number)").expect(200)
        let promises = try reply.value(at: "next")?.elements ?? []
        let promise = try #require(promises.first { $0["rule"]?.text == rule })
        let say = Wording(try Sentences.sample(), in: .chinese)
        let words = DayWords(say, in: sample.town)
        let runs = try (promise["days"]?.elements ?? []).map { run in
            Reckoning.Run(
                from: try #require(run["from"]?.text.flatMap { Day($0) }),
                to: try #require(run["to"]?.text.flatMap { Day($0) }),
                counted: run["counted"]?.flag == true,
                why: run["why"]?.text ?? "",
                name: run["name"]?.text
            )
        }
        let due = try #require(promise["due"]?.text.flatMap { Moment(text: $0) })
        return Told(
            due: say.day(due),
            lines: runs.map(words.line),
            reasons: runs.map { words.reason($0.why, naming: $0.name) }
        )
    }

    @Test func `are the same on receipt, page, call and printed evidence`() async throws {
        try await withCentre(.sqlite, at: "2026-04-24T10:00:00+08:00") { sample in
            let hall = try await Hall(sample)
            let order = Orders.order(kind: "complaint")
            let slip = try await hall.register(order)
            let told = try await told(slip, hall, "FINISH-COMPLAINT", sample)
            // Over the holiday of May with its make-up Saturday.
            #expect(told.due.contains("5月19日"))
            #expect(told.lines.contains { $0.contains("劳动节") })
            #expect(told.lines.contains { $0.contains("调休") })

            let resident = hall.anybody.with(code: slip.code)
            let receipt =
                try await resident
                .get("/concerns/\(slip.number)/documents/receipt?lang=zh-Hans").expect(200).text
            #expect(receipt.contains(told.due))
            #expect(receipt.contains(told.lines.joined(separator: "；")))

            let evidence =
                try await resident
                .get("/concerns/\(slip.number)/documents/limitSheet?lang=zh-Hans").expect(200).text
            #expect(evidence.contains(told.due))
            #expect(evidence.contains("12345热线") || evidence.contains("工作规则"))
            for reason in told.reasons { #expect(evidence.contains(reason), "\(reason)") }

            var web = PageBrowser(try sample.site())
            _ = try await web.submit("/follow", ["number": slip.number, "code": slip.code])
            let page = try await web.get("/follow").text
            #expect(page.contains(told.due))
            for line in told.lines { #expect(page.contains(line), "\(line)") }
            let printed = try await web.get("/concerns/\(slip.number)/documents/limitSheet")
            #expect(printed.status == 200 && printed.text.contains(told.due))

            // And a preview of the same limit from the same day.
            let preview = try await hall.clerk.post(
                "/clocks/preview",
                #"{"rule":"FINISH-COMPLAINT","start":"2026-04-24T10:00:00+08:00"}"#
            ).expect(200)
            let says = try preview.value(at: "days")?.elements.compactMap { $0["says"]?.text } ?? []
            #expect(Set(says) == Set(told.reasons))
        }
    }

    @Test func `stay the same when the calendar changes under them`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let order = Orders.order(kind: "complaint")
            let slip = try await hall.register(order)
            let desk = CalendarDesk(house: sample.house)
            let id = try await desk.propose(
                .overlay(days: [try #require(Day("2026-03-09"))], off: true),
                reason: "台风停工",
                by: .system("house")
            )
            _ = try await desk.count()
            _ = try await desk.approve(
                id,
                words: "同意",
                by: sample.officer(.director),
                operation: sample.operation()
            )
            sample.clock.move(hours: 1)
            while let progress = try await desk.settle(), !progress.isDone {}
            let told = try await told(slip, hall, "FINISH-COMPLAINT", sample)
            #expect(told.lines.contains { $0.contains("台风停工") })
            let resident = hall.anybody.with(code: slip.code)
            for paper in ["receipt", "limitSheet"] {
                let page =
                    try await resident
                    .get("/concerns/\(slip.number)/documents/\(paper)?lang=zh-Hans").expect(200)
                #expect(page.text.contains(told.due) && page.text.contains("台风停工"))
            }
        }
    }
}
