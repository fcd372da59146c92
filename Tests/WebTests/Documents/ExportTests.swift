import Centre
import Foundation
import Hummingbird
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `Lists as Excel files` {
    /// The texts of a sheet, cell by cell, as the file holds them.
    private func sheet(_ reply: TestSupport.Reply) async throws -> String {
        try await Tool.inFolder { folder in
            let file = folder.appending(path: "list.xlsx")
            try Data(reply.body).write(to: file)
            return try Tool("unzip").run("-p", file.path(), "xl/worksheets/sheet1.xml")
        }
    }

    private func rows(_ sheet: String) -> Int {
        sheet.components(separatedBy: "<row ").count - 1
    }

    @Test func `the worklist comes with heading, mark and as many rows as there are`() async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            for serial in 0..<5 {
                _ = try await hall.register(Orders.order(title: "=HYPERLINK(\(serial))"))
            }
            let path = "/api/v1/matters/export?purpose=meeting&stage=registered&lang=en"
            let reply = try await hall.clerk.browser.get(path)
            #expect(reply.status == 200, "\(reply.text.prefix(200))")
            #expect(reply.header("Content-Disposition")?.hasPrefix("attachment;") == true)
            let sheet = try await sheet(reply)
            // The mark, the heading, the list, one line left empty, and the count.
            #expect(rows(sheet) == 1 + 1 + 5 + 1)
            #expect(sheet.contains("Taken out by 陈守约"))
            #expect(sheet.contains("for: meeting"))
            #expect(sheet.contains("5 rows in all"))
            #expect(sheet.contains("state=\"frozen\""))
            // What begins like a formula is text in its cell.
            #expect(sheet.contains("=HYPERLINK(3)</t>"))
            #expect(!sheet.contains("<f>"))
            #expect(!sheet.contains("吴大明") && !sheet.contains("13800138000"))
        }
    }

    @Test func `a purpose is needed, and it is entered with the digest of the file`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            _ = try await hall.register()
            let none = try await hall.clerk.get("/matters/export").expect(400, "field-missing")
            #expect(try none.text(at: "field") == "purpose")
            let reply = try await hall.clerk.browser.get("/api/v1/matters/export?purpose=check")
            let entries = try await sample.house.database.read { tx in
                try sample.house.timeline.entries(of: .house, in: tx)
            }
            let entry = try #require(entries.last { $0.act == .listExported })
            #expect(entry.facts["purpose"] == "check")
            #expect(entry.facts["count"] == "1")
            #expect(entry.facts["file.digest"] == sealedDigest(reply.body))
        }
    }

    @Test func `nobody takes out what they may not read`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            _ = try await hall.register()
            let auditor = hall.anybody.with(token: try await sample.signIn(.auditor))
            for path in ["/matters/export?purpose=check", "/statistics/export?purpose=check"] {
                _ = try await auditor.get(path).expect(404, "not-found")
                _ = try await hall.anybody.get(path).expect(401, "sign-in-needed")
            }
            let reply = try await hall.land.browser.get("/api/v1/matters/export?purpose=check")
            #expect(rows(try await sheet(reply)) == 3)
        }
    }

    @Test func `the figures of a period come with their names`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            _ = try await hall.register()
            let path = "/api/v1/statistics/export?purpose=report&lang=zh-Hans"
            let reply = try await hall.director.browser.get(path)
            #expect(reply.status == 200)
            let sheet = try await sheet(reply)
            #expect(sheet.contains("矛盾纠纷"))
            #expect(sheet.contains("粤平安"))
        }
    }
}
