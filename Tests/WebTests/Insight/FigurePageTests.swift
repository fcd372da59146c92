import Centre
import TestSupport
import Testing

@testable import Web

@Suite struct `The page of figures` {
    @Test(arguments: [
        ("2026-02", "2026-02-01", "2026-02-28"), ("2025-q4", "2025-10-01", "2025-12-31"),
        ("2024", "2024-01-01", "2024-12-31"), ("2025-12", "2025-12-01", "2025-12-31"),
    ])
    func `a period's word is its days`(word: String, from: String, to: String) throws {
        let period = try #require(FigurePeriod(word))
        #expect("\(period.from)" == from && "\(period.to)" == to)
    }

    @Test(arguments: ["", "2026-13", "2026-q5", "2026-2", "x", "2026-02-01", "-", "99999"])
    func `what names no period is none`(word: String) {
        #expect(FigurePeriod(word) == nil)
    }

    @Test func `only what has ended is offered`() throws {
        let today = try #require(Day("2026-03-04"))
        let words = FigurePeriod.ended(by: today).map(\.word)
        #expect(words.first == "2026-02" && words.contains("2025-03") && !words.contains("2026-03"))
        #expect(words.contains("2025-q4") && !words.contains("2026-q1"))
        #expect(words.suffix(2) == ["2025", "2024"])
        #expect(FigurePeriod.ended(by: today).allSatisfy { $0.to < today })
    }

    @Test(arguments: [("zh-CN", "不公布"), ("en", "withheld")])
    func `is open to everybody and withholds what is small`(
        language: String,
        words: String
    ) async throws {
        try await withCentre(.sqlite) { sample in
            for _ in 0..<3 {
                _ = try await sample.intake.register(
                    .sample,
                    by: try sample.officer(.clerk),
                    operation: sample.operation()
                )
            }
            sample.clock.move(hours: 24 * 30)
            var web = PageBrowser(try sample.site())
            web.language = language
            let page = try await web.get("/statistics?period=2026-03")
            #expect(page.status == 200)
            #expect(page.text.contains(words) && page.text.contains("<details>"))
            #expect(!page.text.contains("data-value=\"3\""))
            // What names no period shows the last month.
            #expect(try await web.get("/statistics?period=never").status == 200)
        }
    }

    @Test func `staff see all of it, for any days`() async throws {
        try await withCentre(.sqlite) { sample in
            _ = try await sample.intake.register(
                .sample,
                by: try sample.officer(.clerk),
                operation: sample.operation()
            )
            var web = PageBrowser(try sample.site())
            try await web.signIn(sample, .supervisor)
            let page = try await web.get("/desk/statistics?from=2026-03-01&to=2026-03-04")
            #expect(page.status == 200 && page.text.contains("data-value=\"1\""))
            #expect(page.text.contains("action=\"/desk/statistics/export\""))
            let wrong = try await web.get("/desk/statistics?from=2026-03-05&to=2026-03-04")
            #expect(wrong.status == 200 && wrong.text.contains("id=\"f-to-problem\""))
            var auditor = PageBrowser(try sample.site())
            try await auditor.signIn(sample, .auditor)
            #expect(try await auditor.get("/desk/statistics").status == 404)
        }
    }
}
