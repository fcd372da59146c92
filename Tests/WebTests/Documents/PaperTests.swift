import Centre
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `Papers as pages` {
    @Test(arguments: ["zh-Hans", "en"])
    func `a receipt holds number, code, promised days and their basis`(lang: String) async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let reply = try await hall.clerk
                .get("/concerns/\(slip.number)/documents/receipt?lang=\(lang)").expect(200)
            #expect(reply.header("Content-Type") == "text/html; charset=utf-8")
            #expect(reply.header("Content-Language") == lang)
            #expect(reply.header("Cache-Control") == "no-store")
            let page = reply.text
            let receipt = try await sample.intake.follow(slip.number, code: slip.code)
            for part in [slip.number, slip.code, "吴**", "<svg ", "2026-01"] {
                #expect(page.contains(part), "\(part)")
            }
            #expect(!page.contains("吴大明"))
            #expect(!receipt.next.isEmpty)
            if lang == "zh-Hans" {
                for promise in receipt.next { #expect(page.contains(promise.basis)) }
                #expect(page.contains("诉求登记受理回执"))
                #expect(page.contains("2026年3月"))
            } else {
                #expect(page.contains("Regulations on Petition Work, Art. "))
                #expect(page.contains("Receipt for a concern"))
                #expect(page.contains("Mar 2026"))
            }
        }
    }

    @Test func `each paper is written in both languages without a hole`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let late = try await hall.register(Orders.order(title: "围墙挡路"))
            let slip = try await hall.register()
            try await hall.close(slip)
            let part = try await hall.assigned(late)
            let pages: [(Counter, String)] = [
                (hall.justice, "/assignments/\(part)/documents/assignmentSlip"),
                (hall.clerk, "/matters/\(slip.matter)/documents/receipt"),
                (hall.visitor, "/matters/\(slip.matter)/documents/replyLetter"),
                (hall.visitor, "/matters/\(slip.matter)/documents/visitSheet"),
            ]
            try await Self.read(pages)
            // The day is over before the limit is, and with it the sessions.
            sample.clock.move(hours: 24)
            let token = try await sample.signIn(.supervisor, named: "b")
            let supervisor = hall.anybody.with(token: token)
            try await Self.read([
                (supervisor, "/matters/\(late.matter)/documents/supervisionSlip")
            ])
        }
    }

    private static func read(_ pages: [(Counter, String)]) async throws {
        for (reader, path) in pages {
            for lang in ["zh-Hans", "en"] {
                let page = try await reader.get("\(path)?lang=\(lang)").expect(200).text
                #expect(!page.contains("{{"), "\(path)")
                #expect(!page.contains("paper-"), "a word without a sentence: \(path)")
                #expect(!page.contains(" style="), "\(path)")
                #expect(!page.contains("<script"), "\(path)")
                #expect(page.contains("<html lang=\"\(lang)\">"))
            }
        }
    }

    @Test func `a letter names request, answer, unit, basis and the way of redress`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.close(slip)
            let page = try await hall.anybody.with(code: slip.code)
                .get("/concerns/\(slip.number)/documents/replyLetter?lang=zh-Hans")
                .expect(200).text
            for part in [
                "吴大明：", "宅基地界址不清邻居阻挠建房", "双方已达成协议", "司法所",
                "《人民调解法》第17条", "司法确认", "centre.", slip.number, "调解成功（书面协议）",
            ] {
                #expect(page.contains(part), "\(part)")
            }
            #expect(!page.contains(slip.code))
        }
    }

    @Test func `what a resident writes is text and never markup`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let words = "<script>alert('x')</script>{{number}}<b>"
            let slip = try await hall.register(Orders.order(title: words, content: words))
            let page = try await hall.clerk.get("/concerns/\(slip.number)/documents/receipt")
                .expect(200).text
            #expect(!page.contains("<script"))
            #expect(!page.contains("<b>"))
            #expect(page.contains("&lt;script&gt;"))
            #expect(page.contains("{{number}}"), "what was written is not a place to fill")
        }
    }

    @Test func `a wrong code, no code and a stranger's matter find nothing`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            let path = "/concerns/\(slip.number)/documents/receipt"
            _ = try await hall.anybody.get(path).expect(401, "query-code-needed")
            _ = try await hall.anybody.with(code: "0000000000").get(path).expect(404, "not-found")
            _ = try await hall.justice.get(path).expect(404, "not-found")
            _ = try await hall.justice.get("/matters/\(slip.matter)/documents/assignmentSlip")
                .expect(404, "not-found")
        }
    }

    @Test func `a bundle of both sorts, of none, or too large is refused by its field`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let id = "\(sample.house.world.newID(of: Assignment.self))"
            let many = (0...100).map { "\"MZ\($0)\"" }.joined(separator: ",")
            for (body, field) in [
                ("{}", "receipts"),
                (#"{"receipts":["MZ1"],"assignmentSlips":["\#(id)"]}"#, "assignmentSlips"),
                (#"{"assignmentSlips":["7"]}"#, "assignmentSlips[0]"),
                (#"{"receipts":[\#(many)]}"#, "receipts"),
            ] {
                let reply = try await hall.clerk.post("/documents/print", body).expect(400)
                #expect(try reply.text(at: "field") == field)
            }
        }
    }
}

extension Hall {
    /// Accepts and assigns, and lets the unit's limits pass.
    func assigned(_ slip: Slip) async throws -> String {
        try await accept(slip)
        let part = try await assign(slip, "justice")
        sample.clock.move(hours: 5)
        return part
    }
}
