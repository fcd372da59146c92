import Centre
import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct `The calls of group matters` {
    private func sheet() throws -> [UInt8] {
        let book = try Spreadsheet(
            named: "名单",
            watermark: "w",
            columns: ["姓名", "手机号", "金额"].map { .init(title: $0, width: 12) },
            offset: .china
        )
        try book.add([.text("张三"), .text("13800000001"), .text("17352.94")])
        try book.add([.text("李四 & 王五"), .text("13800000002"), .text("0.06")])
        return try book.finished()
    }

    /// Found by the conformance run: a lost body wiped what was known.
    @Test func `what is known of a site is not wiped by a call that says nothing`() async throws {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let group = "/matters/\(slip.matter)/group"
            _ = try await hall.dispatcher.post(group, #"{"facts":{"project":"二期"}}"#).expect(201)
            _ = try await hall.dispatcher.post("\(group)/facts", "{}").expect(400)
            _ = try await hall.dispatcher.post("\(group)/facts", "").expect(400)
            #expect(try await hall.dispatcher.get(group).text.contains("二期"))
        }
    }

    @Test func `members come from Excel, are paid to the cent, and each sees the own line`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let hall = try await Hall(sample)
            let slip = try await hall.register()
            try await hall.accept(slip)
            let group = "/matters/\(slip.matter)/group"
            _ = try await hall.dispatcher.post(group, #"{"facts":{"project":"二期"}}"#).expect(201)
            let entered = try await hall.dispatcher.browser.send(
                .post,
                "/api/v1\(group)/membersSheet",
                body: try sheet(),
                headers: [
                    "Content-Type": "application/octet-stream", "Idempotency-Key": "sheet-1",
                ]
            ).expect(200)
            #expect(entered.text.contains(#""entered":2"#))
            let off = try await hall.dispatcher.post(
                "\(group)/payments",
                #"{"day":"2026-03-04","total":"17353.01","rest":true}"#
            )
            #expect(try off.status == 422 && off.value(at: "type")?.text == "group-total-off")
            let paid = try await hall.dispatcher.post(
                "\(group)/payments",
                #"{"day":"2026-03-04","total":"17353.00","rest":true}"#
            ).expect(200)
            #expect(try paid.value(at: "rest")?.text == "0.00")
            let slips = try await hall.dispatcher.get("\(group)/slips").expect(200)
            let own = try #require(try slips.value(at: "items")?.elements.last)
            let number = try #require(own["number"]?.text)
            let code = try #require(own["queryCode"]?.text)
            let open = try Counter(sample)
            let line = try await open.with(code: code).get("/memberLines/\(number)").expect(200)
            #expect(try line.value(at: "paid")?.text == "0.06")
            #expect(!line.text.contains("张"))
            let wrong = try await open.with(code: "0000000000").get("/memberLines/\(number)")
            #expect(wrong.status == 404)
        }
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 1, 2, 3], [0xFF, 0xFE, 0x41]] as [[UInt8]])
    func `what is no sheet is refused by name`(bytes: [UInt8]) {
        #expect(throws: GroupRefusal.sheetUnreadable) { _ = try Workbook.table(bytes) }
    }

    @Test func `a workbook is read as Excel shows it`() throws {
        let table = try Workbook.table(try sheet())
        #expect(table.columns == ["姓名", "手机号", "金额"])
        #expect(table.rows.map(\.cells).last == ["李四 & 王五", "13800000002", "0.06"])
    }
}
